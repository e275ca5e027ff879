package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * How it went for those who called, out of the record of calls (issue 5, The board). Every call
 * that came in counts, those who gave up too; of whom it says how soon a human picked up, it never
 * says which human.
 */
public final class Figures {
  /** More lines than anybody reads. */
  private static final int MOST_CALLS = 500;

  /** The calls of a period, and what became of each until now. */
  private static final String CALLED =
      """
      with called as (
        select c.*,
          extract(epoch from c.answered_at - c.arrived_at) as human,
          extract(epoch from coalesce(c.answered_at, c.ended_at, :now::timestamptz) - c.arrived_at) as waited,
          c.answered_at is not null or c.ended_at is not null as decided,
          greatest(c.seconds_billed_before_human,
            ceil(extract(epoch from coalesce(c.answered_at, c.ended_at, :now::timestamptz) - c.billed_at))::integer) as billed,
          exists (select from debt_calls b join debts d on d.id = b.debt_id
            where b.call_id = c.id and d.settled_at is not null) as reached
        from calls c
        where c.direction = 'in' and c.arrived_at >= :from and c.arrived_at < :to
          and (:door::bigint is null or c.front_door_id = :door))
      """;

  private static final String COUNTED =
      """
      select floor(extract(epoch from arrived_at - :from::timestamptz) / :step)::integer as step, count(*) as calls,
        count(answered_at) as answered,
        count(*) filter (where answered_at is null and ended_at is not null) as given_up,
        count(*) filter (where not decided) as waiting,
        count(*) filter (where answered_at is null and ended_at is not null and reached) as reached_later,
        count(*) filter (where human <= 15) as within_15, count(*) filter (where decided or waited > 15) as over_15,
        count(*) filter (where human <= 180) as within_180, count(*) filter (where decided or waited > 180) as over_180,
        floor(percentile_disc(0.5) within group (order by human))::bigint as median, floor(max(human))::bigint as longest,
        coalesce(sum(billed), 0) as billed
      from called group by grouping sets ((1), ())
      """;

  private final Database database;

  public Figures(Database database) {
    this.database = database;
  }

  /**
   * A time that is looked at in equal parts.
   *
   * @param to not in it
   * @param zone whose days they are
   */
  public record Period(Instant from, Instant to, Duration step, ZoneId zone) {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** The hour that ends now, by five minutes. */
    public static Period hour(Instant now, ZoneId zone) {
      return new Period(now.minus(Duration.ofHours(1)), now, FIVE_MINUTES, zone);
    }

    /** A day of the calendar, by the hour; it has 23 or 25 of them when the clocks change. */
    public static Period day(LocalDate day, ZoneId zone) {
      return new Period(
          day.atStartOfDay(zone).toInstant(),
          day.plusDays(1).atStartOfDay(zone).toInstant(),
          Duration.ofHours(1),
          zone);
    }

    /** How many parts. */
    public int steps() {
      return Math.toIntExact(Duration.between(from, to).dividedBy(step));
    }
  }

  /**
   * What became of some calls.
   *
   * @param calls that came in, all of them
   * @param answered by a human
   * @param givenUp ended before
   * @param waiting still
   * @param reachedLater of those who gave up: whom we have talked with since
   * @param within15 answered within 15 s, out of {@code over15}: those who gave up are in it, those
   *     who have not yet waited so long are not
   * @param within180 the same for three minutes
   * @param median time until a human, in whole seconds: half of those answered waited no longer
   * @param longest the longest of them
   * @param billed seconds billed before a human; the promise is 0
   */
  public record Figure(
      long calls,
      long answered,
      long givenUp,
      long waiting,
      long reachedLater,
      long within15,
      long over15,
      long within180,
      long over180,
      OptionalLong median,
      OptionalLong longest,
      long billed) {
    /** Nobody called. */
    public static final Figure NONE =
        new Figure(0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalLong.empty(), OptionalLong.empty(), 0);
  }

  /** All calls of a period, and each part of it; parts in which nobody called too. */
  public record Told(Period period, Figure all, List<Figure> steps) {
    public Told {
      steps = List.copyOf(steps);
    }
  }

  /** The figures of a period, of one front door or of all. */
  public Told of(Period period, Optional<FrontDoorId> door, Instant now) {
    return database.read(handle -> of(handle, period, door, now));
  }

  private static Told of(Handle handle, Period period, Optional<FrontDoorId> door, Instant now) {
    Map<Integer, Figure> found =
        bound(handle.createQuery(CALLED + COUNTED), period, door, now)
            .bind("step", period.step().toSeconds())
            .map((row, context) -> Map.entry(step(row), figure(row)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<Figure> steps = new ArrayList<>();
    for (int step = 0; step < period.steps(); step++) {
      steps.add(found.getOrDefault(step, Figure.NONE));
    }
    return new Told(period, found.getOrDefault(-1, Figure.NONE), steps);
  }

  /** Which of the calls behind a figure. */
  public enum Which {
    ALL("true"),
    ANSWERED("answered_at is not null"),
    GIVEN_UP("answered_at is null and ended_at is not null"),
    WAITING("not decided"),
    REACHED_LATER("answered_at is null and ended_at is not null and reached"),
    NOT_WITHIN_15("(decided or waited > 15) and not coalesce(human <= 15, false)"),
    NOT_WITHIN_180("(decided or waited > 180) and not coalesce(human <= 180, false)"),
    BILLED("billed > 0");

    private final String sql;

    Which(String sql) {
      this.sql = sql;
    }
  }

  /** The calls that a figure counts, the last first; at most 500. */
  public List<CallRecord> calls(
      Which which, Period period, Optional<FrontDoorId> door, Instant now) {
    return database.read(
        handle ->
            bound(
                    handle.createQuery(
                        CALLED
                            + CallRows.SELECT
                            + " where c.id in (select id from called where "
                            + which.sql
                            + ") order by c.arrived_at desc, c.id limit "
                            + MOST_CALLS),
                    period,
                    door,
                    now)
                .map(CallRows::call)
                .list());
  }

  private static Query bound(Query query, Period period, Optional<FrontDoorId> door, Instant now) {
    return query
        .bind("from", period.from())
        .bind("to", period.to())
        .bind("now", now)
        .bind("door", door.map(FrontDoorId::value).orElse(null));
  }

  /** -1 for all of them. */
  private static int step(ResultSet row) throws SQLException {
    int step = row.getInt("step");
    return row.wasNull() ? -1 : step;
  }

  private static Figure figure(ResultSet row) throws SQLException {
    return new Figure(
        row.getLong("calls"),
        row.getLong("answered"),
        row.getLong("given_up"),
        row.getLong("waiting"),
        row.getLong("reached_later"),
        row.getLong("within_15"),
        row.getLong("over_15"),
        row.getLong("within_180"),
        row.getLong("over_180"),
        maybe(row, "median"),
        maybe(row, "longest"),
        row.getLong("billed"));
  }

  private static OptionalLong maybe(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
