-- Signing in: which machines are signed in, which are known, and a second factor.

alter table sessions
  add column id bigint generated always as identity
    constraint sessions_id_key unique,
  add column device text not null default ''
    constraint sessions_device_length check (length(device) <= 100),
  add column seen_at timestamptz not null default now();
comment on column sessions.id is 'What its owner ends it by: the token itself is known to its browser alone.';
comment on column sessions.device is 'Browser and system, as in "Firefox, Windows"; empty when they are not known.';
comment on column sessions.seen_at is 'Last use, within a minute.';

create table known_devices (
  token_sha256 bytea primary key
    constraint known_devices_token_sha256_length check (octet_length(token_sha256) = 32),
  agent_id bigint not null references agents on delete cascade,
  seen_at timestamptz not null default now()
);
comment on table known_devices is
  'Browsers that an agent has signed in with. Strangers who guess at a login slow each other down, and not these.';
create index known_devices_by_agent on known_devices (agent_id);
create index known_devices_by_age on known_devices (seen_at);

alter table agents
  add column totp_secret bytea
    constraint agents_totp_secret_length check (octet_length(totp_secret) = 20),
  add column totp_since timestamptz,
  add column totp_step bigint,
  add constraint agents_totp_whole check (totp_secret is not null or (totp_since is null and totp_step is null)),
  add column signed_off_ha1 text
    constraint agents_signed_off_ha1_shape check (signed_off_ha1 ~ '^[0-9a-f]{32}$'),
  add constraint agents_signed_off_ha1_disabled check (disabled or signed_off_ha1 is null);
comment on column agents.totp_secret is 'RFC 6238, HMAC-SHA-1, 30 s. Nothing without the password, which is kept as a slow hash beside it.';
comment on column agents.totp_since is 'Asked for at each sign-in since then; null while nobody has shown that their device knows the secret.';
comment on column agents.totp_step is 'The time step of the last code used: neither it nor an earlier one is taken again.';
comment on column agents.signed_off_ha1 is
  'Random, known to nobody but the service, which signs the phone of a disabled person off with it.';

create table recovery_codes (
  agent_id bigint not null references agents on delete cascade,
  code_sha256 bytea not null
    constraint recovery_codes_code_sha256_length check (octet_length(code_sha256) = 32),
  primary key (agent_id, code_sha256)
);
comment on table recovery_codes is 'In place of a code, once each. Seventy random bits need no slow hash.';

-- The phone of a disabled person: their password is worth nothing from then on, and the service can sign it off.
create or replace view asterisk.ps_auths as
  select phone as id,
         'md5' as auth_type,
         phone as username,
         case when disabled then signed_off_ha1 else phone_ha1 end as md5_cred,
         'decroche' as realm
  from public.agents
  where phone is not null and (not disabled or signed_off_ha1 is not null);
