package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.decroche.store.Board;
import org.decroche.store.CallFirst;
import org.decroche.store.CallRecord;
import org.decroche.store.Database;
import org.decroche.store.Debts;
import org.decroche.store.DoorRouting;
import org.decroche.store.Errand;
import org.decroche.store.Errands;
import org.decroche.store.Figures;
import org.decroche.store.Figures.Period;
import org.decroche.store.FrontDoors;
import org.decroche.store.Promises;
import org.decroche.store.StoredTestCalls;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/**
 * The board as it stands: what is late, who waits, who talks, and how the day went. A wall is read
 * by whoever stands before it: it has names, and no numbers to call. Blocks.
 */
public final class BoardView {
  private final Debts debts;
  private final Promises promises;
  private final Errands errands;
  private final CallFirst callFirst;
  private final Board board;
  private final Figures figures;
  private final StoredTestCalls testCalls;
  private final Zones zones;
  private final OpenDesks desks;
  private final NumberJson numbers;
  private final Clock clock;

  public BoardView(Database database, OpenDesks desks, NumberJson numbers, Clock clock) {
    this.debts = new Debts(database);
    this.promises = new Promises(database);
    this.errands = new Errands(database);
    this.callFirst = new CallFirst(database);
    this.board = new Board(database);
    this.figures = new Figures(database);
    this.testCalls = new StoredTestCalls(database);
    this.zones = new Zones(new FrontDoors(database), new DoorRouting(database));
    this.desks = desks;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** As the contract's Board. */
  public JsonObject stands() {
    Instant now = clock.instant();
    ZoneId zone = zones.of(Optional.empty());
    return new JsonObject()
        .put("now", Words.moment(now))
        .put("waiting", array(board.waiting(), this::waiting))
        .put("people", array(board.people(), this::person))
        .put("debts", array(debts.late(now), debt -> DebtShapes.minimum(debt, numbers, now)))
        .put("openDebts", board.openDebts())
        .put("promises", array(promises.late(now), promise -> DebtShapes.promise(promise, now)))
        .put("errands", array(errands.late(now), BoardView::errand))
        .put(
            "quiet",
            array(callFirst.quietForAll(now), line -> CallFirstOperations.minimum(line, numbers)))
        .put("withheldToday", board.withheld(now))
        .put("testCalls", array(testCalls.all(), HealthOperations::shape))
        .put(
            "hour",
            FigureOperations.shape(figures.of(Period.hour(now, zone), Optional.empty(), now), now))
        .put(
            "day",
            FigureOperations.shape(
                figures.of(Period.day(LocalDate.ofInstant(now, zone), zone), Optional.empty(), now),
                now));
  }

  /** Who stands on it by name: whoever looks at it has seen that of them. */
  public static List<Long> customers(JsonObject board) {
    return Stream.of("waiting", "debts", "promises", "errands", "quiet")
        .flatMap(list -> board.getJsonArray(list).stream())
        .map(line -> ((JsonObject) line).getJsonObject("customer"))
        .filter(Objects::nonNull)
        .map(customer -> customer.getLong("id"))
        .toList();
  }

  private JsonObject waiting(Board.Waiting waiting) {
    CallRecord call = waiting.call();
    String country = call.door().map(CallRecord.Door::country).orElse(numbers.country());
    return new JsonObject()
        .put("call", call.id().value())
        .put("number", CallOfOthers.masked(numbers.in(country).caller(call.number())))
        .put("customer", DebtShapes.person(call.customer()))
        .put(
            "frontDoor",
            call.door().map(door -> Words.named(door.id().value(), door.name())).orElse(null))
        .put("since", Words.moment(call.arrivedAt()))
        .put(
            "ringing",
            waiting
                .ringing()
                .map(rings -> named(rings.agent()).put("offer", String.valueOf(rings.offer())))
                .orElse(null))
        .put("why", waiting.why().orElse(null));
  }

  private JsonObject person(Board.Person person) {
    return named(person.agent())
        .put("availability", Words.word(person.availability()))
        .put("awayReason", person.awayReason())
        .put("since", Words.moment(person.since()))
        .put("activity", Words.word(desks.activity(person.agent().id())))
        .put("talkingSince", Words.moment(person.talkingSince().orElse(null)));
  }

  /** By whom and for whom, and no more: what they owe and how to reach them is the case's. */
  private static JsonObject errand(Errand errand) {
    return new JsonObject()
        .put("id", errand.id())
        .put("caseId", errand.caseId())
        .put("customer", Words.named(errand.customer().id(), errand.customer().name()))
        .put("party", errand.party())
        .put("owner", named(errand.owner()))
        .put("dueAt", Words.moment(errand.due()));
  }

  private static JsonObject named(CallRecord.Agent agent) {
    return Words.named(agent.id().value(), agent.name());
  }

  private static <T> JsonArray array(List<T> items, Function<T, @Nullable JsonObject> shape) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(shape.apply(item)));
    return array;
  }
}
