package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.decroche.store.Board;
import org.decroche.store.CallFirst;
import org.decroche.store.CallRecord;
import org.decroche.store.Debts;
import org.decroche.store.Promises;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** What is late and who waits: for a wall, and for whoever looks after the others. */
final class BoardOperations implements Operations {
  private final Debts debts;
  private final Promises promises;
  private final CallFirst callFirst;
  private final Board board;
  private final NumberJson numbers;
  private final Clock clock;

  BoardOperations(
      Debts debts,
      Promises promises,
      CallFirst callFirst,
      Board board,
      NumberJson numbers,
      Clock clock) {
    this.callFirst = callFirst;
    this.debts = debts;
    this.promises = promises;
    this.board = board;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("readBoard", asked -> Reply.ok(stands(clock.instant())));
  }

  private JsonObject stands(Instant now) {
    return new JsonObject()
        .put("now", Words.moment(now))
        .put("waiting", array(board.waiting(), this::waiting))
        .put("debts", array(debts.late(now), debt -> DebtShapes.debt(debt, numbers, now)))
        .put("promises", array(promises.late(now), promise -> DebtShapes.promise(promise, now)))
        .put(
            "quiet",
            array(callFirst.quietForAll(now), line -> CallFirstOperations.minimum(line, numbers)))
        .put("withheldToday", board.withheld(now));
  }

  private JsonObject waiting(CallRecord call) {
    String country = call.door().map(CallRecord.Door::country).orElse(numbers.country());
    return new JsonObject()
        .put("call", call.id().value())
        .put("number", numbers.in(country).caller(call.number()))
        .put("customer", DebtShapes.person(call.customer()))
        .put(
            "frontDoor",
            call.door().map(door -> Words.named(door.id().value(), door.name())).orElse(null))
        .put("since", Words.moment(call.arrivedAt()));
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonObject> shape) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(shape.apply(item)));
    return array;
  }
}
