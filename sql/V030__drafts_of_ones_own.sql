-- What is typed about all that is one's own, such as handing it over, is kept too.

alter table drafts
  drop constraint drafts_key_shape,
  add constraint drafts_key_shape
    check (key ~ ('^(case-[0-9]{1,16}(\.[a-z]{1,20}(-[0-9]{1,16})?\.[A-Za-z]{1,20})?|new-case-[0-9]{1,16}\.(title|words)'
      || '|((customer|debt)-[0-9]{1,16}|mine)\.[a-z]{1,20}\.[A-Za-z]{1,20}'
      || '|call-[A-Za-z0-9._-]{1,150}(:[a-z-]{1,20}\.[A-Za-z]{1,20})?)$'));
comment on column drafts.key is
  'What it is about: case-ID, a note on that case; case-ID.FORM.FIELD, a field of a form there, case-ID.FORM-ID.FIELD of a form about one line of it; new-case-ID.title and .words, a case being opened for that customer; customer-ID.FORM.FIELD, a form in their file; debt-ID.FORM.FIELD, one about a call that is owed; mine.FORM.FIELD, one about all that is one''s own; call-ID, what is said on that call; call-ID:FORM.FIELD, a form of that call.';
