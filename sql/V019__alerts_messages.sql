-- What others tell us of our customers: lines that are down since Tuesday; and what customers write instead of calling.

create table alerts (
  id bigint generated always as identity primary key,
  key text not null
    constraint alerts_key_key unique
    constraint alerts_key_length check (key = btrim(key) and length(key) between 1 and 100),
  title text not null
    constraint alerts_title_length check (title = btrim(title) and length(title) between 1 and 200),
  since timestamptz not null,
  received_at timestamptz not null,
  received_by bigint not null
    constraint alerts_received_by_fkey references agents,
  over_at timestamptz
);
comment on table alerts is 'Something that many customers should hear from us before they call.';
comment on column alerts.key is 'As the system knows it that told us: told again, it is the same alert.';
comment on column alerts.over_at is 'Nobody need be called for it any more.';
create index alerts_open on alerts (received_at desc) where over_at is null;

create table alert_customers (
  alert_id bigint not null references alerts on delete cascade,
  customer_id bigint not null
    constraint alert_customers_customer_id_fkey references customers on delete cascade,
  agent_id bigint
    constraint alert_customers_agent_id_fkey references agents,
  primary key (alert_id, customer_id)
);
comment on table alert_customers is 'Whom an alert is about. Numbers and keys of nobody we know are told to whoever brought them, and not kept.';
comment on column alert_customers.agent_id is 'The customer''s own agent when it came: who owns their open case, else who talked with them last, else the next of the team. Null: nobody was found.';
create index alert_customers_by_customer on alert_customers (customer_id);
create index alert_customers_by_agent on alert_customers (agent_id);

create view customers_to_alert as
  select l.id as alert_id, l.title, l.since, l.received_at, c.customer_id, c.agent_id
  from alerts l join alert_customers c on c.alert_id = l.id
  where l.over_at is null and not exists (
    select from calls t where t.customer_id = c.customer_id and t.answered_by is not null and t.ended_at is not null
      and t.arrived_at >= l.received_at and (t.direction = 'in' or t.outcome = 'reached'));
comment on view customers_to_alert is 'Who should still hear of an alert: a talk with them since it came, whoever called whom, is enough.';

create table sites (
  id bigint generated always as identity primary key,
  name text not null
    constraint sites_name_key unique
    constraint sites_name_length check (name = btrim(name) and length(name) between 1 and 100),
  token text not null
    constraint sites_token_key unique
    constraint sites_token_length check (length(token) between 20 and 100),
  front_door_id bigint not null
    constraint sites_front_door_id_fkey references front_doors,
  origins text[] not null default '{}'
    constraint sites_origins_length check (cardinality(origins) <= 20),
  per_hour integer not null default 60
    constraint sites_per_hour_range check (per_hour between 1 and 10000),
  enabled boolean not null default true
);
comment on table sites is 'Web pages with a "call me back" form that may post here.';
comment on column sites.token is 'Stands in the page for everybody to read: it says which form it is, and keeps nobody out.';
comment on column sites.front_door_id is 'Whose team calls back, in its hours.';
comment on column sites.origins is 'Pages that a browser may send it from; none: no browser may, only a program.';
comment on column sites.per_hour is 'More than so many messages within an hour are refused.';

create table messages (
  id bigint generated always as identity primary key,
  site_id bigint
    constraint messages_site_id_fkey references sites,
  typed_by bigint
    constraint messages_typed_by_fkey references agents,
  received_at timestamptz not null,
  customer_id bigint not null
    constraint messages_customer_id_fkey references customers on delete cascade,
  name text
    constraint messages_name_length check (length(name) between 1 and 200),
  number e164,
  words text not null
    constraint messages_words_length check (length(words) between 1 and 4000),
  case_id bigint
    constraint messages_case_id_fkey references cases on delete cascade,
  debt_id bigint
    constraint messages_debt_id_fkey references debts on delete set null,
  constraint messages_site_id_whole check ((site_id is null) <> (typed_by is null))
);
comment on table messages is 'What somebody wrote: in a form, or in a letter that an agent typed in. A line of the case it is on, or what that case was opened with.';
comment on column messages.name is 'As they wrote it: a hint, as a number is.';
comment on column messages.debt_id is 'The call we owe them for it.';
create index messages_by_case on messages (case_id, received_at desc);
create index messages_by_customer on messages (customer_id, received_at desc);
create index messages_by_site on messages (site_id, received_at desc);
create index messages_by_number on messages (number, received_at desc);

alter table timeline
  drop constraint timeline_kind_known,
  add constraint timeline_kind_known check (kind in ('opened', 'note', 'correction', 'words', 'status', 'owner', 'customer',
    'promise-made', 'promise-kept', 'promise-broken', 'promise-passed-on',
    'errand-added', 'errand-chased', 'errand-done', 'errand-dropped',
    'exception', 'call', 'message', 'closed', 'reopened', 'imported'));

alter table retention
  drop constraint retention_kind_known,
  add constraint retention_kind_known
    check (kind in ('calls', 'events', 'drafts', 'access-log', 'closed-cases', 'alerts', 'messages'));
insert into retention (kind, days) values ('alerts', 90), ('messages', null);
