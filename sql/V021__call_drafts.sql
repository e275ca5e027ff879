-- What is said on a call is written down before anybody knows whose it is.

alter table drafts
  drop constraint drafts_key_shape,
  add constraint drafts_key_shape
    check (key ~ '^(case-[0-9]{1,16}|new-case-[0-9]{1,16}\.(title|words)|call-[A-Za-z0-9._-]{1,150})$');
comment on column drafts.key is
  'What it is about: case-ID, a note on that case; new-case-ID.title and .words, a case being opened for that customer; call-ID, what is said on that call.';
