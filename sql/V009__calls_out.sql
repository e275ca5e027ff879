-- Calls that we make: who made them, to whom, for which debt, and what the agent says came of it.

alter table calls
  add column direction text not null default 'in'
    constraint calls_direction_known check (direction in ('in', 'out')),
  add column called_by bigint
    constraint calls_called_by_fkey references agents,
  add column debt_id bigint
    constraint calls_debt_id_fkey references debts on delete set null,
  add column outcome text
    constraint calls_outcome_known check (outcome in ('reached', 'machine', 'wrong-person')),
  add column judged_at timestamptz,
  add constraint calls_out_whole
    check (direction = 'out' or (called_by is null and debt_id is null and outcome is null and judged_at is null)),
  add constraint calls_judged_whole check ((outcome is null) = (judged_at is null));
comment on column calls.direction is 'in: somebody called us; out: one of us called them, and "number" is whom.';
comment on column calls.called_by is 'Of a call out: who pressed the key, or whose phone it was dialled on.';
comment on column calls.debt_id is 'Of a call out: the debt it was made for.';
comment on column calls.answered_at is 'When a human of ours picked up; of a call out, when the other side was answered, perhaps by a machine.';
comment on column calls.outcome is 'Of a call out that was answered: what the agent who made it says. Not said yet counts as not reached.';
comment on table calls is
  'A call, from INVITE to hang-up. The id is Asterisk''s uniqueid of the caller''s channel; of a call out, of the agent''s own.';
create index calls_out_by_debt on calls (debt_id, arrived_at desc) where debt_id is not null;
create index calls_out_by_agent on calls (called_by, arrived_at desc) where direction = 'out';

alter table call_steps
  drop constraint call_steps_kind_known,
  add constraint call_steps_kind_known check (kind in ('arrived', 'identified', 'look-up-late', 'waiting', 'offered',
    'ringing', 'offer-ended', 'answered', 'joined', 'left', 'outside', 'ended', 'fallback',
    'called-out', 'callee-ringing', 'callee-answered'));

alter table house
  add column calls_out_at_once integer not null default 10
    constraint house_calls_out_at_once_range check (calls_out_at_once between 0 and 1000),
  add column calls_out_per_hour integer not null default 300
    constraint house_calls_out_per_hour_range check (calls_out_per_hour between 0 and 100000),
  add column calls_out_per_agent_and_hour integer not null default 30
    constraint house_calls_out_per_agent_and_hour_range check (calls_out_per_agent_and_hour between 0 and 1000),
  add column destinations text[] not null default '{}'
    constraint house_destinations_length check (cardinality(destinations) <= 100);
comment on column house.calls_out_at_once is 'At the same time, of the whole house; 0 forbids calling out.';
comment on column house.destinations is 'What numbers that may be called begin with, in E.164 form; none at all: those of the own country.';
