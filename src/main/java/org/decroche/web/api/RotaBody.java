package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.RoutingSettings.OnceTurn;
import org.decroche.store.RoutingSettings.WantedTurn;
import org.decroche.store.RoutingSettings.WeeklyTurn;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** A front door's rota, as it is sent and as it is shown. */
final class RotaBody {
  private static final String WEEKLY = "weekly";
  private static final String ONCE = "once";
  private static final int END_OF_DAY = 24 * 60;

  private RotaBody() {}

  /**
   * Reads it.
   *
   * @throws Refusal naming the field of the turn that says something that cannot be
   */
  static List<WantedTurn> read(JsonArray sent) {
    List<WantedTurn> rota = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      rota.add(turn(sent.getJsonObject(i), "rota[%d].".formatted(i)));
    }
    return rota;
  }

  static JsonArray shape(List<WantedTurn> rota) {
    JsonArray shape = new JsonArray();
    rota.forEach(turn -> shape.add(shape(turn)));
    return shape;
  }

  private static WantedTurn turn(JsonObject sent, String at) {
    int from = RoutingBody.minute(sent.getString("from"), at + "from");
    int to = RoutingBody.minute(sent.getString("to"), at + "to");
    if (from == END_OF_DAY) {
      throw Refusal.wrong(at + "from", at + "from is the end of a day: write 00:00 of the next.");
    }
    AgentId agent = new AgentId(sent.getLong("agentId"));
    return sent.getString("kind").equals(WEEKLY)
        ? weekly(sent, at, from, to, agent)
        : once(sent, at, from, to, agent);
  }

  private static WeeklyTurn weekly(JsonObject sent, String at, int from, int to, AgentId agent) {
    without(sent, at, "first", "last");
    List<Integer> days =
        given(sent.getJsonArray("days"), at + "days").stream()
            .map(day -> Words.read(DayOfWeek.class, (String) day).getValue())
            .sorted()
            .toList();
    int everyWeeks = sent.getInteger("everyWeeks", 1);
    Optional<LocalDate> weekOf =
        Optional.ofNullable(sent.getString("weekOf"))
            .map(day -> RoutingBody.day(day, at + "weekOf"));
    if (everyWeeks > 1 && weekOf.isEmpty()) {
      throw Refusal.wrong(at + "weekOf", at + "weekOf is missing: a day in one of its weeks.");
    }
    return new WeeklyTurn(days, from, to, everyWeeks, weekOf, agent);
  }

  private static OnceTurn once(JsonObject sent, String at, int from, int to, AgentId agent) {
    without(sent, at, "days", "everyWeeks", "weekOf");
    LocalDate first = day(sent, at, "first");
    LocalDate last = day(sent, at, "last");
    if (last.isBefore(first)) {
      throw Refusal.wrong(at + "last", at + "last must not be before first.");
    }
    if (last.equals(first) && to <= from) {
      throw Refusal.wrong(
          at + "to", at + "to must be later than from; past midnight, last is the next day.");
    }
    return new OnceTurn(first, last, from, to, agent);
  }

  private static LocalDate day(JsonObject sent, String at, String field) {
    return RoutingBody.day(given(sent.getString(field), at + field), at + field);
  }

  private static <T> T given(@Nullable T value, String field) {
    if (value == null) {
      throw Refusal.wrong(field, field + " is missing.");
    }
    return value;
  }

  private static void without(JsonObject sent, String at, String... fields) {
    for (String field : fields) {
      if (sent.getValue(field) != null) {
        throw Refusal.wrong(
            at + field,
            "%s%s does not belong to a turn that is %s."
                .formatted(at, field, sent.getString("kind")));
      }
    }
  }

  private static JsonObject shape(WantedTurn turn) {
    JsonObject shape = new JsonObject();
    switch (turn) {
      case WeeklyTurn weekly -> {
        JsonArray days = new JsonArray();
        weekly.days().forEach(day -> days.add(Words.word(DayOfWeek.of(day))));
        shape.put("kind", WEEKLY).put("days", days).put("everyWeeks", weekly.everyWeeks());
        weekly.weekOf().ifPresent(day -> shape.put("weekOf", day.toString()));
      }
      case OnceTurn once ->
          shape
              .put("kind", ONCE)
              .put("first", once.first().toString())
              .put("last", once.last().toString());
    }
    return shape
        .put("from", RoutingBody.clock(turn.from()))
        .put("to", RoutingBody.clock(turn.to()))
        .put("agentId", turn.agent().value());
  }
}
