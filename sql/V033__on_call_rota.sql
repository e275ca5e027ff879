-- Who is on call when: turns of a front door, in order. Whoever was on call alone stays where they are, front_doors.on_call_id,
-- and is on call while it is nobody's turn.

create table door_turns (
  front_door_id bigint not null
    constraint door_turns_front_door_id_fkey references front_doors on delete cascade,
  position integer not null
    constraint door_turns_position_range check (position >= 0),
  agent_id bigint not null
    constraint door_turns_agent_id_fkey references agents,
  from_minute integer not null
    constraint door_turns_from_minute_range check (from_minute between 0 and 1439),
  to_minute integer not null
    constraint door_turns_to_minute_range check (to_minute between 0 and 1440),
  days integer[]
    constraint door_turns_days_range check (days <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(days) between 1 and 7),
  every_weeks integer
    constraint door_turns_every_weeks_range check (every_weeks between 1 and 12),
  week_of date,
  first_day date,
  last_day date,
  constraint door_turns_weekly_or_once check (
    num_nulls(days, every_weeks) = 0 and (every_weeks = 1 or week_of is not null) and num_nonnulls(first_day, last_day) = 0
    or num_nulls(first_day, last_day) = 0 and num_nonnulls(days, every_weeks, week_of) = 0),
  constraint door_turns_in_order check (first_day < last_day or (first_day = last_day and from_minute < to_minute)),
  primary key (front_door_id, position)
);
comment on table door_turns is 'A front door''s rota by the wall clock of its time zone: the first turn that fits is on call. Days by ISO 8601, Monday is 1.';
comment on column door_turns.to_minute is 'Minutes since midnight; 1440 is the end of the day. Of a weekly turn, not after from_minute is the next day''s.';
comment on column door_turns.every_weeks is '2 is every other week, and week_of a day in one of them; a turn belongs to the week, from Monday on, in which it begins.';
comment on column door_turns.first_day is 'Of a turn that comes once: from from_minute of this day until to_minute of last_day.';
comment on column front_doors.on_call_id is 'Whose phone rings outside hours, and when nobody of the teams is ready, while it is nobody''s turn (door_turns).';
