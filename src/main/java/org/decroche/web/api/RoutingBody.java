package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.Holidays;
import org.decroche.routing.door.TeamId;
import org.decroche.store.RoutingSettings;
import org.decroche.store.RoutingSettings.Closing;
import org.decroche.store.RoutingSettings.Help;
import org.decroche.store.RoutingSettings.OpenSpan;
import org.decroche.web.json.Words;

/** A front door's routing, as it is sent and as it is shown. Hours of a day are HH:MM. */
final class RoutingBody {
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final int CALLBACK_DUE_MINUTES = 60;

  private RoutingBody() {}

  /**
   * Reads it.
   *
   * @throws Refusal naming the field that says something that cannot be
   */
  static RoutingSettings read(JsonObject body) {
    return new RoutingSettings(
        Duration.ofSeconds(body.getInteger("patienceSeconds")),
        Duration.ofSeconds(body.getInteger("wrapUpSeconds")),
        Duration.ofMinutes(body.getInteger("callbackDueMinutes", CALLBACK_DUE_MINUTES)),
        Optional.ofNullable(body.getInteger("longWaitSeconds")).map(Duration::ofSeconds),
        Optional.ofNullable(body.getLong("onCallId")).map(AgentId::new),
        RotaBody.read(body.getJsonArray("rota", new JsonArray())),
        zone(body.getString("timeZone")),
        Words.read(Holidays.class, body.getString("holidays")),
        week(body.getJsonArray("hours")),
        days(body.getJsonArray("closedDays")),
        closures(body.getJsonArray("closures")),
        overflow(body.getJsonArray("overflow")));
  }

  static JsonObject shape(RoutingSettings settings) {
    JsonArray hours = new JsonArray();
    settings.week().forEach(span -> hours.add(shape(span)));
    JsonArray closures = new JsonArray();
    settings
        .closures()
        .forEach(
            closing ->
                closures.add(
                    new JsonObject()
                        .put("from", Words.moment(closing.from()))
                        .put("until", Words.moment(closing.until()))));
    JsonArray overflow = new JsonArray();
    settings
        .overflow()
        .forEach(
            help ->
                overflow.add(
                    new JsonObject()
                        .put("teamId", help.team().value())
                        .put("afterSeconds", help.after().toSeconds())));
    return new JsonObject()
        .put("patienceSeconds", settings.patience().toSeconds())
        .put("wrapUpSeconds", settings.wrapUp().toSeconds())
        .put("callbackDueMinutes", settings.callbackDue().toMinutes())
        .put("longWaitSeconds", settings.longWait().map(Duration::toSeconds).orElse(null))
        .put("onCallId", settings.onCall().map(AgentId::value).orElse(null))
        .put("rota", RotaBody.shape(settings.rota()))
        .put("timeZone", settings.zone().getId())
        .put("holidays", Words.word(settings.holidays()))
        .put("hours", hours)
        .put(
            "closedDays",
            new JsonArray(settings.closedDays().stream().map(LocalDate::toString).toList()))
        .put("closures", closures)
        .put("overflow", overflow);
  }

  private static JsonObject shape(OpenSpan span) {
    return new JsonObject()
        .put("day", Words.word(DayOfWeek.of(span.day())))
        .put("from", clock(span.opens()))
        .put("to", clock(span.closes()));
  }

  static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Refusal.wrong(
          "timeZone", "timeZone is no time zone we know: write it as in Europe/Paris.");
    }
    return ZoneId.of(name);
  }

  private static List<OpenSpan> week(JsonArray hours) {
    List<OpenSpan> week = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      JsonObject one = hours.getJsonObject(i);
      OpenSpan span =
          new OpenSpan(
              Words.read(DayOfWeek.class, one.getString("day")).getValue(),
              minute(one.getString("from"), "hours[%d].from".formatted(i)),
              minute(one.getString("to"), "hours[%d].to".formatted(i)));
      if (span.opens() >= span.closes()) {
        throw Refusal.wrong(
            "hours[%d].to".formatted(i),
            "hours[%d].to must be later than from; hours past midnight are written as two spans, the first to 24:00."
                .formatted(i));
      }
      if (week.stream().anyMatch(other -> meet(other, span))) {
        throw Refusal.wrong(
            "hours[%d]".formatted(i), "hours[%d] meets other hours of the same day.".formatted(i));
      }
      week.add(span);
    }
    return week;
  }

  private static boolean meet(OpenSpan one, OpenSpan other) {
    return one.day() == other.day() && one.opens() < other.closes() && other.opens() < one.closes();
  }

  static int minute(String clock, String field) {
    int minute =
        Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    if (minute > MINUTES_OF_A_DAY) {
      throw Refusal.wrong(field, "%s is past midnight: a day ends at 24:00.".formatted(field));
    }
    return minute;
  }

  private static List<LocalDate> days(JsonArray sent) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      days.add(day(sent.getString(i), "closedDays[%d]".formatted(i)));
    }
    return days;
  }

  static LocalDate day(String text, String field) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      throw Refusal.wrong(field, "%s is no day of the calendar.".formatted(field));
    }
  }

  private static List<Closing> closures(JsonArray sent) {
    List<Closing> closures = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      JsonObject one = sent.getJsonObject(i);
      String field = "closures[%d].".formatted(i);
      Closing closing =
          new Closing(
              instant(one.getString("from"), field + "from"),
              instant(one.getString("until"), field + "until"));
      if (!closing.from().isBefore(closing.until())) {
        throw Refusal.wrong(field + "until", field + "until must be later than from.");
      }
      if (closures.stream().anyMatch(other -> other.from().equals(closing.from()))) {
        throw Refusal.wrong(field + "from", field + "from is named twice.");
      }
      closures.add(closing);
    }
    return closures;
  }

  private static Instant instant(String text, String field) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noMoment) {
      throw Refusal.wrong(field, field + " is no moment: write it as in 2026-12-24T11:00:00Z.");
    }
  }

  private static List<Help> overflow(JsonArray sent) {
    List<Help> overflow = new ArrayList<>();
    Set<Long> named = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      JsonObject one = sent.getJsonObject(i);
      long team = one.getLong("teamId");
      if (!named.add(team)) {
        String field = "overflow[%d].teamId".formatted(i);
        throw Refusal.wrong(field, field + " names a team for the second time.");
      }
      overflow.add(new Help(new TeamId(team), Duration.ofSeconds(one.getInteger("afterSeconds"))));
    }
    return overflow;
  }
}
