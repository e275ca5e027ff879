-- A matter's life: who has the next move, what was promised and asked for, everything that was said and done in its
-- order, and the customer's word on which alone it closes.

alter table cases drop constraint cases_status_known;
alter table cases alter column status set default 'waiting-for-us';
alter table cases
  add column effect text
    constraint cases_effect_length check (length(effect) between 1 and 2000),
  add column technical text
    constraint cases_technical_length check (length(technical) between 1 and 2000),
  add column waiting_until timestamptz,
  add column closed_at timestamptz,
  add column closing text
    constraint cases_closing_length check (length(btrim(closing)) between 1 and 500),
  add column heard_by bigint
    constraint cases_heard_by_fkey references agents,
  add column heard_at timestamptz,
  add column heard_on text
    constraint cases_heard_on_length check (length(heard_on) between 1 and 150),
  add column heard_in text
    constraint cases_heard_in_length check (length(btrim(heard_in)) between 1 and 300),
  add column version integer not null default 1
    constraint cases_version_range check (version >= 1);

-- Nobody was asked for a date or for the customer's word before; a dash stands where no word is on record.
update cases set
  status = case status when 'open' then 'waiting-for-us' when 'waiting' then 'waiting-for-customer' else status end,
  waiting_until = case status when 'waiting' then now() + interval '14 days' end,
  closed_at = case status when 'closed' then touched_at end,
  closing = case status when 'closed' then '—' end,
  heard_by = case status when 'closed' then owner_id end,
  heard_at = case status when 'closed' then touched_at end;

alter table cases
  add constraint cases_status_known
    check (status in ('waiting-for-us', 'waiting-for-third-party', 'waiting-for-customer', 'closed')),
  add constraint cases_waiting_until_whole
    check ((status = 'waiting-for-customer') = (waiting_until is not null)),
  add constraint cases_closing_whole
    check (case status when 'closed'
      then closed_at is not null and closing is not null and heard_by is not null and heard_at is not null
      else closed_at is null and closing is null and heard_by is null and heard_at is null
        and heard_on is null and heard_in is null end),
  add constraint cases_heard_in_one check (heard_on is null or heard_in is null);
comment on column cases.status is
  'Whose move it is. Waiting for anybody is open: the case is there when they call. Closed only with the customer''s word.';
comment on column cases.effect is 'What it does to the customer, beside what is technically wrong.';
comment on column cases.technical is 'What is technically wrong, for whoever works on it.';
comment on column cases.waiting_until is 'Silence past this moment brings the case back to its owner.';
comment on column cases.closing is 'The customer''s word, as a sentence. A dash: closed before it was asked for.';
comment on column cases.heard_by is 'Who heard it.';
comment on column cases.heard_on is
  'The call it was heard on. No reference: the record of calls is kept for another time than cases are.';
comment on column cases.heard_in is 'The written message it stands in. Neither this nor a call: brought in as history.';
comment on column cases.version is 'Grows with each change of what stands here. Whoever changes it says which one they saw.';
create index cases_by_silence on cases (waiting_until) where status = 'waiting-for-customer';
create index cases_open_by_touch on cases (touched_at) where status <> 'closed';

alter table promises
  add column call_id text
    constraint promises_call_id_length check (length(call_id) between 1 and 150),
  add column why text
    constraint promises_why_length check (length(btrim(why)) between 1 and 300),
  add constraint promises_why_whole check (why is null or state = 'broken');
comment on column promises.call_id is 'On which call it was made; null for one made without. No reference, as in cases.heard_on.';
comment on column promises.why is 'Of a broken one: a word why. Null only for those broken before it was asked for.';

create table errands (
  id bigint generated always as identity primary key,
  case_id bigint not null
    constraint errands_case_id_fkey references cases on delete cascade,
  party text not null
    constraint errands_party_length check (party = btrim(party) and length(party) between 1 and 200),
  contact text
    constraint errands_contact_length check (length(btrim(contact)) between 1 and 200),
  what text not null
    constraint errands_what_length check (what = btrim(what) and length(what) between 1 and 300),
  due_at timestamptz not null,
  asked_at timestamptz not null,
  asked_by bigint not null
    constraint errands_asked_by_fkey references agents,
  state text not null default 'open'
    constraint errands_state_known check (state in ('open', 'done', 'dropped')),
  ended_at timestamptz,
  ended_by bigint references agents,
  ended_words text
    constraint errands_ended_words_length check (length(btrim(ended_words)) between 1 and 300),
  constraint errands_ended_whole check ((state = 'open') = (ended_at is null)
    and (state = 'open') = (ended_by is null) and (state = 'open') = (ended_words is null))
);
comment on table errands is 'What a third party owes us for a case, and by when. Done or dropped, it stays on the case.';
comment on column errands.party is 'Who: a contractor, a warehouse, an insurer.';
comment on column errands.contact is 'How to reach them: a name, a number, an address, as it was written down.';
create index errands_by_case on errands (case_id, due_at);
create index errands_open_by_due on errands (due_at) where state = 'open';

create table timeline (
  id bigint generated always as identity primary key,
  case_id bigint not null
    constraint timeline_case_id_fkey references cases on delete cascade,
  at timestamptz not null default now(),
  kind text not null
    constraint timeline_kind_known check (kind in ('opened', 'note', 'correction', 'words', 'status', 'owner', 'customer',
      'promise-made', 'promise-kept', 'promise-broken', 'promise-passed-on',
      'errand-added', 'errand-chased', 'errand-done', 'errand-dropped',
      'exception', 'call', 'closed', 'reopened', 'imported')),
  author_id bigint
    constraint timeline_author_id_fkey references agents,
  text text
    constraint timeline_text_length check (length(text) between 1 and 8000),
  call_id text
    constraint timeline_call_id_length check (length(call_id) between 1 and 150),
  corrects_id bigint
    constraint timeline_corrects_id_fkey references timeline,
  promise_id bigint
    constraint timeline_promise_id_fkey references promises on delete cascade,
  errand_id bigint
    constraint timeline_errand_id_fkey references errands on delete cascade,
  version integer,
  detail jsonb not null default '{}'
    constraint timeline_detail_shape check (jsonb_typeof(detail) = 'object'),
  constraint timeline_corrects_id_whole check ((kind = 'correction') = (corrects_id is not null)),
  constraint timeline_text_needed
    check (text is not null or kind not in ('note', 'correction', 'exception', 'errand-chased', 'closed', 'reopened'))
);
comment on table timeline is 'What was said and done on a case, in order. Lines are added, never rewritten: a correction is one more line.';
comment on column timeline.author_id is 'Null: the service itself, as when a date has passed in silence, or an import.';
comment on column timeline.text is 'As somebody wrote it.';
comment on column timeline.call_id is 'During which call. No reference: it is noted before the record of calls has the call.';
comment on column timeline.corrects_id is 'The line that this one corrects.';
comment on column timeline.version is 'The version of the case that this made; null for a line that only adds.';
comment on column timeline.detail is 'What else belongs to its kind: from and to, a rule''s name, a date.';
create index timeline_by_case on timeline (case_id, at desc, id desc);
-- What the next person must read, found in a caller's look-up.
create index timeline_written on timeline (case_id, at desc, id desc)
  where kind in ('note', 'correction', 'owner') and text is not null;
create index timeline_by_corrected on timeline (corrects_id) where corrects_id is not null;
create index timeline_by_promise on timeline (promise_id) where promise_id is not null;
create index timeline_by_errand on timeline (errand_id, at) where errand_id is not null;

create function timeline_stays() returns trigger
  language plpgsql
  as $$ begin raise exception 'the timeline is added to, never rewritten' using errcode = 'restrict_violation'; end $$;
create trigger timeline_stays before update on timeline
  for each row execute function timeline_stays();

insert into timeline (case_id, at, kind, author_id, detail)
select id, opened_at, 'opened', null, '{}' from cases;
insert into timeline (case_id, at, kind, author_id, text)
select case_id, at, 'note', author_id, text from case_notes order by id;
drop table case_notes;

alter table house
  add column quiet_days integer not null default 14
    constraint house_quiet_days_range check (quiet_days between 1 and 365);
comment on column house.quiet_days is 'After so many days without a touch an open case is shown to its owner, after twice as many on the board.';
