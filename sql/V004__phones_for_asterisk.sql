-- What Asterisk may read of us: phones, and nothing else. It registers them from these views (PJSIP realtime).
--
-- Asterisk keeps endpoints and addresses for ever, so that a dead database still rings: whatever changes with time
-- may only stand in ps_auths.
create schema asterisk;
comment on schema asterisk is
  'Views for Asterisk''s PJSIP realtime. Its role reads these and no table: a break-in there shows no customer.';

create view asterisk.ps_endpoints as
  select phone as id,
         'transport-udp' as transport,
         phone as aors,
         phone as auth,
         'from-phone' as context,
         'all' as disallow,
         'alaw,ulaw' as allow,
         'no' as direct_media,
         -- One call at a time: the second is busy.
         '1' as device_state_busy_at,
         -- Phones behind a home router send from another address than they write.
         'yes' as rewrite_contact,
         'yes' as rtp_symmetric,
         'yes' as force_rport,
         'username' as identify_by,
         '<' || phone || '>' as callerid,
         'no' as trust_id_inbound,
         'no' as send_pai,
         'no' as send_rpid,
         'no' as send_connected_line,
         'no' as allow_transfer,
         'no' as allow_subscribe,
         'no' as inband_progress
  from public.agents
  where phone is not null and not disabled;

create view asterisk.ps_auths as
  select phone as id,
         'md5' as auth_type,
         phone as username,
         phone_ha1 as md5_cred,
         'decroche' as realm
  from public.agents
  where phone is not null and not disabled;
comment on view asterisk.ps_auths is 'Digests only: no password is known here, so none can be read.';

create view asterisk.ps_aors as
  select phone as id,
         -- Asterisk searches its aors by this when it starts: always empty here, phones sign in by themselves.
         '' as contact,
         '1' as max_contacts,
         -- A phone that moved takes its place at once instead of being refused until the old one expires.
         'yes' as remove_existing,
         '30' as qualify_frequency,
         '3' as qualify_timeout,
         '300' as default_expiration,
         '30' as minimum_expiration,
         '86400' as maximum_expiration
  from public.agents
  where phone is not null and not disabled;
