package org.decroche.web.api;

import java.time.Clock;
import java.util.Map;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Cases;
import org.decroche.store.CustomerCase;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.CustomerCase.Status;
import org.decroche.web.json.Words;

/** The customers' matters. */
final class CaseOperations implements Operations {
  private final Cases cases;
  private final CustomerAccess access;
  private final Clock clock;

  CaseOperations(Cases cases, CustomerAccess access, Clock clock) {
    this.cases = cases;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listCases", this::list,
        "readCase", this::read,
        "openCase", this::open,
        "changeCase", this::change,
        "addNote", this::addNote);
  }

  private Reply list(Asked asked) {
    long customer = Long.parseLong(asked.text("customerId"));
    boolean whole = access.customer(asked.who(), customer).whole();
    return Reply.list(cases.of(customer), whole ? Shapes::caseOf : Shapes::minimum);
  }

  private Reply read(Asked asked) {
    CustomerCase found = Stored.value(cases.byId(asked.id()));
    boolean whole = access.matter(asked.who(), found.customer(), found.id()).whole();
    return Reply.ok(whole ? Shapes.caseOf(found) : Shapes.minimum(found));
  }

  private Reply open(Asked asked) {
    long customer = asked.body().getLong("customerId");
    CustomerCase opened = Stored.value(cases.create(customer, details(asked), clock.instant()));
    return Reply.created(Shapes.caseOf(opened));
  }

  private Reply change(Asked asked) {
    access.mustSee(asked.who(), Stored.value(cases.byId(asked.id())).customer());
    Status status = Words.read(Status.class, asked.body().getString("status"));
    CustomerCase stands =
        Stored.value(cases.change(asked.id(), details(asked), status, clock.instant()));
    return Reply.ok(Shapes.caseOf(stands));
  }

  private Reply addNote(Asked asked) {
    String text = asked.body().getString("text");
    var note = Stored.value(cases.addNote(asked.id(), asked.who().id(), text, clock.instant()));
    return Reply.created(Shapes.note(note));
  }

  private static Details details(Asked asked) {
    return new Details(
        asked.line("title"),
        asked.optional("customerWords"),
        new AgentId(asked.body().getLong("ownerId")));
  }
}
