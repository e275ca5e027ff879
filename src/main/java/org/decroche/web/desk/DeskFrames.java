package org.decroche.web.desk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Voice;
import org.decroche.routing.call.WaitingCaller;
import org.decroche.routing.out.CallOutCard;
import org.decroche.store.AgentAccount;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** What the service says to a desk, frame by frame. */
final class DeskFrames {
  private final PopJson pops;
  private final Identified identified;
  private final Clock clock;

  DeskFrames(PopJson pops, Identified identified, Clock clock) {
    this.pops = pops;
    this.identified = identified;
    this.clock = clock;
  }

  /** All a page needs to show how things stand. */
  String hello(AgentAccount me, Desk desk) {
    Chosen chosen = desk.chosen(me);
    return frame("hello")
        .put("now", Words.moment(clock.instant()))
        .put(
            "me",
            Words.named(me.id().value(), me.name())
                .put("login", me.login())
                .put("role", Words.word(me.role())))
        .put("availability", Words.word(chosen.availability()))
        .put("awayReason", chosen.reason())
        .put("awayBecause", because(chosen))
        .put("activity", Words.word(desk.activity()))
        .put("pop", desk.pop() == null ? null : card(desk.pop()))
        .put("callOut", desk.callOut() == null ? null : pops.callOut(desk.callOut()))
        .put("waiting", array(desk.waiting().stream().map(pops::waiting).toList()))
        .encode();
  }

  String pop(org.decroche.routing.call.Pop pop) {
    return frame("pop").mergeIn(card(pop)).encode();
  }

  /** Whoever is only rung has not talked with them: another's word reaches them with the call. */
  private JsonObject card(org.decroche.routing.call.Pop pop) {
    return pops.json(pop, pop.talking() ? identified.of(pop.call()) : Set.of());
  }

  String withdrawn(OfferId offer, OfferEnd how) {
    return frame("withdrawn")
        .put("offer", String.valueOf(offer.value()))
        .put("how", Words.word(how))
        .encode();
  }

  /** A wrap-up of no seconds is none. */
  String ended(CallId call, Duration wrapUp) {
    return frame("ended")
        .put("call", call.value())
        .put("wrapUpSeconds", wrapUp.toSeconds())
        .encode();
  }

  /** Whom this desk's agent asked to join does not come. */
  String notJoined(CallId call, Invitation who, OfferEnd how) {
    return frame("not-joined")
        .put("call", call.value())
        .put("who", pops.voice(Voice.of(who, false)))
        .put("how", Words.word(how))
        .encode();
  }

  String callOut(CallOutCard card) {
    return frame("call-out").mergeIn(pops.callOut(card)).encode();
  }

  String callOutDone(CallId call) {
    return frame("call-out-done").put("call", call.value()).encode();
  }

  String waiting(WaitingCaller caller) {
    return frame("waiting").mergeIn(pops.waiting(caller)).encode();
  }

  String gone(CallId call, Optional<String> takenBy) {
    return frame("gone").put("call", call.value()).put("takenBy", takenBy.orElse(null)).encode();
  }

  String availability(Chosen chosen) {
    return frame("availability")
        .put("availability", Words.word(chosen.availability()))
        .put("reason", chosen.reason())
        .put("because", because(chosen))
        .encode();
  }

  private static @Nullable String because(Chosen chosen) {
    return chosen.because() == null ? null : Words.word(chosen.because());
  }

  /** Only that they changed: the page asks for what it shows. */
  String debts() {
    return frame("debts").encode();
  }

  String activity(Activity activity) {
    return frame("activity").put("activity", Words.word(activity)).encode();
  }

  String alive() {
    return frame("alive").put("now", Words.moment(clock.instant())).encode();
  }

  static JsonArray array(Iterable<JsonObject> items) {
    JsonArray array = new JsonArray();
    items.forEach(array::add);
    return array;
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static JsonObject frame(String type) {
    return new JsonObject().put("type", type);
  }
}
