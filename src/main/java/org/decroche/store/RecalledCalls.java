package org.decroche.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Recalled;
import org.jdbi.v3.core.Handle;

/** What the record says of calls that go on, for a service that has just been started. */
public final class RecalledCalls {
  private static final String CALLS =
      """
      select id, direction, front_door_id, number_kind, number, customer_id, arrived_at, answered_at, answered_by,
        billed_at, called_by, debt_id
      from calls where id = any(:ids)
      """;

  /** With the moment at which somebody picked up by that offer, if they did. */
  private static final String STEPS =
      """
      select s.call_id, s.at, s.kind, s.agent_id, s.offer, s.detail,
        (select min(t.at) from call_steps t
         where t.call_id = s.call_id and t.offer = s.offer and t.kind in ('answered', 'joined')) as talking_since
      from call_steps s
      where s.call_id = any(:ids)
        and (s.kind = 'offered' or (s.kind = 'outside' and s.detail ->> 'what' = 'rung'))
      order by s.at, s.seq
      """;

  private final Database database;

  public RecalledCalls(Database database) {
    this.database = database;
  }

  /**
   * What is on record of these; nothing of those it does not know.
   *
   * @throws DatabaseUnavailable when it cannot be read now
   */
  public List<Recalled> of(Collection<CallId> calls) {
    String[] ids = calls.stream().map(CallId::value).toArray(String[]::new);
    return database.read(handle -> of(handle, ids));
  }

  private static List<Recalled> of(Handle handle, String... ids) {
    RecalledRows rows = new RecalledRows();
    handle
        .createQuery(STEPS)
        .bindArray("ids", String.class, (Object[]) ids)
        .map((row, context) -> rows.addStep(row))
        .list();
    return handle
        .createQuery(CALLS)
        .bindArray("ids", String.class, (Object[]) ids)
        .map((row, context) -> rows.call(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
