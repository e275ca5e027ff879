package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** For how long each kind of data is kept, and its end. */
public final class Retention {
  /** Between two runs; less than a day, so that a service restarted at noon runs at noon. */
  private static final Duration A_DAY = Duration.ofHours(23);

  private static final int PORTION = 5_000;

  private final Database database;

  public Retention(Database database) {
    this.database = database;
  }

  /** Days of each kind; empty for what is kept until somebody is forgotten, or for ever. */
  public Map<RetentionKind, OptionalInt> days() {
    return database.read(Retention::days);
  }

  /** Sets the kinds that are named. Nothing is removed before the next daily run. */
  public Map<RetentionKind, OptionalInt> change(Map<RetentionKind, OptionalInt> wanted) {
    return database.write(
        handle -> {
          wanted.forEach(
              (kind, days) ->
                  handle
                      .createUpdate("update retention set days = :days where kind = :kind")
                      .bind("kind", Words.spelt(kind))
                      .bind("days", days.isPresent() ? days.getAsInt() : null)
                      .execute());
          return days(handle);
        });
  }

  /** How much a run would remove now if these were the days. Changes nothing. */
  public Map<RetentionKind, Long> due(Map<RetentionKind, OptionalInt> days, Instant now) {
    return database.longWrite(
        handle -> {
          handle.execute("set transaction read only");
          Map<RetentionKind, Long> due = new EnumMap<>(RetentionKind.class);
          days.forEach((kind, kept) -> due.put(kind, count(handle, kind, kept, now)));
          return due;
        });
  }

  /**
   * Removes what is past its time, unless that was done within the last 23 hours, by whatever
   * service on this database. In portions: what is removed before a failure stays removed, the rest
   * goes the next day.
   *
   * @return what was removed; empty when it was not time
   */
  public Optional<Map<String, Long>> runIfDue(Instant now) {
    Optional<Long> run = begin(now);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Removed removed = new Removed();
    days().forEach((kind, kept) -> remove(kind, kept, now, removed));
    JsonObject counts = new JsonObject(new LinkedHashMap<>(removed.counts()));
    int unused =
        database.write(
            handle ->
                handle
                    .createUpdate("update erasures set removed = :removed::jsonb where id = :id")
                    .bind("removed", counts.encode())
                    .bind("id", run.get())
                    .execute());
    return Optional.of(removed.counts());
  }

  private Optional<Long> begin(Instant now) {
    return database.write(
        handle -> {
          handle
              .createQuery("select pg_advisory_xact_lock(hashtext('decroche.retention'))")
              .mapTo(String.class)
              .list();
          return handle
              .createQuery(
                  """
                  insert into erasures (at) select :now
                  where not exists (select from erasures where agent_id is null and at > :since)
                  returning id
                  """)
              .bind("now", now)
              .bind("since", now.minus(A_DAY))
              .mapTo(Long.class)
              .findOne();
        });
  }

  private void remove(RetentionKind kind, OptionalInt kept, Instant now, Removed removed) {
    if (kept.isEmpty()) {
      return;
    }
    Instant before = before(kept.getAsInt(), now);
    int gone;
    do {
      gone = database.longWrite(handle -> portion(handle, kind, before, now, removed));
    } while (gone == PORTION);
    if (kind == RetentionKind.EVENTS) {
      int unused = database.longWrite(handle -> runs(handle, before));
    }
  }

  private static int portion(
      Handle handle, RetentionKind kind, Instant before, Instant now, Removed removed) {
    return switch (kind) {
      case CALLS -> {
        List<String> calls = chosen(handle, kind, before).mapTo(String.class).list();
        int made = AnonymousCalls.make(handle, calls, now);
        removed.add(Words.spelt(kind), made);
        yield made;
      }
      case CLOSED_CASES -> {
        List<Long> cases = chosen(handle, kind, before).mapTo(Long.class).list();
        ErasedCases.erase(handle, cases, removed);
        yield cases.size();
      }
      case EVENTS, DRAFTS, ACCESS_LOG, ALERTS, MESSAGES -> {
        int gone =
            handle
                .createUpdate(kind.removal())
                .bind("before", before)
                .bind("portion", PORTION)
                .execute();
        removed.add(Words.spelt(kind), gone);
        yield gone;
      }
    };
  }

  private static org.jdbi.v3.core.statement.Query chosen(
      Handle handle, RetentionKind kind, Instant before) {
    return handle.createQuery(kind.portion()).bind("before", before).bind("portion", PORTION);
  }

  /** Lives of the service of which no event is left; never the one that goes on. */
  private static int runs(Handle handle, Instant before) {
    return handle
        .createUpdate(
            "delete from event_runs where seen_at < :before and id < (select max(id) from event_runs)")
        .bind("before", before)
        .execute();
  }

  private static long count(Handle handle, RetentionKind kind, OptionalInt kept, Instant now) {
    return kept.isEmpty()
        ? 0
        : handle
            .createQuery(kind.count())
            .bind("before", before(kept.getAsInt(), now))
            .mapTo(Long.class)
            .one();
  }

  private static Instant before(int days, Instant now) {
    return now.minus(Duration.ofDays(days));
  }

  private static Map<RetentionKind, OptionalInt> days(Handle handle) {
    Map<RetentionKind, OptionalInt> days = new EnumMap<>(RetentionKind.class);
    handle
        .createQuery("select kind, days from retention")
        .map(
            (row, context) -> {
              Integer kept = row.getObject("days", Integer.class);
              return days.put(
                  Words.read(RetentionKind.class, row.getString("kind")),
                  kept == null ? OptionalInt.empty() : OptionalInt.of(kept));
            })
        .list();
    return days;
  }
}
