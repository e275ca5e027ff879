package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.statement.StatementContext;

/** What came of the test calls. */
public final class StoredTestCalls {
  private static final Duration KEPT = Duration.ofDays(7);

  private final Database database;

  public StoredTestCalls(Database database) {
    this.database = database;
  }

  /** One that was made. */
  public record Made(Instant at, boolean passed, Duration took) {}

  /** Who wanted it. */
  public enum Wanted {
    /** Nobody: it was due. */
    BY_ITSELF,
    /** Somebody, who is looking. */
    BY_HAND
  }

  /**
   * How a front door stands.
   *
   * @param last empty when none was made yet
   * @param failures how many in a row have failed; 0 when the last one passed. While none is made
   *     by itself, only of those made by hand: otherwise nothing would ever end an alarm of before
   */
  public record Standing(FrontDoorId door, String name, Optional<Made> last, int failures) {
    /** One may be chance; two are a reason to look. */
    public boolean isAlarming() {
      return failures >= 2;
    }
  }

  /** Writes one down, and forgets those of last week. */
  public void note(FrontDoorId door, Made made, Wanted wanted) {
    int unused =
        database.write(
            handle -> {
              handle
                  .createUpdate("delete from test_calls where at < :old")
                  .bind("old", made.at().minus(KEPT))
                  .execute();
              return handle
                  .createUpdate(
                      """
                      insert into test_calls (front_door_id, at, passed, milliseconds, by_hand)
                      select id, :at, :passed, :took, :byHand from front_doors where id = :door
                      """)
                  .bind("door", door.value())
                  .bind("at", made.at())
                  .bind("passed", made.passed())
                  .bind("took", made.took().toMillis())
                  .bind("byHand", wanted == Wanted.BY_HAND)
                  .execute();
            });
  }

  /** Every front door, the oldest first. */
  public List<Standing> all() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select d.id, d.name, l.at, l.passed, l.milliseconds,
                      (select count(*) from test_calls f where f.front_door_id = d.id and not f.passed
                        and (f.by_hand or h.test_call_seconds > 0)
                        and f.at > coalesce((select max(p.at) from test_calls p
                          where p.front_door_id = d.id and p.passed), '-infinity')) as failures
                    from front_doors d cross join house h
                    left join lateral (select at, passed, milliseconds from test_calls t
                      where t.front_door_id = d.id order by t.at desc, t.id desc limit 1) l on true
                    order by d.id
                    """)
                .map(StoredTestCalls::standing)
                .list());
  }

  private static Standing standing(ResultSet row, StatementContext context) throws SQLException {
    Instant at = AgentRows.instantOrNull(row, "at");
    return new Standing(
        new FrontDoorId(row.getLong("id")),
        row.getString("name"),
        at == null
            ? Optional.empty()
            : Optional.of(
                new Made(
                    at, row.getBoolean("passed"), Duration.ofMillis(row.getInt("milliseconds")))),
        row.getInt("failures"));
  }
}
