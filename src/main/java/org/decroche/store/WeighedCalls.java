package org.decroche.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and settles callback debts out of the record of calls, whoever wrote it: a call that ended
 * while the service was dead counts like any other. Weighing a call twice changes nothing, and the
 * order in which calls are told does not matter.
 */
public final class WeighedCalls {
  private static final Logger LOG = LoggerFactory.getLogger(WeighedCalls.class);
  private static final int BATCH = 50;

  /** Two services on one database must not make two debts of one caller. */
  private static final String ONE_AT_A_TIME =
      "select pg_advisory_xact_lock(hashtext('decroche.debts'))";

  private final Database database;

  public WeighedCalls(Database database) {
    this.database = database;
  }

  /**
   * Weighs every call that is to be weighed, and finds an owner for debts that have lost theirs.
   *
   * @return whose desks show something else now
   * @throws DatabaseUnavailable perhaps after some were weighed; the rest is weighed the next time
   */
  public Set<AgentId> weigh(Instant now) {
    Set<AgentId> told = new HashSet<>();
    List<String> waiting = waiting();
    while (!waiting.isEmpty()) {
      weighOrSkip(waiting, now, told);
      List<String> left = waiting.size() < BATCH ? List.of() : waiting();
      waiting = left.equals(waiting) ? List.of() : left; // all of them being changed just now
    }
    told.addAll(
        database.write(handle -> Debts.shownTo(handle, DebtOwners.adoptOrphans(handle, now), now)));
    return told;
  }

  private List<String> waiting() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id from calls
                    where weighed_at is null and (ended_at is not null or answered_at is not null)
                    order by arrived_at limit :batch
                    """)
                .bind("batch", BATCH)
                .mapTo(String.class)
                .list());
  }

  /** A call that cannot be weighed must not keep the others from it. */
  private void weighOrSkip(List<String> calls, Instant now, Set<AgentId> told) {
    try {
      told.addAll(database.write(handle -> weigh(handle, calls, now)));
    } catch (DatabaseUnavailable away) {
      throw away;
    } catch (RuntimeException refused) {
      if (calls.size() > 1) {
        calls.forEach(call -> weighOrSkip(List.of(call), now, told));
        return;
      }
      LOG.error(
          "call {} cannot be weighed: it makes and settles no debt", calls.getFirst(), refused);
      Integer unused = database.write(handle -> mark(handle, calls, now));
    }
  }

  private static Set<AgentId> weigh(Handle handle, List<String> ids, Instant now) {
    handle.createQuery(ONE_AT_A_TIME).mapTo(String.class).list();
    List<Weighing> calls =
        handle
            .createQuery(Weighing.SELECT)
            .bindArray("ids", String.class, ids)
            .map(Weighing::row)
            .list();
    List<Long> changed = new ArrayList<>();
    for (Weighing call : calls) {
      changed.addAll(weigh(handle, call, now));
    }
    mark(handle, calls.stream().map(Weighing::call).toList(), now);
    return Debts.shownTo(handle, changed, now);
  }

  private static List<Long> weigh(Handle handle, Weighing call, Instant now) {
    if (call.reached()) {
      return SettledDebts.by(handle, call, now);
    }
    if (call.out()) {
      return SettledDebts.notBy(handle, call);
    }
    PhoneNumber number = call.number();
    FrontDoorId door = call.door();
    // Nobody can be called back without a number: the board counts them. And a call whose beginning
    // was not told is weighed again when it is.
    return number == null || door == null ? List.of() : MissedCalls.owe(handle, call, number, door);
  }

  private static int mark(Handle handle, List<String> ids, Instant now) {
    return handle
        .createUpdate("update calls set weighed_at = :now where id = any(:ids)")
        .bind("now", now)
        .bindArray("ids", String.class, ids)
        .execute();
  }
}
