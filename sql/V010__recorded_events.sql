-- What the core was told, and what it decided: for playing a day back. No names, numbers or words of anybody.

create table event_runs (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null
    constraint event_runs_seen_at_order check (seen_at >= started_at),
  first_offer bigint not null,
  limits jsonb not null
    constraint event_runs_limits_shape check (jsonb_typeof(limits) = 'object')
);
comment on table event_runs is 'Lives of the service: each begins with a core that has nothing in mind.';
comment on column event_runs.seen_at is 'Until when everything it was told is known to have been kept, but for gaps in the numbers of its events.';
comment on column event_runs.limits is 'The core''s own times.';
create index event_runs_by_start on event_runs (started_at desc);

create table events (
  run_id bigint not null references event_runs on delete cascade,
  seq bigint not null
    constraint events_seq_range check (seq >= 1),
  at timestamptz not null,
  body jsonb not null
    constraint events_body_shape check (jsonb_typeof(body) = 'object'),
  decisions jsonb not null
    constraint events_decisions_shape check (jsonb_typeof(decisions) = 'array'),
  primary key (run_id, seq)
);
comment on table events is 'In the order in which the core took them in. Kept for DECROCHE_EVENTS_DAYS.';
comment on column events.seq is 'From 1 without a gap; a gap is something that could not be kept, and nothing after it can be played back.';
comment on column events.decisions is 'Whose phone was to ring, and by which rule, after this event.';
create index events_by_time on events (at);
