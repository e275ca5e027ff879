package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A call on the scales: what of it matters to debts.
 *
 * @param number null when there is none that could be called back
 * @param customer who it was; the only one who uses the number when nobody has said
 * @param isShared whether many people call from that number
 * @param door null when the arrival was not seen
 * @param answeredBy empty although answered when Asterisk connected the call alone
 * @param endedAt null while they talk
 * @param out it is one that we made
 * @param reached it was a caller's and answered, or whoever called says that they reached them
 */
record Weighing(
    String call,
    @Nullable PhoneNumber number,
    Optional<Long> customer,
    boolean isShared,
    @Nullable FrontDoorId door,
    Instant arrivedAt,
    @Nullable Instant answeredAt,
    Optional<Long> answeredBy,
    @Nullable Instant endedAt,
    boolean out,
    boolean reached) {

  /**
   * Locked, so that no change of a call is lost between its weighing and the note of it. One that
   * is being changed is left out: it is weighed after its change, and nobody waits for nobody.
   */
  static final String SELECT =
      """
      select c.id, c.front_door_id, c.arrived_at, c.answered_at, c.answered_by, c.ended_at,
        c.direction = 'out' as out, c.answered_at is not null and (c.direction = 'in' or c.outcome = 'reached') is true as reached,
        case when c.number_kind = 'number' then c.number end as number,
        exists (select from shared_numbers s where s.number = c.number) as shared,
        coalesce(c.customer_id, (
          select min(n.customer_id) from customer_numbers n
          where n.number = c.number and c.number_kind = 'number'
            and not exists (select from shared_numbers s where s.number = c.number)
          having count(*) = 1)) as customer
      from calls c where c.id = any(:ids) and c.weighed_at is null order by c.arrived_at
      for update of c skip locked
      """;

  static Weighing row(ResultSet row, StatementContext context) throws SQLException {
    String number = row.getString("number");
    long door = row.getLong("front_door_id");
    return new Weighing(
        row.getString("id"),
        number == null ? null : new PhoneNumber(number),
        Optional.ofNullable(row.getObject("customer", Long.class)),
        row.getBoolean("shared"),
        door == 0 ? null : new FrontDoorId(door),
        AgentRows.instant(row, "arrived_at"),
        AgentRows.instantOrNull(row, "answered_at"),
        Optional.ofNullable(row.getObject("answered_by", Long.class)),
        AgentRows.instantOrNull(row, "ended_at"),
        row.getBoolean("out"),
        row.getBoolean("reached"));
  }
}
