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
  private final Clock clock;

  CaseOperations(Cases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listCases",
            asked -> Reply.list(cases.of(Long.parseLong(asked.text("customerId"))), Shapes::caseOf),
        "readCase", asked -> Reply.ok(Shapes.caseOf(Stored.value(cases.byId(asked.id())))),
        "openCase", this::open,
        "changeCase", this::change,
        "addNote", this::addNote);
  }

  private Reply open(Asked asked) {
    long customer = asked.body().getLong("customerId");
    CustomerCase opened = Stored.value(cases.create(customer, details(asked), clock.instant()));
    return Reply.created(Shapes.caseOf(opened));
  }

  private Reply change(Asked asked) {
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
