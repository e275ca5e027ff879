-- Calls of our own that show whether callers get through. They are no calls of anybody: none of them is in "calls".

alter table house
  add column test_call_seconds integer not null default 60
    constraint house_test_call_seconds_range check (test_call_seconds = 0 or test_call_seconds between 10 and 86400);
comment on column house.test_call_seconds is 'How often each front door is called by the service itself; 0 never.';

create table test_calls (
  id bigint generated always as identity primary key,
  front_door_id bigint not null
    constraint test_calls_front_door_id_fkey references front_doors on delete cascade,
  at timestamptz not null,
  passed boolean not null,
  milliseconds integer not null
    constraint test_calls_milliseconds_range check (milliseconds >= 0)
);
comment on table test_calls is 'What came of them; kept for a week.';
comment on column test_calls.milliseconds is 'From the call to the robot''s picking up, or to giving up.';
create index test_calls_by_door on test_calls (front_door_id, at desc);
create index test_calls_by_time on test_calls (at);
