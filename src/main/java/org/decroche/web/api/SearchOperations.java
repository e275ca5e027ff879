package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.numbers.PartialNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer;
import org.decroche.store.Customers;
import org.decroche.store.FoundCase;
import org.decroche.store.Search;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** What an agent types to find somebody or something. */
final class SearchOperations implements Operations {
  private static final int MOST = 20;

  private final Customers customers;
  private final Search search;
  private final NumberJson numbers;

  SearchOperations(Customers customers, Search search, NumberJson numbers) {
    this.customers = customers;
    this.search = search;
    this.numbers = numbers;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "findCustomers",
        asked ->
            Reply.list(
                people(asked.parameters().getOrDefault("q", "")),
                one -> Shapes.customer(one, numbers)),
        "search",
        this::both);
  }

  private Reply both(Asked asked) {
    String typed = asked.text("q");
    JsonArray people = new JsonArray();
    people(typed).forEach(one -> people.add(Shapes.customer(one, numbers)));
    JsonArray cases = new JsonArray();
    search.cases(typed, MOST).forEach(one -> cases.add(shape(one)));
    return Reply.ok(new JsonObject().put("customers", people).put("cases", cases));
  }

  /** A number, a part of one, else a name; a name may be all digits, too. */
  private List<Customer> people(String typed) {
    String wanted = typed.strip();
    Optional<PhoneNumber> number = numbers.read(wanted);
    if (number.isPresent()) {
      List<Customer> theirs = customers.using(number.get(), MOST);
      if (!theirs.isEmpty()) {
        return theirs;
      }
    }
    Optional<PartialNumber> part = numbers.readPart(wanted);
    if (part.isPresent()) {
      List<Customer> theirs = search.numbered(part.get().beginnings(), part.get().part(), MOST);
      if (!theirs.isEmpty()) {
        return theirs;
      }
    }
    return search.people(wanted, MOST);
  }

  private static JsonObject shape(FoundCase found) {
    return new JsonObject()
        .put("id", found.id())
        .put("title", found.title())
        .put("status", Words.word(found.status()))
        .put("touchedAt", Words.moment(found.touchedAt()))
        .put("customer", Words.named(found.customer(), found.customerName()))
        .put("owner", Words.named(found.owner().value(), found.ownerName()));
  }
}
