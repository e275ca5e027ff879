-- Callers whose network would cut what rings unanswered for too long.

alter table front_doors
  add column long_wait_seconds integer
    constraint front_doors_long_wait_seconds_range check (long_wait_seconds between 10 and 3600);
comment on column front_doors.long_wait_seconds is
  'After how long without a human the caller''s side is answered, and billed, and a plain ringing tone goes on. Null: never.';

alter table calls
  add column billed_at timestamptz;
comment on column calls.billed_at is
  'When the caller''s side was answered although no human was there; null but at a front door that does so after a long wait.';

alter table call_steps
  drop constraint call_steps_kind_known,
  add constraint call_steps_kind_known check (kind in ('arrived', 'identified', 'look-up-late', 'waiting', 'offered',
    'ringing', 'offer-ended', 'billed', 'answered', 'joined', 'left', 'outside', 'ended', 'fallback',
    'called-out', 'callee-ringing', 'callee-answered'));
