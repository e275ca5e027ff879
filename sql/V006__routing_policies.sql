-- Who else may answer at a front door, and when; who stands in for whom; which numbers are many people's.

alter table front_doors
  add column patience_seconds integer not null default 20
    constraint front_doors_patience_seconds_range check (patience_seconds between 0 and 600),
  add column wrap_up_seconds integer not null default 0
    constraint front_doors_wrap_up_seconds_range check (wrap_up_seconds between 0 and 3600),
  add column on_call_id bigint
    constraint front_doors_on_call_id_fkey references agents,
  add column time_zone text not null default 'Europe/Paris'
    constraint front_doors_time_zone_length check (length(time_zone) between 1 and 100),
  add column holidays text not null default 'none'
    constraint front_doors_holidays_known check (holidays in ('none', 'france', 'alsace-moselle'));
comment on column front_doors.patience_seconds is 'How long a caller may wait for somebody who knows them, from the first ring; then anybody.';
comment on column front_doors.wrap_up_seconds is 'The longest an agent is left alone after a conversation; 0 not at all.';
comment on column front_doors.on_call_id is 'Whose phone rings outside hours, and when nobody of the teams is ready.';

create table door_hours (
  front_door_id bigint not null references front_doors on delete cascade,
  day integer not null
    constraint door_hours_day_range check (day between 1 and 7),
  opens_minute integer not null
    constraint door_hours_opens_minute_range check (opens_minute between 0 and 1439),
  closes_minute integer not null
    constraint door_hours_closes_minute_range check (closes_minute between 1 and 1440),
  constraint door_hours_in_order check (opens_minute < closes_minute),
  primary key (front_door_id, day, opens_minute)
);
comment on table door_hours is 'The weekly hours by the wall clock of the door''s time zone; no row at all: always open. Days by ISO 8601, Monday is 1.';
comment on column door_hours.closes_minute is 'Minutes since midnight; 1440 is the end of the day.';

create table door_closed_days (
  front_door_id bigint not null references front_doors on delete cascade,
  day date not null,
  primary key (front_door_id, day)
);

create table door_closures (
  front_door_id bigint not null references front_doors on delete cascade,
  closes_at timestamptz not null,
  opens_at timestamptz not null,
  constraint door_closures_in_order check (closes_at < opens_at),
  primary key (front_door_id, closes_at)
);

create table door_overflow (
  front_door_id bigint not null references front_doors on delete cascade,
  position integer not null,
  team_id bigint not null
    constraint door_overflow_team_id_fkey references teams,
  after_seconds integer not null
    constraint door_overflow_after_seconds_range check (after_seconds between 0 and 3600),
  primary key (front_door_id, position),
  constraint door_overflow_team_id_key unique (front_door_id, team_id)
);
comment on table door_overflow is 'Other teams that help at a front door, each after the caller has rung so long.';

alter table agents
  add column deputy_id bigint
    constraint agents_deputy_id_fkey references agents
    constraint agents_deputy_id_not_self check (deputy_id <> id),
  add column works_without_desk boolean not null default false;
comment on column agents.deputy_id is 'Who stands in for them when they are off or away. No ring: held by the service, in one transaction.';
comment on column agents.works_without_desk is 'Their phone is enough: a closed browser does not make them away.';

create table shared_numbers (
  number e164 primary key
);
comment on table shared_numbers is 'Numbers that many people call from (a switchboard, a relay service, a family): alone they tie nobody to anybody.';

create table house (
  one boolean primary key default true
    constraint house_one check (one),
  missed_offers integer not null default 3
    constraint house_missed_offers_range check (missed_offers between 0 and 100)
);
insert into house default values;
comment on table house is 'What holds for every front door.';
comment on column house.missed_offers is 'After how many offers in a row that rang out an agent counts as away; 0 never.';
