-- What happened, and why: one row a call, one row a step.

create table calls (
  id text primary key
    constraint calls_id_length check (length(id) between 1 and 150),
  front_door_id bigint references front_doors,
  number_kind text not null
    constraint calls_number_kind_known check (number_kind in ('number', 'withheld', 'extension', 'unreadable')),
  number text,
  customer_id bigint references customers on delete set null,
  arrived_at timestamptz not null,
  identified_at timestamptz,
  answered_at timestamptz,
  answered_by bigint references agents,
  ended_at timestamptz,
  ending text
    constraint calls_ending_length check (length(ending) between 1 and 60),
  seconds_billed_before_human integer not null default 0
    constraint calls_seconds_billed_before_human_range check (seconds_billed_before_human >= 0),
  constraint calls_number_shape check (
    case number_kind
      when 'number' then number is not null and number ~ '^\+[1-9][0-9]{4,14}$'
      when 'extension' then number is not null and number ~ '^[0-9]{2,6}$'
      else number is null
    end),
  constraint calls_answered_by_order check (answered_by is null or answered_at is not null),
  constraint calls_ending_order check (ending is null or ended_at is not null)
);
comment on table calls is 'A caller''s call, from INVITE to hang-up. The id is Asterisk''s uniqueid of the caller''s channel.';
comment on column calls.front_door_id is 'The door that took the call: the first one when the number dialled is none of ours. Null when its arrival was not seen.';
comment on column calls.number is 'E.164, or the digits of another exchange''s extension; null when withheld or unreadable.';
comment on column calls.customer_id is 'Who of the people of this number it was. Chosen by the agent when there are several.';
comment on column calls.answered_by is 'Null although answered when Asterisk connected the call alone and the service learned no name.';
comment on column calls.seconds_billed_before_human is 'The promise is 0; counted so that a breach shows.';
create index calls_by_arrival on calls (arrived_at desc, id desc);
-- The two ways to find the last person who really talked with a caller; both end at their first row.
create index calls_talked_by_number on calls (number, answered_at desc)
  where answered_by is not null and ended_at is not null and number_kind = 'number';
create index calls_talked_by_customer on calls (customer_id, answered_at desc)
  where answered_by is not null and ended_at is not null and customer_id is not null;
create index calls_by_customer on calls (customer_id, arrived_at desc) where customer_id is not null;
create index calls_not_ended on calls (arrived_at) where ended_at is null;

create table call_steps (
  call_id text not null references calls on delete cascade,
  seq bigint not null
    constraint call_steps_seq_range check (seq >= 1),
  at timestamptz not null,
  kind text not null
    constraint call_steps_kind_known check (kind in ('arrived', 'identified', 'look-up-late', 'waiting', 'offered',
      'ringing', 'offer-ended', 'answered', 'ended', 'fallback')),
  agent_id bigint references agents,
  offer bigint,
  reason text
    constraint call_steps_reason_length check (length(reason) between 1 and 500),
  detail jsonb not null default '{}'
    constraint call_steps_detail_shape check (jsonb_typeof(detail) = 'object'),
  primary key (call_id, seq)
);
comment on table call_steps is
  'The journal. One row per call and number in order, so that a batch written twice changes nothing.';
comment on column call_steps.seq is
  'Grows within a call. After a restart it goes on from the epoch milliseconds, so new lines never meet old ones.';
comment on column call_steps.reason is 'One line for people: why this agent, why not.';
