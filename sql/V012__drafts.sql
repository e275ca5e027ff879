-- Text that an agent is still writing. It is theirs alone until they save it where it belongs.

create table drafts (
  agent_id bigint not null references agents on delete cascade,
  key text not null
    constraint drafts_key_shape check (key ~ '^(case-[0-9]{1,16}|new-case-[0-9]{1,16}\.(title|words))$'),
  text text not null
    constraint drafts_text_length check (length(text) between 1 and 8000),
  kept_at timestamptz not null,
  primary key (agent_id, key)
);
comment on table drafts is 'Half-written text, sent by the desk every second or two while its agent types; gone once the text is saved or cleared.';
comment on column drafts.key is 'What it is about: case-ID, a note on that case; new-case-ID.title and .words, a case being opened for that customer.';
