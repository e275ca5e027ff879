package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.decroche.store.Customer;
import org.decroche.store.Customers;
import org.decroche.store.Merges;
import org.decroche.store.Merges.Merge;
import org.decroche.store.Merges.Pair;
import org.decroche.store.Outcome;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** Two customers who are one, and two again. Whoever does it sees the whole of both. */
final class MergeOperations implements Operations {
  private final Merges merges;
  private final Customers customers;
  private final CustomerAccess access;
  private final OpenDesks desks;
  private final NumberJson numbers;
  private final Clock clock;

  MergeOperations(
      Merges merges,
      Customers customers,
      CustomerAccess access,
      OpenDesks desks,
      NumberJson numbers,
      Clock clock) {
    this.merges = merges;
    this.customers = customers;
    this.access = access;
    this.desks = desks;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("mergeCustomer", this::merge, "listMerges", this::list, "undoMerge", this::undo);
  }

  private Reply merge(Asked asked) {
    long kept = Stored.value(customers.byId(asked.id())).id();
    long other = asked.body().getLong("otherId");
    if (customers.byId(other).isEmpty()) {
      throw Refusal.wrong("otherId", "otherId names nobody we know.");
    }
    access.mustSee(asked.who(), kept);
    access.mustSee(asked.who(), other);
    Outcome<Customer> merged = merges.merge(kept, other, asked.who().id(), clock.instant());
    if (merged instanceof Outcome.Conflict<Customer>) {
      throw Refusal.conflict(
          "otherId",
          "These two cannot be made one: they are the same already, one was merged before, or one is"
              + " a firm and the other a person.");
    }
    return Reply.created(Shapes.customer(Stored.value(merged), numbers));
  }

  private Reply list(Asked asked) {
    long kept = Stored.value(customers.byId(asked.id())).id();
    access.mustRead(asked.who(), kept);
    return Reply.list(merges.of(kept), MergeOperations::shape);
  }

  private Reply undo(Asked asked) {
    Pair both = Stored.value(merges.pair(asked.id()));
    access.mustSee(asked.who(), both.kept());
    Outcome<Merges.Undone> undone = merges.undo(asked.id(), asked.who().id(), clock.instant());
    if (undone instanceof Outcome.Conflict<Merges.Undone>) {
      throw Refusal.conflict(
          "id",
          "It was undone already, or whoever was kept has been merged since: undo that first.");
    }
    desks.showDebts(Stored.value(undone).shownTo());
    Customer again = Stored.value(undone).again();
    access.entered(asked.who(), again.id());
    return Reply.ok(Shapes.customer(again, numbers));
  }

  private static JsonObject shape(Merge merge) {
    return new JsonObject()
        .put("id", merge.id())
        .put("gone", Words.named(merge.gone().id(), merge.gone().name()))
        .put("by", CaseShapes.agent(merge.by()))
        .put("at", Words.moment(merge.at()))
        .put("undoneAt", Optional.ofNullable(merge.undone()).map(Words::moment).orElse(null));
  }
}
