-- What Asterisk may read of us: phones, and nothing else. It registers phones from these views (PJSIP realtime).
create schema asterisk;
comment on schema asterisk is
  'Views for Asterisk''s PJSIP realtime. Its role reads these, and no table: a break-in there shows no customer.';
