package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.casework.DebtOwner;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Asks the rule of whose a debt is, with what the tables say of caller and team. */
final class DebtOwners {
  private static final String TEAM =
      """
      select a.id, a.availability = 'ready' as ready,
        greatest(a.availability_since, (
          select max(c.ended_at) from calls c
          where c.answered_by = a.id and c.arrived_at > now() - interval '1 day')) as idle_since,
        (select count(*) from debts d where d.owner_id = a.id and %s) as debts
      from front_doors f join team_members m on m.team_id = f.team_id join agents a on a.id = m.agent_id
      where f.id = :door and not a.disabled and a.phone is not null
      """
          .formatted(DebtRows.IS_OPEN);

  /** At most so many at a time: nobody waits for the rest, which comes a minute later. */
  private static final String ORPHANS =
      """
      select d.id, d.customer_id, d.number, d.front_door_id from debts d
      left join agents o on o.id = d.owner_id
      where %s and (o.id is null or o.disabled) order by d.due_at limit 100
      """
          .formatted(DebtRows.IS_OPEN);

  private DebtOwners() {}

  /**
   * Finds the owner.
   *
   * @param at whoever is on call then; the rest goes by how things are now
   */
  static Optional<AgentId> find(
      Handle handle, Optional<Long> customer, PhoneNumber number, FrontDoorId door, Instant at) {
    Recognition who = StoredCallers.ask(handle, Optional.of(number), door, Optional.empty());
    return DebtOwner.of(
        customer,
        who,
        agent -> stillWorksHere(handle, agent),
        team(handle, door),
        onCall(handle, door, at));
  }

  /**
   * Finds somebody for the debts that nobody owns, or nobody who still works here.
   *
   * @return the debts that have a new owner
   */
  static List<Long> adoptOrphans(Handle handle, Instant now) {
    List<Long> adopted = new ArrayList<>();
    for (Orphan orphan : handle.createQuery(ORPHANS).map(Orphan::row).list()) {
      find(handle, orphan.customer(), orphan.number(), orphan.door(), now)
          .ifPresent(
              owner -> {
                handle
                    .createUpdate("update debts set owner_id = :owner where id = :debt")
                    .bind("owner", owner.value())
                    .bind("debt", orphan.debt())
                    .execute();
                adopted.add(orphan.debt());
              });
    }
    return adopted;
  }

  private record Orphan(long debt, Optional<Long> customer, PhoneNumber number, FrontDoorId door) {
    static Orphan row(ResultSet row, StatementContext context) throws SQLException {
      return new Orphan(
          row.getLong("id"),
          Optional.ofNullable(row.getObject("customer_id", Long.class)),
          new PhoneNumber(row.getString("number")),
          new FrontDoorId(row.getLong("front_door_id")));
    }
  }

  private static boolean stillWorksHere(Handle handle, AgentId agent) {
    return handle
        .createQuery("select exists (select from agents where id = :agent and not disabled)")
        .bind("agent", agent.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static List<DebtOwner.Member> team(Handle handle, FrontDoorId door) {
    return handle
        .createQuery(TEAM)
        .bind("door", door.value())
        .map(
            (row, context) ->
                new DebtOwner.Member(
                    new AgentId(row.getLong("id")),
                    row.getBoolean("ready"),
                    AgentRows.instant(row, "idle_since"),
                    row.getInt("debts")))
        .list();
  }

  private static Optional<AgentId> onCall(Handle handle, FrontDoorId door, Instant at) {
    return DoorRouting.read(handle, door)
        .flatMap(
            routing ->
                Policies.rota(routing.zone(), routing.rota())
                    .only(agent -> stillWorksHere(handle, agent))
                    .at(at)
                    .or(routing::onCall));
  }
}
