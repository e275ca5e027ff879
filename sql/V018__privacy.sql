-- Who looked at whom, how long each kind of data is kept, and what was erased.

create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  agent_id bigint
    constraint access_log_agent_id_fkey references agents,
  act text not null
    constraint access_log_act_known check (act in ('recognised', 'identified', 'searched', 'opened-customer',
      'opened-case', 'exported', 'read-log')),
  customer_ids bigint[] not null default '{}',
  case_id bigint,
  call_id text
    constraint access_log_call_id_length check (length(call_id) between 1 and 150),
  reason text not null
    constraint access_log_reason_length check (length(reason) between 1 and 40),
  words text
    constraint access_log_words_length check (length(words) between 1 and 300)
);
comment on table access_log is
  'Who saw what of whom. No foreign key to customers, cases and calls: looking at them must not wait for them, and it outlives them, as ids that lead nowhere.';
comment on column access_log.agent_id is 'Null: nobody; the service looked a caller up for a call.';
comment on column access_log.customer_ids is 'Whose data was shown; several by a search or a shared number, none when nobody was found.';
comment on column access_log.reason is 'By what right, as one word: the call, the case they own, the debt, the search, ...';
comment on column access_log.words is 'What an agent without any of those gave as their reason.';
create index access_log_by_time on access_log (at desc, id desc);
create index access_log_by_customer on access_log using gin (customer_ids);
create index access_log_by_agent on access_log (agent_id, at desc);

create table retention (
  kind text primary key
    constraint retention_kind_known check (kind in ('calls', 'events', 'drafts', 'access-log', 'closed-cases')),
  days integer
    constraint retention_days_range check (days between 1 and 36500)
);
comment on table retention is 'For how many days each kind of data is kept.';
comment on column retention.days is 'Null: until somebody is forgotten, or for ever.';
-- What is history of a customer stays until an administrator says for how long; what only we need ends by itself.
insert into retention (kind, days) values
  ('calls', null), ('events', 30), ('drafts', 365), ('access-log', 365), ('closed-cases', null);

create table erasures (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  agent_id bigint
    constraint erasures_agent_id_fkey references agents,
  customer_id bigint,
  removed jsonb
    constraint erasures_removed_shape check (jsonb_typeof(removed) = 'object'),
  constraint erasures_customer_id_whole check ((agent_id is null) = (customer_id is null))
);
comment on table erasures is 'How much was erased, and when: by an administrator who forgot a customer, or by the daily run.';
comment on column erasures.agent_id is 'Null: the daily run.';
comment on column erasures.customer_id is 'Who was forgotten: an id that leads nowhere now.';
comment on column erasures.removed is 'How much of each kind; null while the daily run goes on, or when it was broken off.';
create index erasures_by_time on erasures (at desc);

-- Statistics survive the people they are about: a call keeps its times, everything else becomes a number.
alter table calls
  add column anonymous_at timestamptz,
  add constraint calls_anonymous_at_nobody check (anonymous_at is null or (number is null and customer_id is null));
comment on column calls.anonymous_at is 'When number, customer and words were taken out of its record; the times stay.';

create function call_stays_anonymous() returns trigger
  language plpgsql
  as $$
    begin
      new.number := null;
      new.customer_id := null;
      if new.number_kind in ('number', 'extension') then new.number_kind := 'unreadable'; end if;
      return new;
    end
  $$;
comment on function call_stays_anonymous() is 'What is told late of a call must not bring its person back.';
create trigger calls_stay_anonymous before update on calls
  for each row when (old.anonymous_at is not null and new.anonymous_at is not null)
  execute function call_stays_anonymous();

create table bygone (
  month date not null
    constraint bygone_month_first check (extract(day from month) = 1),
  what text not null
    constraint bygone_what_length check (length(what) between 1 and 40),
  count bigint not null
    constraint bygone_count_range check (count >= 1),
  primary key (month, what)
);
comment on table bygone is 'What was erased, as numbers: how many cases, promises and debts there were, by the month they began in and how they ended.';

-- Titles of cases stand in the reasons of a call.
create index call_steps_by_case on call_steps ((detail ->> 'caseId')) where detail ->> 'caseId' is not null;
