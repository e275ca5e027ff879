package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.decroche.casework.CaseStatus;
import org.decroche.casework.Closing;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Invalid;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Changes of what stands on a case. Each is made on the version that somebody saw, and leaves its
 * line on the timeline.
 */
public final class CaseChanges {
  private static final String CLOSED =
      """
      update cases set status = 'closed', version = version + 1, waiting_until = null, closed_at = :now,
        closing = :words, heard_by = :heardBy, heard_at = :heardAt, heard_on = :call, heard_in = :message
      where id = :id
      """;

  private static final String OPEN =
      """
      update cases set status = :status, version = version + 1, waiting_until = :until, closed_at = null,
        closing = null, heard_by = null, heard_at = null, heard_on = null, heard_in = null
      where id = :id
      """;

  private final Database database;

  public CaseChanges(Database database) {
    this.database = database;
  }

  /** Words anew, whole. Nothing is changed, and no line added, when they are the same. */
  public Outcome<CustomerCase> reword(
      long id, int version, Details wanted, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle ->
            HeldCase.at(handle, id, version).then(held -> reword(handle, held, wanted, by, now)));
  }

  private static Outcome<CustomerCase> reword(
      Handle handle, HeldCase held, Details wanted, AgentId by, Instant now) {
    TimelineLine line = held.changed(by, Kind.WORDS, now);
    Details was = held.details();
    for (Change change :
        new Change[] {
          new Change("title", was.title(), wanted.title()),
          new Change("customerWords", was.customerWords(), wanted.customerWords()),
          new Change("effect", was.effect(), wanted.effect()),
          new Change("technical", was.technical(), wanted.technical())
        }) {
      line = change.on(line);
    }
    if (!line.detail().isEmpty()) {
      CaseRows.bound(
              handle.createUpdate(
                  """
                      update cases set title = :title, customer_words = :words, effect = :effect,
                        technical = :technical, version = version + 1
                      where id = :id
                      """),
              wanted)
          .bind("id", held.id())
          .execute();
      line.add(handle);
    }
    return Cases.standing(handle, held.id());
  }

  private record Change(String field, @Nullable String was, @Nullable String wanted) {
    TimelineLine on(TimelineLine line) {
      String is = Words.orNull(wanted);
      return Objects.equals(was, is)
          ? line
          : line.with(field, new JsonObject().put("from", was).put("to", is));
    }
  }

  /**
   * Says whose move it is. Refuses a closed case (conflict on {@code status}), and waiting for a
   * third party who owes nothing (conflict on {@code errand}): nobody would know until when.
   *
   * @param until with {@link CaseStatus#WAITING_FOR_CUSTOMER}, and only with it
   */
  public Outcome<CustomerCase> waitFor(
      long id, int version, CaseStatus status, Optional<Instant> until, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle ->
            HeldCase.at(handle, id, version)
                .then(
                    held -> {
                      if (!held.status().isOpen()) {
                        return Cases.closed();
                      }
                      if (status == CaseStatus.WAITING_FOR_THIRD_PARTY
                          && !Errands.areOpen(handle, id)) {
                        return new Conflict<>("errand");
                      }
                      move(handle, held, status, until, held.changed(by, Kind.STATUS, now));
                      return Cases.standing(handle, id);
                    }));
  }

  /** Does it, and says so on the timeline; the line is told from what to what. */
  static void move(
      Handle handle, HeldCase held, CaseStatus status, Optional<Instant> until, TimelineLine line) {
    open(handle, held.id(), status, until);
    line.with("from", Words.spelt(held.status()))
        .with("to", Words.spelt(status))
        .with("until", until.map(Instant::toString).orElse(null))
        .add(handle);
  }

  private static void open(Handle handle, long id, CaseStatus status, Optional<Instant> until) {
    handle
        .createUpdate(OPEN)
        .bind("id", id)
        .bind("status", Words.spelt(status))
        .bind("until", until.orElse(null))
        .execute();
  }

  /**
   * Closes a case on the customer's word. Refuses one that is closed already (conflict on {@code
   * status}), a call on which nobody talked or with somebody else (on {@code callId}), and a hearer
   * who is nobody of ours.
   *
   * <p>What is still promised, or still to come from somebody, does not stand in the way of the
   * customer's word; it stays owed until somebody says what became of it.
   */
  public Outcome<CustomerCase> close(long id, int version, Closing word, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle ->
            HeldCase.at(handle, id, version).then(held -> close(handle, held, word, by, now)));
  }

  private static Outcome<CustomerCase> close(
      Handle handle, HeldCase held, Closing word, AgentId by, Instant now) {
    if (!held.status().isOpen()) {
      return Cases.closed();
    }
    if (!exists(handle, "select exists (select from agents where id = :id)", word.heardBy())) {
      return new NotFound<>("heardBy");
    }
    Optional<CallId> call =
        word.source() instanceof Closing.OnCall on ? Optional.of(on.call()) : Optional.empty();
    if (call.isPresent() && !talkedWithThem(handle, call.get(), held.customer())) {
      return new Invalid<>("callId");
    }
    String message = word.source() instanceof Closing.InWriting in ? in.message().strip() : null;
    handle
        .createUpdate(CLOSED)
        .bind("id", held.id())
        .bind("now", now)
        .bind("words", word.words().strip())
        .bind("heardBy", word.heardBy().value())
        .bind("heardAt", word.heardAt())
        .bind("call", call.map(CallId::value).orElse(null))
        .bind("message", message)
        .execute();
    held.changed(by, Kind.CLOSED, now)
        .saying(word.words().strip())
        .during(call)
        .with("heardBy", word.heardBy().value())
        .with("heardAt", word.heardAt().toString())
        .with("written", message)
        .add(handle);
    return Cases.standing(handle, held.id());
  }

  /**
   * A call somebody picked up, with this customer or with somebody of whom nobody said who it was;
   * of a call out, not one that ended at a machine or a stranger.
   */
  private static boolean talkedWithThem(Handle handle, CallId call, long customer) {
    return handle
        .createQuery(
            """
            select exists (select from calls
              where id = :call and answered_at is not null and (customer_id is null or customer_id = :customer)
                and (outcome is null or outcome = 'reached'))
            """)
        .bindMap(Map.of("call", call.value(), "customer", customer))
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean exists(Handle handle, String sql, AgentId agent) {
    return handle.createQuery(sql).bind("id", agent.value()).mapTo(Boolean.class).one();
  }

  /**
   * Opens a closed case again: it waits for us, and goes to whoever owned it. Refuses one that is
   * open (conflict on {@code status}), and an owner who is unknown or disabled.
   *
   * @param to who owns it from now on, when its owner does not work here any more
   */
  public Outcome<CustomerCase> reopen(
      long id, int version, String reason, Optional<AgentId> to, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          Optional<AgentId> owner = to.or(() -> ownerOf(handle, id));
          boolean mayOwn = owner.filter(one -> Cases.mayOwn(handle, one)).isPresent();
          return HeldCase.at(handle, id, version)
              .then(
                  held -> {
                    if (held.status().isOpen()) {
                      return Cases.closed();
                    }
                    if (!mayOwn) {
                      return new NotFound<>("ownerId");
                    }
                    open(handle, id, CaseStatus.WAITING_FOR_US, Optional.empty());
                    owner.ifPresent(one -> Ownership.give(handle, id, one));
                    held.changed(by, Kind.REOPENED, now)
                        .saying(reason.strip())
                        .with("owner", owner.map(AgentId::value).orElse(null))
                        .add(handle);
                    return Cases.standing(handle, id);
                  });
        });
  }

  private static Optional<AgentId> ownerOf(Handle handle, long id) {
    return handle
        .createQuery("select owner_id from cases where id = :id")
        .bind("id", id)
        .mapTo(Long.class)
        .map(AgentId::new)
        .findOne();
  }
}
