package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.decroche.moving.TextTable;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.AgentAccount;
import org.decroche.store.CallRecord;
import org.decroche.store.DoorRouting;
import org.decroche.store.Figures;
import org.decroche.store.Figures.Figure;
import org.decroche.store.Figures.Period;
import org.decroche.store.FrontDoors;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** How it went for those who called: the last hour, or a day. */
final class FigureOperations implements Operations {
  private static final List<String> COLUMNS =
      List.of(
          "from",
          "calls",
          "answered",
          "given-up",
          "waiting",
          "reached-later",
          "within-15-s",
          "of-within-15-s",
          "within-180-s",
          "of-within-180-s",
          "median-seconds",
          "longest-seconds",
          "billed-seconds-before-a-human");

  private final Figures figures;
  private final FrontDoors doors;
  private final Zones zones;
  private final BiFunction<AgentAccount, List<CallRecord>, Reply> listed;
  private final PassingFiles files;
  private final Clock clock;

  FigureOperations(
      Figures figures,
      FrontDoors doors,
      DoorRouting routing,
      BiFunction<AgentAccount, List<CallRecord>, Reply> listed,
      PassingFiles files,
      Clock clock) {
    this.figures = figures;
    this.doors = doors;
    this.zones = new Zones(doors, routing);
    this.listed = listed;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readFigures", this::read, "listCallsOfFigure", this::calls, "exportFigures", this::export);
  }

  private Reply read(Asked asked) {
    Instant now = clock.instant();
    return Reply.ok(shape(figures.of(period(asked, now), door(asked), now), now));
  }

  private Reply calls(Asked asked) {
    Instant now = clock.instant();
    Figures.Which which = Words.read(Figures.Which.class, asked.text("which"));
    return listed.apply(asked.who(), figures.calls(which, period(asked, now), door(asked), now));
  }

  private Reply export(Asked asked) {
    Instant now = clock.instant();
    Figures.Told told = figures.of(period(asked, now), door(asked), now);
    try {
      Path file = files.create(".csv");
      try (TextTable text = TextTable.create(file, COLUMNS)) {
        for (int step = 0; step < told.steps().size(); step++) {
          text.row(cells(from(told.period(), step), told.steps().get(step)));
        }
      } catch (IOException | RuntimeException failure) {
        Files.deleteIfExists(file);
        throw failure;
      }
      return Reply.download(new Download(file, "figures.csv", true));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private Period period(Asked asked, Instant now) {
    ZoneId zone = zones.of(door(asked));
    String date = asked.parameters().get("date");
    if (asked.text("period").equals("hour")) {
      if (date != null) {
        throw Refusal.wrong("date", "date belongs to a day: the hour is always the last one.");
      }
      return Period.hour(now, zone);
    }
    try {
      return Period.day(
          date == null ? LocalDate.ofInstant(now, zone) : LocalDate.parse(date), zone);
    } catch (DateTimeException noDay) {
      throw Refusal.wrong("date", "date is no day of the calendar: write it as in 2026-11-26.");
    }
  }

  private Optional<FrontDoorId> door(Asked asked) {
    Optional<FrontDoorId> door =
        Optional.ofNullable(asked.parameters().get("frontDoor"))
            .map(Long::valueOf)
            .map(FrontDoorId::new);
    if (door.isPresent() && doors.byId(door.get()).isEmpty()) {
      throw Refusal.wrong("frontDoor", "frontDoor names nothing we know.");
    }
    return door;
  }

  static JsonObject shape(Figures.Told told, Instant now) {
    JsonArray steps = new JsonArray();
    for (int step = 0; step < told.steps().size(); step++) {
      steps.add(shape(told.steps().get(step)).put("from", Words.moment(from(told.period(), step))));
    }
    return new JsonObject()
        .put("now", Words.moment(now))
        .put("from", Words.moment(told.period().from()))
        .put("to", Words.moment(told.period().to()))
        .put("timeZone", told.period().zone().getId())
        .put("stepSeconds", told.period().step().toSeconds())
        .put("all", shape(told.all()))
        .put("steps", steps);
  }

  private static JsonObject shape(Figure figure) {
    return new JsonObject()
        .put("calls", figure.calls())
        .put("answered", figure.answered())
        .put("givenUp", figure.givenUp())
        .put("waiting", figure.waiting())
        .put("reachedLater", figure.reachedLater())
        .put("within15", figure.within15())
        .put("over15", figure.over15())
        .put("within180", figure.within180())
        .put("over180", figure.over180())
        .put("medianSeconds", maybe(figure.median()))
        .put("longestSeconds", maybe(figure.longest()))
        .put("billedSeconds", figure.billed());
  }

  private static Instant from(Period period, int step) {
    return period.from().plus(period.step().multipliedBy(step));
  }

  private static @Nullable Long maybe(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static List<String> cells(Instant from, Figure figure) {
    return Stream.of(
            Words.moment(from),
            figure.calls(),
            figure.answered(),
            figure.givenUp(),
            figure.waiting(),
            figure.reachedLater(),
            figure.within15(),
            figure.over15(),
            figure.within180(),
            figure.over180(),
            maybe(figure.median()),
            maybe(figure.longest()),
            figure.billed())
        .map(cell -> cell == null ? "" : cell.toString())
        .toList();
  }
}
