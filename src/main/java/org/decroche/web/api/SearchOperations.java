package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.decroche.numbers.PartialNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer;
import org.decroche.store.Customers;
import org.decroche.store.FoundCase;
import org.decroche.store.Role;
import org.decroche.store.Search;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** What an agent types to find somebody or something. */
final class SearchOperations implements Operations {
  private static final int MOST = 20;

  private final Customers customers;
  private final Search search;
  private final CustomerAccess access;
  private final NumberJson numbers;

  private final Executor blocking;

  SearchOperations(
      Customers customers,
      Search search,
      CustomerAccess access,
      NumberJson numbers,
      Executor blocking) {
    this.customers = customers;
    this.search = search;
    this.access = access;
    this.numbers = numbers;
    this.blocking = blocking;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("findCustomers", this::find, "search", this::both);
  }

  private Reply find(Asked asked) {
    List<Customer> found = people(asked.parameters().getOrDefault("q", ""));
    access.searched(asked.who(), found.stream().map(Customer::id).toList());
    return Reply.list(found, one -> shape(asked, one));
  }

  private Reply both(Asked asked) {
    String typed = asked.text("q");
    // Whoever types waits for the longer of the two, not for both.
    CompletableFuture<List<FoundCase>> cases =
        CompletableFuture.supplyAsync(() -> search.cases(typed, MOST), blocking);
    List<Customer> found = people(typed);
    List<FoundCase> matters = result(cases);
    access.searched(
        asked.who(),
        Stream.concat(found.stream().map(Customer::id), matters.stream().map(FoundCase::customer))
            .distinct()
            .toList());
    JsonArray people = new JsonArray();
    found.forEach(one -> people.add(shape(asked, one)));
    JsonArray about = new JsonArray();
    matters.forEach(one -> about.add(shape(one)));
    return Reply.ok(new JsonObject().put("customers", people).put("cases", about));
  }

  private static <T> T result(CompletableFuture<T> asked) {
    try {
      return asked.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
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

  /** Who is found is not opened yet. */
  private JsonObject shape(Asked asked, Customer found) {
    return asked.who().role() == Role.ADMINISTRATOR
        ? Shapes.customer(found, numbers)
        : Shapes.minimum(found);
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
