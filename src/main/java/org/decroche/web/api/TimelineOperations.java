package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import org.decroche.store.Cases;
import org.decroche.store.Outcome;
import org.decroche.store.TimelineEntry;
import org.decroche.store.Timelines;
import org.decroche.store.Timelines.Writer;
import org.decroche.web.json.Words;

/** What is said on cases, and decided against a rule. */
final class TimelineOperations implements Operations {
  private static final int LINES = 100;

  private final Timelines timelines;
  private final Cases cases;
  private final CustomerAccess access;
  private final Clock clock;

  TimelineOperations(Timelines timelines, Cases cases, CustomerAccess access, Clock clock) {
    this.timelines = timelines;
    this.cases = cases;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readTimeline", this::read,
        "listWriters",
            asked ->
                Reply.list(
                    timelines.writing(asked.id(), asked.who().id()), TimelineOperations::writer),
        "addNote", this::say,
        "addException", this::except);
  }

  private Reply read(Asked asked) {
    access.mustRead(asked.who(), cases, asked.id());
    Map<String, String> wanted = asked.parameters();
    int limit = Integer.parseInt(wanted.getOrDefault("limit", Integer.toString(LINES)));
    OptionalLong before =
        wanted.containsKey("before")
            ? OptionalLong.of(Long.parseLong(wanted.get("before")))
            : OptionalLong.empty();
    return Reply.list(Stored.value(timelines.of(asked.id(), before, limit)), CaseShapes::entry);
  }

  private Reply say(Asked asked) {
    Long corrects = asked.body().getLong("corrects");
    Outcome<TimelineEntry> said =
        timelines.say(
            asked.id(),
            asked.who().id(),
            asked.body().getString("text"),
            Moments.call(asked),
            corrects == null ? OptionalLong.empty() : OptionalLong.of(corrects),
            clock.instant());
    return Reply.created(CaseShapes.said(Stored.value(said)));
  }

  private Reply except(Asked asked) {
    CustomerAccess.Look unused = access.mustSee(asked.who(), cases, asked.id());
    Outcome<TimelineEntry> noted =
        timelines.except(
            asked.id(),
            asked.who().id(),
            asked.line("rule"),
            asked.line("sentence"),
            Moments.call(asked),
            clock.instant());
    return Reply.created(CaseShapes.exception(Stored.value(noted)));
  }

  private static JsonObject writer(Writer writer) {
    return new JsonObject()
        .put("agent", CaseShapes.agent(writer.agent()))
        .put("since", Words.moment(writer.since()));
  }
}
