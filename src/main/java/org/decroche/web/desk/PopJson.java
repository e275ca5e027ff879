package org.decroche.web.desk;

import static org.decroche.web.desk.DeskFrames.array;
import static org.decroche.web.desk.DeskFrames.orNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.Voice;
import org.decroche.routing.call.WaitingCaller;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.CaseNote;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.OpenPromise;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.out.CallOutCard;
import org.decroche.store.ExplanationJson;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** The card as JSON. */
final class PopJson {
  private final NumberJson numbers;

  PopJson(NumberJson numbers) {
    this.numbers = numbers;
  }

  /**
   * @param identified who of the customers somebody made sure it is; of the others only the minimum
   *     is told (decision 0026)
   */
  JsonObject json(Pop pop, Set<Long> identified) {
    return new JsonObject()
        .put("offer", String.valueOf(pop.offer().value()))
        .put("call", pop.call().value())
        .put("state", pop.talking() ? "talking" : "ringing")
        .put("since", Words.moment(pop.since()))
        .put("frontDoor", Words.named(pop.door().id().value(), pop.door().name()))
        .put("number", numbers.in(pop.door().country()).caller(pop.number()))
        .put("lookUp", lookUp(pop.recognition().lookUp()))
        .put(
            "customers",
            array(
                pop.recognition().customers().stream()
                    .map(one -> customer(one, identified.contains(one.id())))
                    .toList()))
        .put("identified", new JsonArray(List.copyOf(identified)))
        .put("customerId", pop.customer().orElse(null))
        .put("why", ExplanationJson.put(why(pop.why()), pop.explanation()))
        .put("billedSeconds", begun(pop.billed()))
        .put("others", array(pop.others().stream().map(this::voice).toList()));
  }

  /** Carriers bill a second once it has begun. */
  private static long begun(Duration billed) {
    return billed.plusNanos(999_999_999).toSeconds();
  }

  JsonObject voice(Voice voice) {
    return new JsonObject()
        .put("name", voice.name().orElse(null))
        .put(
            "number",
            voice
                .number()
                .map(number -> numbers.caller(new CallerNumber.Dialable(number)))
                .orElse(null))
        .put("state", voice.talking() ? "talking" : "ringing");
  }

  JsonObject callOut(CallOutCard card) {
    return new JsonObject()
        .put("call", card.call().value())
        .put("state", Words.word(card.state()))
        .put("since", Words.moment(card.since()))
        .put("number", numbers.caller(new CallerNumber.Dialable(card.number())))
        .put("customerId", card.customer().orElse(null))
        .put("name", card.name().orElse(null))
        .put("debtId", card.debt().orElse(null))
        .put("ending", card.ending().map(Words::word).orElse(null));
  }

  JsonObject waiting(WaitingCaller caller) {
    return new JsonObject()
        .put("call", caller.call().value())
        .put("frontDoor", Words.named(caller.door().id().value(), caller.door().name()))
        .put("number", numbers.in(caller.door().country()).caller(caller.number()))
        .put("name", caller.name().orElse(null))
        .put("since", Words.moment(caller.since()));
  }

  /**
   * To the person who picks up, nothing to look up and nobody found are the same, and so are late
   * and not there yet: the card is sent again when the answer comes.
   */
  private static String lookUp(LookUp lookUp) {
    return switch (lookUp) {
      case FOUND -> "found";
      case UNKNOWN, NONE -> "unknown";
      case LATE, PENDING -> "late";
    };
  }

  private static JsonObject customer(KnownCustomer customer, boolean whole) {
    return Words.named(customer.id(), customer.name())
        .put("note", whole ? orNull(customer.note()) : null)
        .put("protected", !whole)
        .put("cases", array(customer.cases().stream().map(one -> openCase(one, whole)).toList()));
  }

  private static JsonObject openCase(OpenCase open, boolean whole) {
    return new JsonObject()
        .put("id", open.id())
        .put("title", open.title())
        .put("customerWords", whole ? orNull(open.customerWords()) : null)
        .put("protected", !whole)
        .put("openedAt", Words.moment(open.openedAt()))
        .put("owner", Words.named(open.owner().value(), open.ownerName()))
        .put("promise", open.promise().map(PopJson::promise).orElse(null))
        .put(
            "notes",
            whole ? array(open.notes().stream().map(PopJson::note).toList()) : new JsonArray());
  }

  private static JsonObject promise(OpenPromise promise) {
    return new JsonObject()
        .put("what", promise.what())
        .put("by", promise.by())
        .put("dueAt", Words.moment(promise.due()));
  }

  private static JsonObject note(CaseNote note) {
    return new JsonObject()
        .put("at", Words.moment(note.at()))
        .put("author", note.author())
        .put("text", note.text());
  }

  private static JsonObject why(Reason why) {
    JsonObject params =
        switch (why) {
          case Reason.OwnerOfOpenCase owner ->
              new JsonObject()
                  .put("case", owner.title())
                  .put("caseId", owner.caseId())
                  .put("at", Words.moment(owner.openedAt()));
          case Reason.LastTalkedWith talked ->
              new JsonObject().put("at", Words.moment(talked.talkedAt()));
          case Reason.LongestIdle idle ->
              new JsonObject().put("team", idle.team()).put("at", Words.moment(idle.idleSince()));
          case Reason.OwesThem owes ->
              new JsonObject()
                  .put("what", Words.word(owes.what()))
                  .put("at", Words.moment(owes.due()));
          case Reason.DeputyOf deputy ->
              new JsonObject().put("of", deputy.of()).put("their", deputy.their());
          case Reason.NextTeam next ->
              new JsonObject()
                  .put("team", next.team())
                  .put("waitedSeconds", next.waited().toSeconds());
          case Reason.OnCall onCall ->
              new JsonObject()
                  .put("door", onCall.door())
                  .put("onCallUntil", onCall.until().map(Words::moment).orElse(null));
          case Reason.HandedOver over ->
              new JsonObject().put("by", over.by()).put("summary", over.summary());
          case Reason.BroughtIn in ->
              new JsonObject().put("by", in.by()).put("summary", in.summary());
          case Reason.Fallback fallback -> new JsonObject();
        };
    return new JsonObject()
        .put("rule", why.rule())
        .put("sentence", why.sentence())
        .put("params", params);
  }
}
