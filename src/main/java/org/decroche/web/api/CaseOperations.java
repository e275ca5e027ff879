package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.casework.CaseStatus;
import org.decroche.casework.Closing;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.CaseChanges;
import org.decroche.store.Cases;
import org.decroche.store.CustomerCase;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.Outcome;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** The customers' matters: opened, put in words, waited with, closed on the customer's word. */
final class CaseOperations implements Operations {
  private final Cases cases;
  private final CaseChanges changes;
  private final CustomerAccess access;
  private final Clock clock;

  CaseOperations(Cases cases, CaseChanges changes, CustomerAccess access, Clock clock) {
    this.cases = cases;
    this.changes = changes;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listCases", this::list,
        "listCasesOfAgent", this::owned,
        "readCase", this::read,
        "openCase", this::open,
        "changeCase", this::reword,
        "changeCaseStatus", this::waitFor,
        "closeCase", this::close,
        "reopenCase", this::reopen);
  }

  private Reply list(Asked asked) {
    long customer = Long.parseLong(asked.text("customerId"));
    boolean whole = access.customer(asked.who(), customer).whole();
    return Reply.list(cases.of(customer), whole ? this::shape : this::minimum);
  }

  private Reply read(Asked asked) {
    CustomerCase found = Stored.value(cases.byId(asked.id()));
    boolean whole = access.matter(asked.who(), found.customer(), found.id()).whole();
    return Reply.ok(whole ? shape(found) : minimum(found));
  }

  /** Whoever owns a case sees all of it; of a colleague's, the minimum. */
  private Reply owned(Asked asked) {
    AgentId owner = new AgentId(asked.id());
    List<CustomerCase> theirs = cases.ownedBy(owner);
    boolean own = asked.who().id().equals(owner);
    if (!own) {
      access.listed(asked.who(), theirs.stream().map(CustomerCase::customer).toList());
    }
    return Reply.list(theirs, own ? this::shape : this::minimum);
  }

  private Reply open(Asked asked) {
    long customer =
        cases
            .kept(asked.body().getLong("customerId"))
            .orElseThrow(
                () -> Refusal.wrong("customerId", "customerId names nobody or nothing we know."));
    CustomerAccess.Look by = access.mustSee(asked.who(), customer);
    AgentId owner = new AgentId(asked.body().getLong("ownerId"));
    CustomerCase opened =
        Stored.value(
            cases.create(
                customer,
                details(asked),
                owner,
                asked.who().id(),
                Moments.call(asked),
                clock.instant()));
    access.tookOn(asked.who(), by, opened.customer(), opened.id(), Moments.call(asked));
    return Reply.created(shape(opened));
  }

  private Reply reword(Asked asked) {
    access.mustSee(asked.who(), cases, asked.id());
    return stored(
        changes.reword(
            asked.id(), version(asked), details(asked), asked.who().id(), clock.instant()));
  }

  private Reply waitFor(Asked asked) {
    access.mustSee(asked.who(), cases, asked.id());
    CaseStatus status = Words.read(CaseStatus.class, asked.body().getString("status"));
    Instant now = clock.instant();
    Optional<Instant> until =
        asked.optional("until") == null
            ? Optional.empty()
            : Optional.of(Moments.ahead(asked, "until", now));
    if (until.isPresent() != (status == CaseStatus.WAITING_FOR_CUSTOMER)) {
      throw Refusal.wrong(
          "until",
          until.isPresent()
              ? "until goes with waiting for the customer only."
              : "until is missing: whoever waits for the customer says until when.");
    }
    return stored(
        changes.waitFor(asked.id(), version(asked), status, until, asked.who().id(), now));
  }

  private Reply close(Asked asked) {
    access.mustSee(asked.who(), cases, asked.id());
    Instant now = clock.instant();
    Long heardBy = asked.body().getLong("heardBy");
    Closing word =
        new Closing(
            asked.line("words"),
            heardBy == null ? asked.who().id() : new AgentId(heardBy),
            asked.optional("heardAt") == null ? now : Moments.past(asked, "heardAt", now),
            source(asked.optional("callId"), asked.optional("written")));
    return stored(changes.close(asked.id(), version(asked), word, asked.who().id(), now));
  }

  private static Closing.Source source(@Nullable String call, @Nullable String written) {
    if (call != null && written == null) {
      return new Closing.OnCall(new CallId(call));
    }
    if (written == null || call != null) {
      throw Refusal.wrong(
          "callId",
          "A case closes on the customer's word: name either the call on which it was heard"
              + " (callId), or the message it stands in (written).");
    }
    return new Closing.InWriting(written);
  }

  private Reply reopen(Asked asked) {
    CustomerAccess.Look by = access.mustSee(asked.who(), cases, asked.id());
    Long owner = asked.body().getLong("ownerId");
    CustomerCase open =
        value(
            changes.reopen(
                asked.id(),
                version(asked),
                asked.line("reason"),
                Optional.ofNullable(owner).map(AgentId::new),
                asked.who().id(),
                clock.instant()));
    access.tookOn(asked.who(), by, open.customer(), open.id(), Optional.empty());
    return Reply.ok(shape(open));
  }

  private Reply stored(Outcome<CustomerCase> outcome) {
    return Reply.ok(shape(value(outcome)));
  }

  /** A case that is closed already, or open, is no matter of a value. */
  static CustomerCase value(Outcome<CustomerCase> outcome) {
    return switch (outcome) {
      case Outcome.Conflict<CustomerCase>(String field) when field.equals("status") ->
          throw Refusal.conflict(
              "status", "It is closed or open already: look at it as it is now.");
      case Outcome.Conflict<CustomerCase>(String field) when field.equals("errand") ->
          throw Refusal.conflict(
              "status", "No third party owes anything for it: note first who owes what.");
      case Outcome.Conflict<CustomerCase>(String field) when field.equals("toId") ->
          throw Refusal.conflict("toId", "It is theirs already.");
      case Outcome.Invalid<CustomerCase>(String field) when field.equals("callId") ->
          throw Refusal.wrong(
              "callId", "callId names no call on which one of us talked with this customer.");
      default -> Stored.value(outcome);
    };
  }

  private static int version(Asked asked) {
    return asked.body().getInteger("version");
  }

  private static Details details(Asked asked) {
    return new Details(
        asked.line("title"),
        asked.optional("customerWords"),
        asked.optional("effect"),
        asked.optional("technical"));
  }

  private JsonObject shape(CustomerCase matter) {
    return CaseShapes.caseOf(matter, clock.instant());
  }

  private JsonObject minimum(CustomerCase matter) {
    return CaseShapes.minimum(matter, clock.instant());
  }
}
