-- Whatever names a customer in the instant of a merge waits for it; what is erased and counted by is found by an index.

create or replace function follow_merge() returns trigger
  language plpgsql
  as $$
    declare
      kept bigint;
    begin
      -- Not for one that stays as it is: that row is held already, and the merge would wait for us.
      if new.customer_id is not null and (tg_op = 'INSERT' or new.customer_id is distinct from old.customer_id) then
        loop
          -- The lock that the foreign key takes anyhow, but before looking who it is.
          perform from public.customers where id = new.customer_id for key share;
          kept := public.kept_customer(new.customer_id);
          exit when kept is null or kept = new.customer_id;
          new.customer_id := kept;
        end loop;
      end if;
      return new;
    end
  $$;

-- Forgetting, its preview and retention look here while others wait.
create index access_log_by_case on access_log (case_id) where case_id is not null;
create index messages_by_debt on messages (debt_id) where debt_id is not null;
create index debts_by_customer on debts (customer_id) where customer_id is not null;
create index debts_by_number on debts (number);

create or replace function assign_alert(alert bigint, whom bigint[]) returns void
  language plpgsql
  as $$
    declare
      nobodys bigint;
      chosen bigint;
      -- How many of this alert each has been given: counted once, as a file may bring a hundred thousand.
      given jsonb;
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
      select coalesce(jsonb_object_agg(g.agent_id, g.many), '{}') into given from (
        select c.agent_id, count(*) as many from public.alert_customers c
        where c.alert_id = alert and c.agent_id is not null group by c.agent_id) g;
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
            + coalesce((given ->> a.id::text)::bigint, 0), a.id
          limit 1)
        where c.alert_id = alert and c.customer_id = nobodys returning c.agent_id into chosen;
        if chosen is not null then
          given := given || jsonb_build_object(chosen::text, coalesce((given ->> chosen::text)::bigint, 0) + 1);
        end if;
      end loop;
    end
  $$;
