package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.Customer;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Kind;
import org.decroche.store.Customer.Line;
import org.decroche.store.CustomerChanges;
import org.decroche.store.CustomerChanges.Change;
import org.decroche.store.Customers;
import org.decroche.store.Outcome;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** The people who call, and their numbers. */
final class CustomerOperations implements Operations {
  private final Customers customers;
  private final CustomerAccess access;
  private final CustomerChanges changes;
  private final NumberJson numbers;
  private final Clock clock;

  CustomerOperations(
      Customers customers,
      CustomerChanges changes,
      CustomerAccess access,
      NumberJson numbers,
      Clock clock) {
    this.customers = customers;
    this.changes = changes;
    this.clock = clock;
    this.access = access;
    this.numbers = numbers;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "addCustomer", this::add,
        "readCustomer", this::read,
        "openCustomer", this::open,
        "changeCustomer", this::change,
        "addCustomerNumber", this::addNumber,
        "removeCustomerNumber", this::removeNumber,
        "listPeopleOfFirm", this::people,
        "listCustomerChanges", this::changes);
  }

  private Reply add(Asked asked) {
    JsonArray wanted = asked.body().getJsonArray("numbers", new JsonArray());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      lines.add(line(wanted.getJsonObject(i), "numbers[%d].number".formatted(i)));
    }
    Customer entered = Stored.value(customers.create(details(asked), lines));
    access.entered(asked.who(), entered.id());
    return Reply.created(shape(entered));
  }

  private Reply read(Asked asked) {
    Customer customer = Stored.value(customers.byId(asked.id()));
    return Reply.ok(
        access.customer(asked.who(), customer.id()).whole()
            ? shape(customer)
            : Shapes.minimum(customer));
  }

  private Reply open(Asked asked) {
    Customer customer = Stored.value(customers.byId(asked.id()));
    access.because(asked.who(), customer.id(), asked.line("reason"));
    return Reply.ok(shape(customer));
  }

  private Reply change(Asked asked) {
    Customer customer = Stored.value(customers.byId(asked.id()));
    access.mustSee(asked.who(), customer.id());
    return Reply.ok(
        shape(
            value(
                customers.change(
                    asked.id(),
                    asked.body().getInteger("version"),
                    details(asked),
                    asked.who().id(),
                    clock.instant()))));
  }

  private Reply addNumber(Asked asked) {
    access.mustSee(asked.who(), Stored.value(customers.byId(asked.id())).id());
    Line line = line(asked.body(), "number");
    return Reply.created(
        shape(value(customers.addNumber(asked.id(), line, asked.who().id(), clock.instant()))));
  }

  private Reply removeNumber(Asked asked) {
    access.mustSee(asked.who(), Stored.value(customers.byId(asked.id())).id());
    var removed =
        customers.removeNumber(
            asked.id(), new PhoneNumber(asked.text("number")), asked.who().id(), clock.instant());
    if (removed instanceof Outcome.NotFound) {
      throw Refusal.notFound("They do not have this number.");
    }
    Stored.value(removed);
    return Reply.done();
  }

  private static Details details(Asked asked) {
    JsonObject body = asked.body();
    return new Details(
        asked.line("name"),
        body.getJsonArray("notes", new JsonArray()).stream()
            .map(line -> String.valueOf(line).strip())
            .collect(Collectors.joining("\n")),
        asked.optional("language"),
        Words.read(Kind.class, body.getString("kind", "person")),
        asked.optional("called"),
        Optional.ofNullable(body.getLong("firmId")));
  }

  private Reply people(Asked asked) {
    Customer firm = Stored.value(customers.byId(asked.id()));
    access.mustRead(asked.who(), firm.id());
    List<Person> people = customers.peopleOf(firm.id());
    access.searched(asked.who(), people.stream().map(Person::id).toList());
    return Reply.list(people, one -> Words.named(one.id(), one.name()));
  }

  private Reply changes(Asked asked) {
    access.mustRead(asked.who(), Stored.value(customers.byId(asked.id())).id());
    return Reply.list(changes.of(asked.id()), CustomerOperations::change);
  }

  private static JsonObject change(Change change) {
    return new JsonObject()
        .put("at", Words.moment(change.at()))
        .put("by", CaseShapes.agent(change.by()))
        .put("detail", new JsonObject(change.detail()));
  }

  private static Customer value(Outcome<Customer> outcome) {
    return switch (outcome) {
      case Outcome.Conflict<Customer>(String field) when field.equals("mergedInto") ->
          throw Refusal.conflict(
              "mergedInto", "They turned out to be somebody else: change that one.");
      case Outcome.Conflict<Customer>(String field) when field.equals("kind") ->
          throw Refusal.conflict("kind", "A firm that has people cannot be a person.");
      default -> Stored.value(outcome);
    };
  }

  private Line line(JsonObject wanted, String field) {
    return new Line(
        NumberField.read(numbers, wanted.getString("number"), field), wanted.getString("label"));
  }

  private JsonObject shape(Customer customer) {
    return Shapes.customer(customer, numbers);
  }
}
