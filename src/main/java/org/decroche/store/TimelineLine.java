package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A line about to be added to a case, in the same change as what it tells of. Whatever is added
 * touches the case, but for what the service does by itself: nobody has looked at it then.
 */
record TimelineLine(
    long matter,
    Kind kind,
    Optional<AgentId> author,
    Instant at,
    @Nullable String text,
    Optional<CallId> call,
    @Nullable Long corrects,
    @Nullable Long promise,
    @Nullable Long errand,
    @Nullable Integer version,
    JsonObject detail) {
  private static final String ADD =
      """
      insert into timeline (case_id, at, kind, author_id, text, call_id, corrects_id, promise_id, errand_id, version, detail)
      values (:case, :at, :kind, :author, :text, :call, :corrects, :promise, :errand, :version, cast(:detail as jsonb))
      returning id
      """;

  static TimelineLine by(AgentId author, long matter, Kind kind, Instant at) {
    return new TimelineLine(
        matter,
        kind,
        Optional.of(author),
        at,
        null,
        Optional.empty(),
        null,
        null,
        null,
        null,
        new JsonObject());
  }

  static TimelineLine byItself(long matter, Kind kind, Instant at) {
    return new TimelineLine(
        matter,
        kind,
        Optional.empty(),
        at,
        null,
        Optional.empty(),
        null,
        null,
        null,
        null,
        new JsonObject());
  }

  TimelineLine saying(@Nullable String words) {
    return new TimelineLine(
        matter, kind, author, at, words, call, corrects, promise, errand, version, detail);
  }

  TimelineLine during(Optional<CallId> which) {
    return new TimelineLine(
        matter, kind, author, at, text, which, corrects, promise, errand, version, detail);
  }

  TimelineLine correcting(long entry) {
    return new TimelineLine(
        matter, kind, author, at, text, call, entry, promise, errand, version, detail);
  }

  TimelineLine ofPromise(long id) {
    return new TimelineLine(
        matter, kind, author, at, text, call, corrects, id, errand, version, detail);
  }

  TimelineLine ofErrand(long id) {
    return new TimelineLine(
        matter, kind, author, at, text, call, corrects, promise, id, version, detail);
  }

  TimelineLine making(int newVersion) {
    return new TimelineLine(
        matter, kind, author, at, text, call, corrects, promise, errand, newVersion, detail);
  }

  TimelineLine with(String name, @Nullable Object value) {
    return new TimelineLine(
        matter,
        kind,
        author,
        at,
        text,
        call,
        corrects,
        promise,
        errand,
        version,
        detail.copy().put(name, value));
  }

  void add(Handle handle) {
    long unused = added(handle);
  }

  /** The same, and returns the line's id. */
  long added(Handle handle) {
    long id =
        handle
            .createQuery(ADD)
            .bind("case", matter)
            .bind("at", at)
            .bind("kind", Words.spelt(kind))
            .bind("author", author.map(AgentId::value).orElse(null))
            .bind("text", text)
            .bind("call", call.map(CallId::value).orElse(null))
            .bind("corrects", corrects)
            .bind("promise", promise)
            .bind("errand", errand)
            .bind("version", version)
            .bind("detail", detail.encode())
            .mapTo(Long.class)
            .one();
    if (author.isPresent()) {
      handle
          .createUpdate("update cases set touched_at = greatest(touched_at, :at) where id = :id")
          .bind("id", matter)
          .bind("at", at)
          .execute();
    }
    return id;
  }
}
