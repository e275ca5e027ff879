package org.decroche.store;

import java.time.Instant;
import java.util.List;

/** What the board shows beside debts and promises, as the record has it. */
public final class Board {
  /** More than a wall shows. */
  private static final int MOST = 100;

  private final Database database;

  public Board(Database database) {
    this.database = database;
  }

  /** The calls nobody has answered yet, first come first; at most 100. */
  public List<CallRecord> waiting() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    CallRows.SELECT
                        + """
                        where c.ended_at is null and c.answered_at is null and c.direction = 'in'
                        order by c.arrived_at, c.id limit\s"""
                        + MOST)
                .map(CallRows::call)
                .list());
  }

  /**
   * How many calls without a number that could be called back nobody answered today, by the clock
   * of each front door.
   */
  public int withheld(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from calls c join front_doors d on d.id = c.front_door_id
                    where c.direction = 'in' and c.arrived_at > :now::timestamptz - interval '2 days'
                      and c.arrived_at >= date_trunc('day', :now::timestamptz at time zone d.time_zone) at time zone d.time_zone
                      and c.number_kind <> 'number' and c.answered_at is null and c.ended_at is not null
                    """)
                .bind("now", now)
                .mapTo(Integer.class)
                .one());
  }
}
