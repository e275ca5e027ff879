package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.decroche.engine.Dialling;
import org.decroche.engine.Events;
import org.decroche.numbers.Destination;
import org.decroche.numbers.OutwardNumbers;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.store.AgentAccount;
import org.decroche.store.CallRecord;
import org.decroche.store.CallsOut;
import org.decroche.store.Cases;
import org.decroche.store.CustomerCase;
import org.decroche.store.Customers;
import org.decroche.store.Debt;
import org.decroche.store.Debts;
import org.decroche.store.Timelines;
import org.decroche.store.WeighedCalls;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.Words;

/** Calls that agents make from their desks. What is dialled is read here; no text goes further. */
final class CallOutOperations implements Operations {
  private static final int MOST_ATTEMPTS = 50;
  private static final int MOST_TO_JUDGE = 20;
  private static final int SECONDS = 2;

  /** Who answered is remembered until the next day's work, not for ever. */
  private static final Duration TO_JUDGE = Duration.ofHours(24);

  private final CallsOut callsOut;
  private final WeighedCalls weighed;
  private final Customers customers;
  private final Debts debts;
  private final Cases cases;
  private final Timelines timelines;
  private final OutwardNumbers outward;
  private final Dialling dialling;
  private final Events events;
  private final OpenDesks desks;
  private final CustomerAccess access;
  private final BiFunction<AgentAccount, CallRecord, JsonObject> shape;
  private final Clock clock;

  CallOutOperations(
      CallsOut callsOut,
      WeighedCalls weighed,
      Customers customers,
      Debts debts,
      Cases cases,
      Timelines timelines,
      OutwardNumbers outward,
      Dialling dialling,
      Events events,
      OpenDesks desks,
      CustomerAccess access,
      BiFunction<AgentAccount, CallRecord, JsonObject> shape,
      Clock clock) {
    this.callsOut = callsOut;
    this.weighed = weighed;
    this.customers = customers;
    this.debts = debts;
    this.cases = cases;
    this.timelines = timelines;
    this.outward = outward;
    this.dialling = dialling;
    this.events = events;
    this.desks = desks;
    this.access = access;
    this.shape = shape;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "callOut", this::callOut,
        "dropCallOut", this::drop,
        "judgeCallOut", this::judge,
        "listAttempts", this::attempts,
        "listUnjudgedCalls", this::unjudged);
  }

  private Reply callOut(Asked asked) {
    PhoneNumber number = callable(asked.line("number"));
    Optional<Long> customer = Optional.ofNullable(asked.body().getLong("customerId"));
    if (customer.isPresent() && customers.byId(customer.get()).isEmpty()) {
      throw Refusal.wrong("customerId", "customerId names nobody we know.");
    }
    Optional<Debt> debt = Optional.ofNullable(asked.body().getLong("debtId")).map(this::owed);
    Optional<CustomerCase> matter =
        Optional.ofNullable(asked.body().getLong("caseId")).map(id -> matter(id, customer));
    Optional<CustomerAccess.Look> by =
        customer
            .or(() -> matter.map(CustomerCase::customer))
            .map(one -> access.mustSee(asked.who(), one));
    CallOutVerdict verdict =
        verdict(
            new Event.CallOutWanted(
                clock.instant(),
                asked.who().id(),
                number,
                customer,
                debt.map(Debt::id),
                // they see the number that they called
                debt.map(owed -> owed.door().id())));
    return switch (verdict) {
      case CallOutVerdict.Begun(CallId call) -> {
        by.ifPresent(
            look ->
                access.called(
                    asked.who(),
                    look,
                    customer.orElseGet(() -> matter.orElseThrow().customer()),
                    call));
        matter.ifPresent(
            one -> timelines.called(one.id(), asked.who().id(), call, clock.instant()));
        yield Reply.created(new JsonObject().put("id", call.value()));
      }
      case CallOutVerdict.Refused refused -> throw CallOutProblem.of(refused);
    };
  }

  private CustomerCase matter(long id, Optional<Long> customer) {
    return cases
        .byId(id)
        .filter(one -> customer.isEmpty() || customer.get() == one.customer())
        .orElseThrow(() -> Refusal.wrong("caseId", "caseId names no case, or another customer's."));
  }

  private Debt owed(long id) {
    return debts
        .byId(id)
        .orElseThrow(() -> Refusal.wrong("debtId", "debtId names no debt that we know."));
  }

  private PhoneNumber callable(String text) {
    return switch (outward.destination(text)) {
      case Destination.Callable(PhoneNumber number) -> number;
      case Destination.Refused(Destination.Why why) -> throw CallOutProblem.of(why);
    };
  }

  private CallOutVerdict verdict(Event.CallOutWanted wanted) {
    try {
      return dialling.callOut(wanted).get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a call out was asked for", stopping);
    } catch (ExecutionException | TimeoutException unanswered) {
      throw new IllegalStateException("the core said nothing to a call out", unanswered);
    }
  }

  private Reply drop(Asked asked) {
    CallId call = call(asked);
    AgentId who = asked.who().id();
    if (!desks.isCallingOut(who, call)) {
      throw Refusal.notFound("You make no such call.");
    }
    events.happened(new Event.CallOutDropped(clock.instant(), call, who));
    return Reply.done();
  }

  private Reply judge(Asked asked) {
    CallId call = call(asked);
    AgentId who = asked.who().id();
    CallsOut.Judgement judgement =
        Words.read(CallsOut.Judgement.class, asked.body().getString("outcome"));
    CallRecord stands = Stored.value(callsOut.judge(call, who, judgement, clock.instant()));
    desks.callOutJudged(who, call);
    desks.showDebts(weighed.weigh(clock.instant())); // whom they reached is owed no call any more
    return Reply.ok(shape.apply(asked.who(), stands));
  }

  private Reply attempts(Asked asked) {
    List<CallRecord> made = callsOut.attempts(Long.parseLong(asked.text("debtId")), MOST_ATTEMPTS);
    return Reply.list(made, call -> shape.apply(asked.who(), call));
  }

  private Reply unjudged(Asked asked) {
    Instant since = clock.instant().minus(TO_JUDGE);
    return Reply.list(
        callsOut.unjudged(asked.who().id(), since, MOST_TO_JUDGE),
        call -> shape.apply(asked.who(), call));
  }

  private static CallId call(Asked asked) {
    return new CallId(asked.text("id"));
  }
}
