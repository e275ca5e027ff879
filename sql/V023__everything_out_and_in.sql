-- What was entered can all be taken out and read in again, so each promise, errand and line of a timeline is known by a
-- key, as customers and cases are; and a case is found by what it does to the customer and by what is technically wrong.

alter table promises
  add column key text not null default gen_random_uuid()::text
    constraint promises_key_key unique
    constraint promises_key_length check (key = btrim(key) and length(key) between 1 and 100);
comment on column promises.key is 'As for customers.';
alter table errands
  add column key text not null default gen_random_uuid()::text
    constraint errands_key_key unique
    constraint errands_key_length check (key = btrim(key) and length(key) between 1 and 100);
comment on column errands.key is 'As for customers.';
alter table timeline
  add column key text not null default gen_random_uuid()::text
    constraint timeline_key_key unique
    constraint timeline_key_length check (key = btrim(key) and length(key) between 1 and 100);
comment on column timeline.key is 'As for customers.';

alter table imports
  drop constraint imports_kind_known,
  add constraint imports_kind_known check (kind in ('customers', 'numbers', 'shared-numbers', 'cases', 'promises', 'errands',
    'timeline', 'alerts')),
  add column unmatched integer not null default 0
    constraint imports_unmatched_range check (unmatched >= 0);
comment on column imports.unmatched is 'Rows of an alert that were about nobody we know; they were passed over.';

-- Ids mean nothing in another house: who a line of the timeline tells of is named by login, or by the customer's key.

create function agent_named(one jsonb, here boolean) returns jsonb
  language sql stable
  as $$
    select case when here
      then (select to_jsonb(id) from public.agents where jsonb_typeof(one) = 'string' and login = one #>> '{}')
      else (select to_jsonb(login) from public.agents where id = case jsonb_typeof(one) when 'number' then (one #>> '{}')::bigint end)
    end
  $$;
create function customer_named(one jsonb, here boolean) returns jsonb
  language sql stable
  as $$
    select case when here
      then (select to_jsonb(id) from public.customers where jsonb_typeof(one) = 'string' and key = one #>> '{}')
      else (select to_jsonb(key) from public.customers where id = case jsonb_typeof(one) when 'number' then (one #>> '{}')::bigint end)
    end
  $$;
create function portable_detail(kind text, detail jsonb, here boolean) returns jsonb
  language sql stable
  as $$
    select case
      when kind in ('owner', 'promise-passed-on') then (detail - array['from', 'to']) || jsonb_strip_nulls(jsonb_build_object(
        'from', public.agent_named(detail -> 'from', here), 'to', public.agent_named(detail -> 'to', here)))
      when kind = 'promise-made' then
        (detail - 'by') || jsonb_strip_nulls(jsonb_build_object('by', public.agent_named(detail -> 'by', here)))
      when kind = 'closed' then
        (detail - 'heardBy') || jsonb_strip_nulls(jsonb_build_object('heardBy', public.agent_named(detail -> 'heardBy', here)))
      when kind = 'reopened' then
        (detail - 'owner') || jsonb_strip_nulls(jsonb_build_object('owner', public.agent_named(detail -> 'owner', here)))
      when kind = 'customer' then (detail - array['from', 'to']) || jsonb_strip_nulls(jsonb_build_object(
        'from', public.customer_named(detail -> 'from', here), 'to', public.customer_named(detail -> 'to', here)))
      when kind = 'imported' and detail ? 'ownerId' then (detail - 'ownerId') || jsonb_build_object('ownerId', jsonb_strip_nulls(jsonb_build_object(
        'from', public.agent_named(detail #> '{ownerId,from}', here), 'to', public.agent_named(detail #> '{ownerId,to}', here))))
      -- Messages stay in the house they were sent to.
      when kind in ('opened', 'message') then detail - 'messageId'
      else detail
    end
  $$;
comment on function portable_detail(text, jsonb, boolean) is
  'The detail of a line of the timeline with names for ids, or (here) with our ids for names; whoever is unknown is left out.';

create function assign_alert(alert bigint, whom bigint[]) returns void
  language plpgsql
  as $$
    declare
      nobodys bigint;
    begin
      -- Whoever has their case, else whoever really talked with them last: the customer's own agent now, not when the line went down.
      insert into public.alert_customers (alert_id, customer_id, agent_id)
      select alert, c.id, coalesce(
        (select k.owner_id from public.cases k join public.agents a on a.id = k.owner_id and not a.disabled
         where k.customer_id = c.id and k.status <> 'closed' order by k.touched_at desc, k.id desc limit 1),
        (select t.answered_by from public.calls t join public.agents a on a.id = t.answered_by and not a.disabled
         where t.customer_id = c.id and t.ended_at is not null and (t.direction = 'in' or t.outcome = 'reached')
         order by t.answered_at desc limit 1))
      from public.customers c where c.id = any(whom) order by c.id on conflict do nothing;
      -- The others one after the other, since each makes the next one's turn: of the team whose door they called last, else of the
      -- oldest door, whoever has least to do.
      for nobodys in
        select c.customer_id from public.alert_customers c where c.alert_id = alert and c.agent_id is null order by c.customer_id
      loop
        update public.alert_customers c set agent_id = (
          select m.agent_id from public.team_members m join public.agents a on a.id = m.agent_id and not a.disabled
          where m.team_id = (select f.team_id from public.front_doors f
            left join public.calls t on t.front_door_id = f.id and t.customer_id = c.customer_id
            order by t.arrived_at desc nulls last, f.id limit 1)
          order by (select count(*) from public.debts d
              where d.owner_id = a.id and d.settled_at is null and d.written_off_at is null)
            + (select count(*) from public.alert_customers o where o.agent_id = a.id and o.alert_id = c.alert_id), a.id
          limit 1)
        where c.alert_id = alert and c.customer_id = nobodys;
      end loop;
    end
  $$;
comment on function assign_alert(bigint, bigint[]) is 'Puts customers on an alert, each as the call of their own agent. Whoever is on it already stays as they are.';

create function case_vector(title text, customer_words text, effect text, technical text) returns tsvector
  language sql immutable parallel safe
  as $$ select public.search_vector(
    title || ' ' || coalesce(customer_words, '') || ' ' || coalesce(effect, '') || ' ' || coalesce(technical, '')) $$;
comment on function case_vector(text, text, text, text) is 'Every word that stands on a case itself.';

drop index cases_by_word, cases_open_by_word;
drop function case_vector(text, text);
create index cases_by_word on cases using gin (case_vector(title, customer_words, effect, technical));
create index cases_open_by_word on cases using gin (case_vector(title, customer_words, effect, technical)) where status <> 'closed';

create or replace function forget_search_words(words text[]) returns void
  language sql
  -- Without the index it would read whole tables; the planner cannot know that for every word.
  set enable_seqscan = off
  as $$
    delete from public.search_words gone
    where gone.word = any (words)
      and not exists (select from public.customers
        where public.search_vector(name) @@ ('''' || gone.word || '''')::tsquery)
      and not exists (select from public.cases
        where public.case_vector(title, customer_words, effect, technical) @@ ('''' || gone.word || '''')::tsquery)
  $$;

create or replace function cases_words_arrive() returns trigger
  language plpgsql
  as $$
    begin
      perform public.learn_search_words(array(
        select distinct word from arrived, unnest(tsvector_to_array(
          public.case_vector(title, customer_words, effect, technical))) word));
      return null;
    end
  $$;
create or replace function cases_words_change() returns trigger
  language plpgsql
  as $$
    begin
      -- Mostly it is only touched: then there is nothing to learn.
      if exists (select from departed d join arrived a using (id)
          where (a.title, a.customer_words, a.effect, a.technical)
            is distinct from (d.title, d.customer_words, d.effect, d.technical)) then
        perform public.learn_search_words(array(
          select distinct word from arrived, unnest(tsvector_to_array(
            public.case_vector(title, customer_words, effect, technical))) word));
        perform public.forget_search_words(array(
          select word from departed, unnest(tsvector_to_array(public.case_vector(title, customer_words, effect, technical))) word
          except select word from arrived, unnest(tsvector_to_array(
            public.case_vector(title, customer_words, effect, technical))) word));
      end if;
      return null;
    end
  $$;
create or replace function cases_words_leave() returns trigger
  language plpgsql
  as $$
    begin
      perform public.forget_search_words(array(
        select distinct word from departed, unnest(tsvector_to_array(
          public.case_vector(title, customer_words, effect, technical))) word));
      return null;
    end
  $$;

select learn_search_words(array(
  select distinct word from cases, unnest(tsvector_to_array(case_vector(title, customer_words, effect, technical))) word));
