package org.decroche.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Customers who are found to be one, and two again. What was the one's becomes the other's, and
 * exactly that goes back; what came meanwhile stays where it came.
 */
public final class Merges {
  private final Database database;

  public Merges(Database database) {
    this.database = database;
  }

  /**
   * One merge.
   *
   * @param gone who turned out to be the other
   * @param undone when it was found wrong; null while it stands
   */
  public record Merge(
      long id, Person kept, Person gone, Agent by, Instant at, @Nullable Instant undone) {}

  /** What was merged into a customer, the last one first; at most 200. */
  public List<Merge> of(long kept) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select m.*, k.name as kept_name, g.name as gone_name, a.name as by_name
                    from merges m join customers k on k.id = m.kept_id join customers g on g.id = m.gone_id
                    join agents a on a.id = m.by_id
                    where m.kept_id = :kept order by m.at desc, m.id desc limit 200
                    """)
                .bind("kept", kept)
                .map(
                    (row, context) ->
                        new Merge(
                            row.getLong("id"),
                            new Person(row.getLong("kept_id"), row.getString("kept_name")),
                            new Person(row.getLong("gone_id"), row.getString("gone_name")),
                            new Agent(new AgentId(row.getLong("by_id")), row.getString("by_name")),
                            AgentRows.instant(row, "at"),
                            AgentRows.instantOrNull(row, "undone_at")))
                .list());
  }

  /** Which customers a merge is about; empty when there is none such. */
  public Optional<Pair> pair(long merge) {
    return database.read(handle -> pair(handle, merge, ""));
  }

  /** The two of a merge. */
  public record Pair(long kept, long gone) {}

  /**
   * Makes one of two. What the kept one is called, and what is noted of them, stays as it is.
   * Refuses the same twice, a person and a firm, one that was merged already (conflicts on {@code
   * otherId}), and unknown ones.
   */
  public Outcome<Customer> merge(long kept, long gone, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          if (kept == gone) {
            return new Conflict<>("otherId");
          }
          // In the order of their numbers: two merges never wait for each other.
          Optional<HeldCustomer> first = HeldCustomer.any(handle, Math.min(kept, gone));
          Optional<HeldCustomer> second = HeldCustomer.any(handle, Math.max(kept, gone));
          Optional<HeldCustomer> one = kept < gone ? first : second;
          Optional<HeldCustomer> other = kept < gone ? second : first;
          if (one.isEmpty() || other.isEmpty()) {
            return new NotFound<>(one.isEmpty() ? "id" : "otherId");
          }
          Customer stays = one.get().customer();
          Customer goes = other.get().customer();
          if (stays.mergedInto().isPresent()
              || goes.mergedInto().isPresent()
              || stays.kind() != goes.kind()) {
            return new Conflict<>("otherId");
          }
          JsonObject moved = MovedThings.over(handle, gone, kept, by, now);
          handle
              .createUpdate(
                  "update customers set merged_into = :kept, version = version + 1 where id = :gone")
              .bind("kept", kept)
              .bind("gone", gone)
              .execute();
          handle
              .createUpdate(
                  """
                  insert into merges (kept_id, gone_id, at, by_id, moved)
                  values (:kept, :gone, :now, :by, cast(:moved as jsonb))
                  """)
              .bind("kept", kept)
              .bind("gone", gone)
              .bind("now", now)
              .bind("by", by.value())
              .bind("moved", moved.encode())
              .execute();
          noteBoth(handle, "merged", stays, goes, by, now);
          return Customers.standing(handle, kept);
        });
  }

  /** What a merge moved, and when. */
  private record Moved(Instant at, JsonObject things) {}

  /**
   * Two again.
   *
   * @param again the one who was gone
   * @param shownTo whose desks show other debts now
   */
  public record Undone(Customer again, Set<AgentId> shownTo) {
    public Undone {
      shownTo = Set.copyOf(shownTo);
    }
  }

  /**
   * Makes two of one again, and returns the one that was gone. Refuses a merge that was undone
   * already, and one whose kept customer was merged further: that is undone first (conflicts on
   * {@code id}). Debts that a talk with the other had settled are owed again.
   */
  public Outcome<Undone> undo(long merge, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          Optional<Pair> both = pair(handle, merge, " for update");
          if (both.isEmpty()) {
            return new NotFound<>("id");
          }
          Customer kept = Customers.find(handle, both.get().kept()).orElseThrow();
          Customer gone = Customers.find(handle, both.get().gone()).orElseThrow();
          Optional<Moved> moved =
              handle
                  .createQuery("select at, moved from merges where id = :id and undone_at is null")
                  .bind("id", merge)
                  .map(
                      (row, context) ->
                          new Moved(
                              AgentRows.instant(row, "at"), new JsonObject(row.getString("moved"))))
                  .findOne();
          if (moved.isEmpty() || kept.mergedInto().isPresent()) {
            return new Conflict<>("id");
          }
          handle
              .createUpdate(
                  "update customers set merged_into = null, version = version + 1 where id = :gone")
              .bind("gone", gone.id())
              .execute();
          MovedThings.back(handle, moved.get().things(), kept.id(), gone.id(), by, now);
          List<Long> owed = UnsettledDebts.reopen(handle, both.get(), moved.get().at());
          handle
              .createUpdate("update merges set undone_at = :now, undone_by = :by where id = :id")
              .bind("id", merge)
              .bind("now", now)
              .bind("by", by.value())
              .execute();
          noteBoth(handle, "mergeUndone", kept, gone, by, now);
          return new Done<>(
              new Undone(
                  Customers.find(handle, gone.id()).orElseThrow(),
                  Debts.shownTo(handle, owed, now)));
        });
  }

  private static void noteBoth(
      Handle handle, String what, Customer kept, Customer gone, AgentId by, Instant now) {
    JsonObject detail = new JsonObject().put(what, new JsonArray().add(kept.id()).add(gone.id()));
    CustomerChanges.note(handle, kept.id(), null, detail, by, now);
    CustomerChanges.note(handle, gone.id(), gone.version() + 1, detail, by, now);
  }

  private static Optional<Pair> pair(Handle handle, long merge, String held) {
    return handle
        .createQuery("select kept_id, gone_id from merges where id = :id" + held)
        .bind("id", merge)
        .map((row, context) -> new Pair(row.getLong("kept_id"), row.getLong("gone_id")))
        .findOne();
  }
}
