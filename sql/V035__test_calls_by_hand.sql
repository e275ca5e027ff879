-- Once test calls are switched off, none of their own will come to end an alarm: only those made by hand count then.

alter table test_calls add column by_hand boolean not null default false;
comment on column test_calls.by_hand is 'Whether somebody asked for it; otherwise it was due.';
