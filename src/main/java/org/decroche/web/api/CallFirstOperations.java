package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.decroche.store.CallFirst;
import org.decroche.store.CallFirst.Line;
import org.decroche.store.CallRecord;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** Whom to call before they call. */
final class CallFirstOperations implements Operations {
  private final CallFirst callFirst;
  private final CustomerAccess access;
  private final NumberJson numbers;
  private final Clock clock;

  CallFirstOperations(CallFirst callFirst, CustomerAccess access, NumberJson numbers, Clock clock) {
    this.access = access;
    this.callFirst = callFirst;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("listCallFirst", this::list);
  }

  /**
   * Where to call somebody is for whoever is to call them, and for who looks after those; others
   * see that they wait.
   */
  private Reply list(Asked asked) {
    Instant now = clock.instant();
    if (asked.parameters().getOrDefault("of", "me").equals("me")) {
      return Reply.list(callFirst.of(asked.who().id(), now), line -> shape(line, numbers));
    }
    List<Line> all = callFirst.all(now);
    access.listed(asked.who(), all.stream().map(line -> line.customer().id()).toList());
    boolean whole = CustomerAccess.seesEverybodys(asked.who());
    return Reply.list(
        all,
        line ->
            whole
                    || line.owner()
                        .map(CallRecord.Agent::id)
                        .map(asked.who().id()::equals)
                        .orElse(false)
                ? shape(line, numbers)
                : minimum(line, numbers));
  }

  static JsonObject minimum(Line line, NumberJson numbers) {
    return shape(line, numbers).putNull("about").put("numbers", new JsonArray());
  }

  static JsonObject shape(Line line, NumberJson numbers) {
    JsonArray theirs = new JsonArray();
    line.numbers()
        .forEach(
            number ->
                theirs.add(
                    new JsonObject()
                        .put("number", number.e164())
                        .put("display", numbers.show(number))));
    return new JsonObject()
        .put("why", Words.word(line.why()))
        .put("since", Words.moment(line.since()))
        .put("about", line.about())
        .put("customer", Words.named(line.customer().id(), line.customer().name()))
        .put("numbers", theirs)
        .put("caseId", line.caseId())
        .put("case", line.caseTitle())
        .put("promiseId", line.promise().orElse(null))
        .put("errandId", line.errand().orElse(null))
        .put("owner", line.owner().map(CaseShapes::agent).orElse(null));
  }
}
