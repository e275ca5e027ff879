package org.decroche.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;

/** Whose cases and promises are. They always are somebody's. */
public final class Ownership {
  /** Handing all of them over is no work on any of them: what has gone quiet stays so. */
  private static final String ALL_CASES =
      """
      with moved as (
        update cases set owner_id = :to, version = version + 1
        where owner_id = :from and status <> 'closed' returning id, version)
      insert into timeline (case_id, at, kind, author_id, text, version, detail)
      select id, :now, 'owner', :by, :summary, version, jsonb_build_object('from', :from, 'to', :to) from moved
      """;

  private static final String ALL_PROMISES =
      """
      with moved as (
        update promises set by_id = :to where by_id = :from and state = 'open' returning id, case_id, what)
      insert into timeline (case_id, at, kind, author_id, promise_id, detail)
      select case_id, :now, 'promise-passed-on', :by, id,
        jsonb_build_object('from', :from, 'to', :to, 'what', what) from moved
      """;

  private final Database database;

  public Ownership(Database database) {
    this.database = database;
  }

  /**
   * Who takes everything over from somebody.
   *
   * @param summary for them to read, on each case; 1 to 300 characters
   * @param by who says so
   */
  public record Successor(AgentId to, String summary, AgentId by, Instant now) {}

  /** How much changed hands, or is in somebody's hands. */
  public record Load(int cases, int promises) {
    public boolean isNothing() {
      return cases == 0 && promises == 0;
    }
  }

  /**
   * Hands a case over. Refuses a closed one (conflict on {@code status}), whoever owns it already
   * (conflict on {@code toId}), and somebody unknown or disabled.
   *
   * @param summary for whoever takes it over, so that nobody has to be asked twice
   */
  public Outcome<CustomerCase> handOver(
      long id, int version, AgentId to, String summary, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          boolean mayOwn = Cases.mayOwn(handle, to);
          return HeldCase.at(handle, id, version)
              .then(
                  held -> {
                    if (!held.status().isOpen()) {
                      return Cases.closed();
                    }
                    if (!mayOwn) {
                      return new NotFound<>("toId");
                    }
                    if (held.owner().equals(to)) {
                      return new Conflict<>("toId");
                    }
                    give(handle, held, to, summary, Optional.empty(), by, now);
                    return Cases.standing(handle, id);
                  });
        });
  }

  /** Makes a held case somebody's, and says so on the timeline. */
  static void give(
      Handle handle,
      HeldCase held,
      AgentId to,
      String summary,
      Optional<CallId> call,
      AgentId by,
      Instant now) {
    give(handle, held.id(), to);
    handle
        .createUpdate("update cases set version = version + 1 where id = :id")
        .bind("id", held.id())
        .execute();
    held.changed(by, Kind.OWNER, now)
        .saying(Words.orNull(summary))
        .during(call)
        .with("from", held.owner().value())
        .with("to", to.value())
        .add(handle);
  }

  /** As a part of another change of the case. */
  static void give(Handle handle, long id, AgentId to) {
    handle
        .createUpdate("update cases set owner_id = :to where id = :id")
        .bind("id", id)
        .bind("to", to.value())
        .execute();
  }

  /**
   * Hands over every open case and every open promise of somebody at once. Refuses somebody
   * unknown, a successor who is unknown or disabled, or the very same (on {@code toId}).
   */
  public Outcome<Load> handOverAll(AgentId from, Successor successor) {
    return Refusals.judged(
        database,
        handle -> {
          if (!hold(handle, from)) {
            return new NotFound<>("id");
          }
          return handOverAll(handle, from, successor);
        });
  }

  static Outcome<Load> handOverAll(Handle handle, AgentId from, Successor successor) {
    if (from.equals(successor.to()) || !Cases.mayOwn(handle, successor.to())) {
      return new NotFound<>("toId");
    }
    Map<String, Object> values =
        Map.of(
            "from", from.value(),
            "to", successor.to().value(),
            "by", successor.by().value(),
            "now", successor.now());
    int cases =
        handle
            .createUpdate(ALL_CASES)
            .bindMap(values)
            .bind("summary", successor.summary().strip())
            .execute();
    int promises = handle.createUpdate(ALL_PROMISES).bindMap(values).execute();
    return new Done<>(new Load(cases, promises));
  }

  /** What somebody owns and owes at the moment. */
  static Load load(Handle handle, AgentId agent) {
    return handle
        .createQuery(
            """
            select (select count(*) from cases where owner_id = :agent and status <> 'closed') as cases,
              (select count(*) from promises where by_id = :agent and state = 'open') as promises
            """)
        .bind("agent", agent.value())
        .map((row, context) -> new Load(row.getInt("cases"), row.getInt("promises")))
        .one();
  }

  /** Until the end of the change nobody gives them anything; false when there is no such person. */
  static boolean hold(Handle handle, AgentId agent) {
    Optional<Boolean> there =
        handle
            .createQuery("select true from agents where id = :agent for no key update")
            .bind("agent", agent.value())
            .mapTo(Boolean.class)
            .findOne();
    return there.isPresent();
  }
}
