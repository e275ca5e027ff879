package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Line;
import org.decroche.store.Customers;
import org.decroche.web.json.NumberJson;

/** The people who call, and their numbers. */
final class CustomerOperations implements Operations {
  private final Customers customers;
  private final CustomerAccess access;
  private final NumberJson numbers;

  CustomerOperations(Customers customers, CustomerAccess access, NumberJson numbers) {
    this.customers = customers;
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
        "removeCustomerNumber", this::removeNumber);
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
    return Reply.ok(shape(Stored.value(customers.change(asked.id(), details(asked)))));
  }

  private Reply addNumber(Asked asked) {
    access.mustSee(asked.who(), Stored.value(customers.byId(asked.id())).id());
    Line line = line(asked.body(), "number");
    return Reply.created(shape(Stored.value(customers.addNumber(asked.id(), line))));
  }

  private Reply removeNumber(Asked asked) {
    access.mustSee(asked.who(), Stored.value(customers.byId(asked.id())).id());
    var removed = customers.removeNumber(asked.id(), new PhoneNumber(asked.text("number")));
    if (removed instanceof org.decroche.store.Outcome.NotFound) {
      throw Refusal.notFound("They do not have this number.");
    }
    Stored.value(removed);
    return Reply.done();
  }

  private static Details details(Asked asked) {
    return new Details(asked.line("name"), asked.optional("note"), asked.optional("language"));
  }

  private Line line(JsonObject wanted, String field) {
    return new Line(
        NumberField.read(numbers, wanted.getString("number"), field), wanted.getString("label"));
  }

  private JsonObject shape(Customer customer) {
    return Shapes.customer(customer, numbers);
  }
}
