package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Alerts;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** What other systems tell us of our customers, so that we call before they do. */
final class AlertOperations implements Operations {
  private final Alerts alerts;
  private final CustomerAccess access;
  private final NumberJson numbers;
  private final Clock clock;

  AlertOperations(Alerts alerts, CustomerAccess access, NumberJson numbers, Clock clock) {
    this.alerts = alerts;
    this.access = access;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "bringAlert",
        this::bring,
        "listAlerts",
        asked -> Reply.list(alerts.open(), AlertOperations::shape),
        "listAlertCustomers",
        this::whom,
        "endAlert",
        asked -> Reply.ok(shape(Stored.value(alerts.end(asked.text("key"), clock.instant())))));
  }

  private Reply bring(Asked asked) {
    Instant now = clock.instant();
    Instant since = since(asked.body().getString("since"));
    if (since.isAfter(now)) {
      throw Refusal.wrong("since", "since is still to come.");
    }
    List<PhoneNumber> lines = new ArrayList<>();
    JsonArray wanted = asked.body().getJsonArray("numbers", new JsonArray());
    for (int i = 0; i < wanted.size(); i++) {
      lines.add(NumberField.read(numbers, wanted.getString(i), "numbers[%d]".formatted(i)));
    }
    List<String> keys =
        asked.body().getJsonArray("customerKeys", new JsonArray()).stream()
            .map(key -> ((String) key).strip())
            .toList();
    Alerts.Brought brought =
        alerts.bring(
            new Alerts.Told(asked.text("key"), asked.line("title"), since),
            lines,
            keys,
            asked.who().id(),
            now);
    return Reply.ok(
        new JsonObject()
            .put("alert", shape(brought.alert()))
            .put("unknown", new JsonArray(brought.unknown())));
  }

  private Reply whom(Asked asked) {
    List<Alerts.Whom> found = Stored.value(alerts.customers(asked.text("key")));
    access.listed(asked.who(), found.stream().map(whom -> whom.customer().id()).toList());
    return Reply.list(found, AlertOperations::shape);
  }

  private static Instant since(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noMoment) {
      throw Refusal.wrong("since", "since is no moment.");
    }
  }

  private static JsonObject shape(Alerts.Alert alert) {
    return new JsonObject()
        .put("key", alert.key())
        .put("title", alert.title())
        .put("since", Words.moment(alert.since()))
        .put("receivedAt", Words.moment(alert.received()))
        .put("over", alert.over())
        .put("customers", alert.customers())
        .put("toCall", alert.toCall());
  }

  private static JsonObject shape(Alerts.Whom whom) {
    return new JsonObject()
        .put("customer", Words.named(whom.customer().id(), whom.customer().name()))
        .put(
            "agent",
            whom.agent().map(one -> Words.named(one.id().value(), one.name())).orElse(null))
        .put("told", whom.told());
  }
}
