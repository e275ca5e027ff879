package org.decroche.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.decroche.routing.agent.AgentId;

/** Cases that waited for their customer until a date that has passed in silence. */
public final class SilentCases {
  /** Nobody has looked at them, so they are not touched: the oldest silence is seen first. */
  private static final String BACK =
      """
      with back as (
        update cases set status = 'waiting-for-us', waiting_until = null, version = version + 1
        where id in (select id from cases where status = 'waiting-for-customer' and waiting_until < :now
          order by waiting_until limit 1000 for update skip locked)
        returning id, owner_id, version),
      noted as (
        insert into timeline (case_id, at, kind, version, detail)
        select id, :now, 'status', version,
          jsonb_build_object('from', 'waiting-for-customer', 'to', 'waiting-for-us', 'because', 'silence')
        from back)
      select distinct owner_id from back
      """;

  private final Database database;

  public SilentCases(Database database) {
    this.database = database;
  }

  /** Brings them back, and returns whose they are. */
  public Set<AgentId> bringBack(Instant now) {
    return database.write(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(BACK)
                    .bind("now", now)
                    .mapTo(Long.class)
                    .map(AgentId::new)
                    .list()));
  }
}
