-- Who answers: agents, their teams, and the public numbers that ring them.
--
-- Constraints are named <table>_<column>_<what>, as PostgreSQL itself does: the service derives from a broken
-- one which field of a form was wrong.

-- One spelling of a public phone number everywhere, so that equality is enough to find a caller.
create domain e164 as text
  constraint number_shape check (value ~ '^\+[1-9][0-9]{4,14}$');
comment on domain e164 is 'A public phone number in E.164: a plus sign, then 5 to 15 digits.';

create table agents (
  id bigint generated always as identity primary key,
  login text not null
    constraint agents_login_key unique
    constraint agents_login_shape check (login ~ '^[a-z][a-z0-9._-]{0,31}$'),
  name text not null
    constraint agents_name_length check (name = btrim(name) and length(name) between 1 and 100),
  role text not null
    constraint agents_role_known check (role in ('agent', 'administrator')),
  password_hash text not null
    constraint agents_password_hash_shape check (password_hash like '$_%$_%' and length(password_hash) <= 500),
  phone text
    constraint agents_phone_key unique
    constraint agents_phone_shape check (phone ~ '^[a-z][a-z0-9]{5,15}$'),
  phone_ha1 text
    constraint agents_phone_ha1_shape check (phone_ha1 ~ '^[0-9a-f]{32}$'),
  availability text not null default 'off'
    constraint agents_availability_known check (availability in ('ready', 'away', 'off')),
  away_reason text
    constraint agents_away_reason_length check (length(away_reason) between 1 and 200),
  availability_since timestamptz not null default now(),
  disabled boolean not null default false,
  created_at timestamptz not null default now(),
  constraint agents_phone_whole check ((phone is null) = (phone_ha1 is null)),
  constraint agents_who_answer_have_a_phone check (role = 'administrator' or phone is not null),
  constraint agents_away_reason_only_away check (away_reason is null or availability = 'away'),
  constraint agents_disabled_are_off check (not disabled or availability = 'off')
);
comment on table agents is 'People who answer, and those who administer. Never deleted: past calls and cases name them.';
comment on column agents.password_hash is 'Salted hash in the $scheme$… form. The check keeps a plain password from slipping in.';
comment on column agents.phone is 'SIP user name, generated. Null only for an administrator who answers no calls.';
comment on column agents.phone_ha1 is 'MD5(user:realm:password) as SIP digest needs it; the password itself is kept nowhere.';
comment on column agents.availability is 'What the agent chose. What the phone is doing is observed live and never stored.';
comment on column agents.availability_since is 'Start of the current availability; longest-idle counts from here after a restart.';

create table teams (
  id bigint generated always as identity primary key,
  name text not null
    constraint teams_name_key unique
    constraint teams_name_length check (name = btrim(name) and length(name) between 1 and 100)
);
comment on table teams is 'Who answers a front door together.';

create table team_members (
  team_id bigint not null references teams on delete cascade,
  agent_id bigint not null references agents on delete cascade,
  primary key (team_id, agent_id)
);
create index team_members_by_agent on team_members (agent_id);

create table front_doors (
  id bigint generated always as identity primary key,
  number e164 not null
    constraint front_doors_number_key unique,
  name text not null
    constraint front_doors_name_length check (name = btrim(name) and length(name) between 1 and 100),
  country text not null
    constraint front_doors_country_shape check (country ~ '^[A-Z]{2}$'),
  team_id bigint not null
    constraint front_doors_team_id_fkey references teams,
  offer_seconds integer not null default 20
    constraint front_doors_offer_seconds_range check (offer_seconds between 1 and 300),
  remember_days integer not null default 90
    constraint front_doors_remember_days_range check (remember_days between 0 and 3650),
  real_talk_seconds integer not null default 10
    constraint front_doors_real_talk_seconds_range check (real_talk_seconds between 0 and 3600)
);
comment on table front_doors is 'A public number with the team behind it.';
comment on column front_doors.country is 'ISO 3166 code: how a number without country code is read here.';
comment on column front_doors.offer_seconds is 'How long one phone rings before the next human is asked.';
comment on column front_doors.remember_days is 'For how many days the last talk decides who answers; 0 never.';
comment on column front_doors.real_talk_seconds is 'Shorter talks (wrong number, cut line) tie nobody to the caller.';

create table sessions (
  token_sha256 bytea primary key
    constraint sessions_token_sha256_length check (octet_length(token_sha256) = 32),
  agent_id bigint not null references agents on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint sessions_expires_at_order check (expires_at > created_at)
);
comment on table sessions is 'Signed-in desks. Only a hash of the cookie is kept: reading this table signs nobody in.';
create index sessions_by_agent on sessions (agent_id);
create index sessions_by_end on sessions (expires_at);
