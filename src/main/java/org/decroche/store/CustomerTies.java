package org.decroche.store;

import java.util.Optional;
import org.decroche.routing.agent.AgentId;

/** What ties an agent to a customer's file while nobody is on the phone: something to be done. */
public final class CustomerTies {
  private static final String FIRST =
      """
      with ours as materialized (
        select id, id <> :agent as stands_in from agents where id = :agent or deputy_id = :agent)
      select case when stands_in then 'deputy' else what end from (
        select 1 as rank, 'owner' as what, o.stands_in
        from cases k join ours o on o.id = k.owner_id where k.customer_id = :customer and k.status <> 'closed'
        union all
        select 2, 'promise', o.stands_in
        from cases k join promises p on p.case_id = k.id and p.state = 'open' join ours o on o.id = p.by_id
        where k.customer_id = :customer
        union all
        select 3, 'debt', o.stands_in
        from debts d join ours o on o.id = d.owner_id
        where d.settled_at is null and d.written_off_at is null and (d.customer_id = :customer
          or d.customer_id is null and d.number in (select number from customer_numbers where customer_id = :customer)
            and not exists (select from shared_numbers s where s.number = d.number))
        union all
        select 4, 'alert', o.stands_in from customers_to_alert w join ours o on o.id = w.agent_id
        where w.customer_id = :customer)
        ties order by stands_in, rank limit 1
      """;

  private final Database database;

  public CustomerTies(Database database) {
    this.database = database;
  }

  /** What it is that the agent has to do for the customer, or stands in for. */
  public enum Tie {
    OWNER,
    PROMISE,
    DEBT,
    ALERT,
    DEPUTY
  }

  /** The nearest; empty when nothing ties them. */
  public Optional<Tie> of(AgentId agent, long customer) {
    return database.read(
        handle ->
            handle
                .createQuery(FIRST)
                .bind("agent", agent.value())
                .bind("customer", customer)
                .mapTo(String.class)
                .findOne()
                .map(spelt -> Words.read(Tie.class, spelt)));
  }
}
