package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.decroche.casework.Closing;
import org.decroche.casework.NextMove;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CustomerCase;
import org.decroche.store.Errand;
import org.decroche.store.TimelineEntry;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** Cases, their timelines and errands as the contract's JSON. */
final class CaseShapes {
  private CaseShapes() {}

  static JsonObject caseOf(CustomerCase matter, Instant now) {
    JsonArray notes = new JsonArray();
    matter.notes().forEach(note -> notes.add(note(note)));
    JsonArray exceptions = new JsonArray();
    matter.exceptions().forEach(exception -> exceptions.add(exception(exception)));
    return new JsonObject()
        .put("id", matter.id())
        .put("customerId", matter.customer())
        .put("version", matter.version())
        .put("title", matter.details().title())
        .put("customerWords", matter.details().customerWords())
        .put("effect", matter.details().effect())
        .put("technical", matter.details().technical())
        .put("status", Words.word(matter.status()))
        .put("waitingUntil", momentOrNull(matter.standing().until()))
        .put("nextMove", nextMove(matter, now))
        .put("closing", matter.standing().closing().map(CaseShapes::closing).orElse(null))
        .put("openedAt", Words.moment(matter.openedAt()))
        .put("touchedAt", Words.moment(matter.touchedAt()))
        .put("owner", Words.named(matter.owner().value(), matter.ownerName()))
        .put("exceptions", exceptions)
        .put("notes", notes)
        .put("protected", false);
  }

  /** Title, owner, and whose move it is: what a card shows before anybody made sure who calls. */
  static JsonObject minimum(CustomerCase matter, Instant now) {
    return caseOf(matter, now)
        .putNull("customerWords")
        .putNull("effect")
        .putNull("technical")
        .putNull("closing")
        .put("exceptions", new JsonArray())
        .put("notes", new JsonArray())
        .put("protected", true);
  }

  private static JsonObject nextMove(CustomerCase matter, Instant now) {
    NextMove next =
        NextMove.of(
            matter.status(),
            matter.owner(),
            matter.standing().until(),
            matter.promise().map(made -> new NextMove.Promised(made.by().id(), made.due())),
            matter.errand().map(owed -> new NextMove.Awaited(owed.party(), owed.due())),
            now);
    return switch (next) {
      case NextMove.Ours(var who, var by) -> move("us", who(matter, who.value()), null, by);
      case NextMove.ThirdPartys(String who, Instant by) ->
          move("third-party", null, who, Optional.of(by));
      case NextMove.Customers(Instant until) -> move("customer", null, null, Optional.of(until));
      case NextMove.Nobodys() -> move("nobody", null, null, Optional.empty());
    };
  }

  private static JsonObject move(
      String whose, @Nullable JsonObject agent, @Nullable String party, Optional<Instant> by) {
    return new JsonObject()
        .put("whose", whose)
        .put("agent", agent)
        .put("party", party)
        .put("by", momentOrNull(by));
  }

  private static JsonObject who(CustomerCase matter, long id) {
    return matter
        .promise()
        .map(CustomerCase.Promised::by)
        .filter(by -> by.id().value() == id)
        .map(by -> Words.named(id, by.name()))
        .orElseGet(() -> Words.named(id, matter.ownerName()));
  }

  private static JsonObject closing(CustomerCase.Closed closed) {
    Closing word = closed.word();
    return new JsonObject()
        .put("at", Words.moment(closed.at()))
        .put("words", word.words())
        .put("heardBy", Words.named(word.heardBy().value(), closed.heardBy()))
        .put("heardAt", Words.moment(word.heardAt()))
        .put("callId", word.source() instanceof Closing.OnCall on ? on.call().value() : null)
        .put("written", word.source() instanceof Closing.InWriting in ? in.message() : null);
  }

  static JsonObject note(CustomerCase.Note note) {
    return new JsonObject()
        .put("id", note.id())
        .put("at", Words.moment(note.at()))
        .put("author", note.authorName())
        .put("text", note.text());
  }

  /** A line that was just said: as a note. */
  static JsonObject said(TimelineEntry entry) {
    return new JsonObject()
        .put("id", entry.id())
        .put("at", Words.moment(entry.at()))
        .put("author", entry.author().map(Agent::name).orElse(""))
        .put("text", entry.text());
  }

  static JsonObject exception(TimelineEntry entry) {
    return said(entry).put("rule", new JsonObject(entry.detail()).getString("rule"));
  }

  static JsonObject entry(TimelineEntry entry) {
    return new JsonObject()
        .put("id", entry.id())
        .put("at", Words.moment(entry.at()))
        .put("kind", Words.word(entry.kind()))
        .put("author", entry.author().map(CaseShapes::agent).orElse(null))
        .put("text", entry.text())
        .put("callId", entry.call())
        .put("corrects", entry.corrects())
        .put("promiseId", entry.promise())
        .put("errandId", entry.errand())
        .put("detail", new JsonObject(entry.detail()));
  }

  static JsonObject errand(Errand errand, Instant now) {
    return new JsonObject()
        .put("id", errand.id())
        .put("caseId", errand.caseId())
        .put("case", errand.caseTitle())
        .put("customer", Words.named(errand.customer().id(), errand.customer().name()))
        .put("owner", agent(errand.owner()))
        .put("party", errand.party())
        .put("contact", errand.contact())
        .put("what", errand.what())
        .put("dueAt", Words.moment(errand.due()))
        .put("askedAt", Words.moment(errand.asked()))
        .put("chased", errand.chased())
        .put("lastChasedAt", momentOrNull(Optional.ofNullable(errand.lastChased())))
        .put("state", Words.word(errand.state()))
        .put("endedAt", momentOrNull(Optional.ofNullable(errand.ended())))
        .put("words", errand.words())
        .put("late", errand.isLate(now))
        .put("protected", false);
  }

  /** That something is owed on a case, by when, and whose worry it is. */
  static JsonObject minimum(Errand errand, Instant now) {
    return errand(errand, now)
        .putNull("party")
        .putNull("contact")
        .putNull("what")
        .putNull("words")
        .put("protected", true);
  }

  static JsonObject agent(Agent agent) {
    return Words.named(agent.id().value(), agent.name());
  }

  private static @Nullable String momentOrNull(Optional<Instant> at) {
    return at.map(Words::moment).orElse(null);
  }
}
