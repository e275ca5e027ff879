-- Customers and cases that come from elsewhere are known by the key they had there, so that the same file read twice
-- changes them instead of doubling them. Whoever was entered here has a key too: what is exported can be read again.

alter table customers
  add column key text not null default gen_random_uuid()::text
    constraint customers_key_key unique
    constraint customers_key_length check (key = btrim(key) and length(key) between 1 and 100);
comment on column customers.key is 'The customer''s key in the system they came from, or one made up here. Never shown at a desk.';

alter table cases
  add column key text not null default gen_random_uuid()::text
    constraint cases_key_key unique
    constraint cases_key_length check (key = btrim(key) and length(key) between 1 and 100);
comment on column cases.key is 'As for customers.';

create table imports (
  id bigint generated always as identity primary key,
  kind text not null
    constraint imports_kind_known check (kind in ('customers', 'numbers', 'cases')),
  agent_id bigint not null
    constraint imports_agent_id_fkey references agents,
  finished_at timestamptz not null default now(),
  created integer not null
    constraint imports_created_range check (created >= 0),
  changed integer not null
    constraint imports_changed_range check (changed >= 0),
  unchanged integer not null
    constraint imports_unchanged_range check (unchanged >= 0)
);
comment on table imports is 'Who brought in how much, and when. The files themselves are not kept.';
