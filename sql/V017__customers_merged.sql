-- Who a customer is on the phone, and two of them that are found to be one.

alter table customers
  add column kind text not null default 'person'
    constraint customers_kind_known check (kind in ('person', 'firm')),
  add column called text
    constraint customers_called_length check (called = btrim(called) and length(called) between 1 and 100),
  add column firm_id bigint
    constraint customers_firm_id_fkey references customers on delete set null
    constraint customers_firm_id_not_self check (firm_id <> id),
  add column merged_into bigint
    constraint customers_merged_into_fkey references customers
    constraint customers_merged_into_not_self check (merged_into <> id),
  add column version integer not null default 1
    constraint customers_version_range check (version >= 1),
  add constraint customers_firm_id_person check (firm_id is null or kind = 'person');
comment on table customers is 'A person, or a firm with people. A phone number is not a person: see customer_numbers.';
comment on column customers.called is 'How they like to be called, when it is not their name.';
comment on column customers.note is
  'What matters on the phone ("hard of hearing, speak slowly"), a few short lines, shown before anyone picks up.';
comment on column customers.firm_id is 'The firm somebody belongs to.';
comment on column customers.merged_into is
  'The customer that this one turned out to be. What was theirs is the other''s now; the row stays, so that it can be undone.';
comment on column customers.version is 'As for cases.';
create index customers_by_firm on customers (firm_id) where firm_id is not null;
create index customers_by_merge on customers (merged_into) where merged_into is not null;

create table customer_changes (
  id bigint generated always as identity primary key,
  customer_id bigint not null
    constraint customer_changes_customer_id_fkey references customers on delete cascade,
  at timestamptz not null,
  by_id bigint not null
    constraint customer_changes_by_id_fkey references agents,
  version integer,
  detail jsonb not null
    constraint customer_changes_detail_shape check (jsonb_typeof(detail) = 'object')
);
create index customer_changes_by_customer on customer_changes (customer_id, at desc, id desc);
comment on table customer_changes is 'What about a customer changed, by whom and when: each field as it was and is. Added to, never rewritten.';
comment on column customer_changes.version is 'The version that this made; null for a number that came or went.';

create table merges (
  id bigint generated always as identity primary key,
  kept_id bigint not null
    constraint merges_kept_id_fkey references customers on delete cascade,
  gone_id bigint not null
    constraint merges_gone_id_fkey references customers on delete cascade,
  at timestamptz not null,
  by_id bigint not null
    constraint merges_by_id_fkey references agents,
  moved jsonb not null
    constraint merges_moved_shape check (jsonb_typeof(moved) = 'object'),
  undone_at timestamptz,
  undone_by bigint
    constraint merges_undone_by_fkey references agents,
  constraint merges_undone_whole check ((undone_at is null) = (undone_by is null))
);
comment on table merges is 'Two customers found to be one, and what moved from one to the other, so that exactly that goes back.';
create unique index merges_standing_gone_key on merges (gone_id) where undone_at is null;
create index merges_by_kept on merges (kept_id);

create function kept_customer(id bigint) returns bigint
  language sql stable
  as $$
    with recursive chain (id, next) as (
      select c.id, c.merged_into from public.customers c where c.id = kept_customer.id
      union all
      select c.id, c.merged_into from chain join public.customers c on c.id = chain.next)
    select chain.id from chain where chain.next is null
  $$;
comment on function kept_customer(bigint) is 'Who somebody is after all merges.';

create function follow_merge() returns trigger
  language plpgsql
  as $$
    begin
      if new.customer_id is not null then
        new.customer_id := coalesce(public.kept_customer(new.customer_id), new.customer_id);
      end if;
      return new;
    end
  $$;
comment on function follow_merge() is 'A call that began before its caller was merged is the kept customer''s.';
create trigger calls_follow_merge before insert or update of customer_id on calls
  for each row execute function follow_merge();
create trigger debts_follow_merge before insert or update of customer_id on debts
  for each row execute function follow_merge();
