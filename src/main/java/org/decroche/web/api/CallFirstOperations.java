package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.decroche.store.CallFirst;
import org.decroche.store.CallFirst.Line;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** Whom to call before they call. */
final class CallFirstOperations implements Operations {
  private final CallFirst callFirst;
  private final NumberJson numbers;
  private final Clock clock;

  CallFirstOperations(CallFirst callFirst, NumberJson numbers, Clock clock) {
    this.callFirst = callFirst;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("listCallFirst", this::list);
  }

  private Reply list(Asked asked) {
    Instant now = clock.instant();
    boolean all = asked.parameters().getOrDefault("of", "me").equals("all");
    return Reply.list(
        all ? callFirst.all(now) : callFirst.of(asked.who().id(), now),
        line -> shape(line, numbers));
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
