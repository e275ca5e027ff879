package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.store.AgentAccount;
import org.decroche.store.CallRecord;
import org.decroche.store.Calls;
import org.decroche.store.Customers;
import org.decroche.store.Talks;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** What happened on the calls, and who it was that called. */
final class CallOperations implements Operations {
  private final Calls calls;
  private final Talks talks;
  private final Customers customers;
  private final Events events;
  private final OpenDesks desks;
  private final CustomerAccess access;
  private final NumberJson numbers;
  private final Clock clock;

  CallOperations(
      Calls calls,
      Talks talks,
      Customers customers,
      Events events,
      OpenDesks desks,
      CustomerAccess access,
      NumberJson numbers,
      Clock clock) {
    this.calls = calls;
    this.talks = talks;
    this.customers = customers;
    this.events = events;
    this.desks = desks;
    this.access = access;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listCalls", this::list,
        "readCall", this::read,
        "chooseCustomer", this::chooseCustomer,
        "identifyCaller", this::identify,
        "refuseCall", this::refuse);
  }

  private Reply list(Asked asked) {
    int limit = Integer.parseInt(asked.parameters().getOrDefault("limit", "50"));
    Optional<Instant> before =
        Optional.ofNullable(asked.parameters().get("before"))
            .map(id -> Stored.value(calls.byId(new CallId(id))).arrivedAt());
    String customer = asked.parameters().get("customerId");
    if (customer == null) {
      return listed(asked.who(), calls.recent(limit, before));
    }
    long whose = Stored.value(customers.byId(Long.parseLong(customer))).id();
    access.mustRead(asked.who(), whose);
    return Reply.list(calls.of(whose, limit, before), call -> seenBy(asked.who(), call));
  }

  private Reply read(Asked asked) {
    CallRecord call = Stored.value(calls.byId(call(asked)));
    CallOfOthers.noted(access, asked.who(), call);
    return Reply.ok(whole(asked.who(), call));
  }

  private Reply chooseCustomer(Asked asked) {
    CallId call = call(asked);
    long customer = asked.body().getLong("customerId");
    AgentAccount who = asked.who();
    // A live call's first lines may still be on their way to the store: the desk knows it already.
    boolean showing = desks.isShowing(who.id(), call);
    Optional<CallRecord> record = calls.byId(call);
    if (!showing && !record.filter(known -> CallOfOthers.isNot(who, known)).isPresent()) {
      throw Refusal.notFound("You had no such call.");
    }
    if (customers.byId(customer).isEmpty()) {
      throw Refusal.wrong("customerId", "customerId names nobody we know.");
    }
    Instant now = clock.instant();
    if (!showing && record.filter(known -> known.endedAt() != null).isPresent()) {
      Stored.value(calls.chooseCustomer(call, customer, who.id(), now));
    } else {
      // One writer for a call that goes on, or there would be two lines for one choice.
      events.happened(new Event.CustomerChosen(now, call, customer, who.id()));
    }
    return Reply.done();
  }

  /** Says who it is as well: nobody is made sure of without being chosen. */
  private Reply identify(Asked asked) {
    CallId call = call(asked);
    if (!desks.has(asked.who().id(), call)) {
      throw Refusal.notFound("You do not talk on this call.");
    }
    Reply chosen = chooseCustomer(asked);
    access.identified(asked.who(), call, asked.body().getLong("customerId"));
    return chosen;
  }

  /** The offer is named, so that a press that comes late never refuses the next one. */
  private Reply refuse(Asked asked) {
    CallId call = call(asked);
    OfferId offer = new OfferId(Long.parseLong(asked.line("offer")));
    AgentId who = asked.who().id();
    if (!desks.isRinging(who, call, offer)) {
      throw Refusal.notFound("This call does not ring at your phone, or no longer.");
    }
    events.happened(new Event.OfferRefused(clock.instant(), call, offer, who));
    return Reply.done();
  }

  private static CallId call(Asked asked) {
    return new CallId(asked.text("id"));
  }

  /** Calls of anybody: whoever looks has seen who made those of others. */
  Reply listed(AgentAccount who, List<CallRecord> found) {
    access.listed(
        who,
        found.stream()
            .filter(call -> !CallOfOthers.isNot(who, call))
            .flatMap(call -> call.customer().stream())
            .map(CallRecord.Person::id)
            .toList());
    return Reply.list(found, call -> seenBy(who, call));
  }

  /** The number of a call that others had is told by its last two digits. */
  JsonObject seenBy(AgentAccount who, CallRecord call) {
    JsonObject shape = shape(call);
    return CallOfOthers.isNot(who, call)
        ? shape
        : shape.put("number", CallOfOthers.masked(shape.getJsonObject("number")));
  }

  private JsonObject whole(AgentAccount who, CallRecord call) {
    CallRecord seen = CallOfOthers.isNot(who, call) ? call : CallOfOthers.bare(call);
    JsonArray steps = new JsonArray();
    seen.steps().forEach(step -> steps.add(shape(step)));
    JsonArray spoken = new JsonArray();
    talks.of(call.id()).forEach(talk -> spoken.add(shape(talk)));
    return seenBy(who, call).put("talks", spoken).put("steps", steps);
  }

  private JsonObject shape(CallRecord call) {
    return new JsonObject()
        .put("id", call.id().value())
        .put(
            "frontDoor",
            call.door().map(door -> Words.named(door.id().value(), door.name())).orElse(null))
        .put("number", number(call))
        .put("customer", call.customer().map(one -> Words.named(one.id(), one.name())).orElse(null))
        .put("arrivedAt", Words.moment(call.arrivedAt()))
        .put("answeredAt", Words.moment(call.answeredAt()))
        .put("answeredBy", agent(call.answeredBy()))
        .put("endedAt", Words.moment(call.endedAt()))
        .put("ending", call.ending())
        .put("secondsBilledBeforeHuman", call.secondsBilledBeforeHuman())
        .put("out", call.out().map(CallOperations::shape).orElse(null));
  }

  private static JsonObject shape(CallRecord.Out out) {
    return new JsonObject()
        .put("by", agent(out.by()))
        .put("debtId", out.debt().orElse(null))
        .put("outcome", out.outcome());
  }

  /** As people where the front door is write it. */
  private JsonObject number(CallRecord call) {
    String country = call.door().map(CallRecord.Door::country).orElse(numbers.country());
    return numbers.in(country).caller(call.number());
  }

  private static JsonObject shape(Talks.Talk talk) {
    return new JsonObject()
        .put("agent", agent(Optional.of(talk.agent())))
        .put("beganAt", Words.moment(talk.beganAt()))
        .put("endedAt", Words.moment(talk.endedAt()));
  }

  private static JsonObject shape(CallRecord.Step step) {
    Long offer = step.offer();
    return new JsonObject()
        .put("seq", step.seq())
        .put("at", Words.moment(step.at()))
        .put("kind", step.kind())
        .put("agent", agent(step.agent()))
        .put("offer", offer == null ? null : String.valueOf(offer))
        .put("reason", step.reason())
        .put("detail", new JsonObject(step.detail()));
  }

  private static @Nullable JsonObject agent(Optional<CallRecord.Agent> agent) {
    return agent.map(one -> Words.named(one.id().value(), one.name())).orElse(null);
  }
}
