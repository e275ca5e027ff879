-- Whom we owe a call back, and what we promised.

alter table front_doors
  add column callback_due_minutes integer not null default 60
    constraint front_doors_callback_due_minutes_range check (callback_due_minutes between 1 and 10080);
comment on column front_doors.callback_due_minutes is 'Within how many minutes of its open hours whoever was not answered here is called back.';

create table debts (
  id bigint generated always as identity primary key,
  number e164 not null,
  customer_id bigint references customers on delete set null,
  front_door_id bigint not null references front_doors,
  owner_id bigint references agents,
  began_at timestamptz not null,
  missed_at timestamptz not null,
  due_at timestamptz not null,
  settled_at timestamptz,
  settled_by bigint references agents,
  settled_call_id text references calls on delete set null,
  written_off_at timestamptz,
  written_off_by bigint references agents,
  written_off_reason text
    constraint debts_reason_length check (length(btrim(written_off_reason)) between 1 and 500),
  constraint debts_missed_at_order check (missed_at >= began_at),
  constraint debts_written_off_whole
    check ((written_off_at is null) = (written_off_reason is null) and (written_off_at is null) = (written_off_by is null)),
  constraint debts_one_end check (settled_at is null or written_off_at is null)
);
comment on table debts is 'Callers nobody answered and nobody has reached since. One open debt a caller; it ends by a talk or by an administrator''s reason, never by time.';
comment on column debts.number is 'The number they called from last.';
comment on column debts.owner_id is 'Null when nobody could be found for it: then every administrator sees it.';
comment on column debts.began_at is 'When the first of its calls arrived.';
comment on column debts.missed_at is 'When the last of its calls arrived: only a talk after that settles it.';
create index debts_open_by_number on debts (number) where settled_at is null and written_off_at is null;
create index debts_open_by_customer on debts (customer_id) where settled_at is null and written_off_at is null;
create index debts_open_by_owner on debts (owner_id, due_at) where settled_at is null and written_off_at is null;
create index debts_written_off on debts (written_off_at desc) where written_off_at is not null;

create table debt_calls (
  call_id text primary key references calls on delete cascade,
  debt_id bigint not null references debts on delete cascade
);
comment on table debt_calls is 'The unanswered calls of each debt. A call is in one at most, so weighing it twice changes nothing.';
create index debt_calls_by_debt on debt_calls (debt_id);

-- Debts come from the record, whoever wrote it and whenever: a call that ended while the service was dead too.
alter table calls add column weighed_at timestamptz;
comment on column calls.weighed_at is 'When its part in the debts was last decided; null: to be decided, for it is new or was changed since.';
-- What ended before there were debts leaves none.
update calls set weighed_at = now() where ended_at is not null;
create index calls_to_weigh on calls (arrived_at)
  where weighed_at is null and (ended_at is not null or answered_at is not null);

create function weigh_call_again() returns trigger
  language plpgsql
  as $$ begin new.weighed_at := null; return new; end $$;
comment on function weigh_call_again() is 'However a call''s record is changed, and by whom: what it means for the debts is asked again.';
create trigger calls_weigh_again before update on calls
  for each row when (old.weighed_at is not null and new.weighed_at is not distinct from old.weighed_at)
  execute function weigh_call_again();

create table promises (
  id bigint generated always as identity primary key,
  case_id bigint not null
    constraint promises_case_id_fkey references cases on delete cascade,
  what text not null
    constraint promises_what_length check (what = btrim(what) and length(what) between 1 and 300),
  by_id bigint not null
    constraint promises_by_id_fkey references agents,
  due_at timestamptz not null,
  made_at timestamptz not null,
  made_by bigint not null references agents,
  state text not null default 'open'
    constraint promises_state_known check (state in ('open', 'kept', 'broken')),
  ended_at timestamptz,
  ended_by bigint references agents,
  constraint promises_ended_whole check ((state = 'open') = (ended_at is null) and (state = 'open') = (ended_by is null))
);
comment on table promises is 'What one of us said would be done, by whom and by when. Kept or broken, it stays on the case.';
create index promises_by_case on promises (case_id, due_at);
create index promises_open_by_agent on promises (by_id, due_at) where state = 'open';
create index promises_open_by_due on promises (due_at) where state = 'open';
