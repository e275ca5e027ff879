-- What Asterisk may read of us: phones, and nothing else. It registers phones from these views (PJSIP realtime).
create schema asterisk;
comment on schema asterisk is
  'Views for Asterisk''s PJSIP realtime. Its role reads these, and no table: a break-in there shows no customer.';

create view asterisk.ps_endpoints as
  select phone as id,
         phone as aors,
         phone as auth,
         'from-phone' as context,
         'all' as disallow,
         'opus,ulaw,alaw' as allow,
         'no' as direct_media,
         'yes' as rewrite_contact,
         'yes' as rtp_symmetric,
         'yes' as force_rport,
         '1' as device_state_busy_at,
         '"' || regexp_replace(name, '[^[:alnum:] .''-]', '', 'g') || '" <' || phone || '>' as callerid
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
comment on view asterisk.ps_auths is 'Digests only: no password is known here, and none can be read.';

create view asterisk.ps_aors as
  select phone as id,
         '1' as max_contacts,
         'yes' as remove_existing,
         '30' as qualify_frequency,
         '86400' as maximum_expiration
  from public.agents
  where phone is not null and not disabled;
