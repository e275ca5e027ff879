package org.decroche.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.decroche.store.RecordedRuns;

/** A run as lines of JSON: how it began, then its events, for keeping with the tests. */
public final class RecordedLines {
  private static final ObjectMapper LINES = new ObjectMapper();

  private RecordedLines() {}

  /** The run of that moment, up to it. */
  public static List<String> write(RecordedRuns runs, Instant at) {
    EventJson json = new EventJson();
    List<String> events = new ArrayList<>();
    Run run = runs.read(at, one -> events.add(line(json, one))).orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add(
        object()
            .put("startedAt", run.startedAt().toString())
            .put("firstOffer", run.firstOffer())
            .set("limits", tree(json.write(run.limits())))
            .toString());
    lines.addAll(events);
    return lines;
  }

  /** The line begins a run; the others are its events. */
  static boolean isRun(String line) {
    return tree(line).has("startedAt");
  }

  static Run run(String line) {
    JsonNode run = tree(line);
    return new Run(
        Instant.parse(run.get("startedAt").asText()),
        new EventJson().readLimits(run.get("limits").toString()),
        run.get("firstOffer").asLong());
  }

  static Recorded event(EventJson json, String line) {
    JsonNode event = tree(line);
    return json.read(
        event.get("seq").asLong(),
        event.get("event").toString(),
        event.get("decisions").toString());
  }

  private static String line(EventJson json, Recorded one) {
    ObjectNode line = object().put("seq", one.seq());
    line.set("event", tree(json.write(one.event())));
    line.set("decisions", tree(json.writeDecisions(one)));
    return line.toString();
  }

  private static ObjectNode object() {
    return LINES.createObjectNode();
  }

  private static JsonNode tree(String text) {
    try {
      return LINES.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
