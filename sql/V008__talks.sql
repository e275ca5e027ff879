-- Who talked on a call, and how long: with a hand-over, several of ours.

create table talks (
  call_id text not null references calls on delete cascade,
  agent_id bigint not null
    constraint talks_agent_id_fkey references agents,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (call_id, agent_id, began_at),
  constraint talks_ended_at_order check (ended_at >= began_at)
);
comment on table talks is 'Each one''s own time with the caller. Whoever comes back to a call has two rows of it.';
comment on column talks.ended_at is 'Null while they talk; the end of the call when their own leaving was not seen.';
create index talks_by_agent on talks (agent_id, began_at desc);

insert into talks (call_id, agent_id, began_at, ended_at)
select id, answered_by, answered_at, greatest(ended_at, answered_at) from calls where answered_by is not null;

alter table call_steps
  drop constraint call_steps_kind_known,
  add constraint call_steps_kind_known check (kind in ('arrived', 'identified', 'look-up-late', 'waiting', 'offered',
    'ringing', 'offer-ended', 'answered', 'joined', 'left', 'outside', 'ended', 'fallback'));
