package org.decroche.demo;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the call's record while it is written, through the API. */
final class RecordWatch {
  /** Clocks agree here, but the dialplan stamps the arrival by itself. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private final Api api;
  private final Stage.Scene scene;
  private final Observed seen;
  private final Teller teller;
  private final Words words;
  private String id = "";
  private long told;

  RecordWatch(Api api, Stage.Scene scene, Observed seen, Teller teller, Words words) {
    this.api = api;
    this.scene = scene;
    this.seen = seen;
    this.teller = teller;
    this.words = words;
  }

  void look(Instant since, String e164) throws Trouble {
    if (id.isEmpty()) {
      id = find(since.minus(SLACK), e164);
    }
    if (id.isEmpty()) {
      return;
    }
    JsonObject call = api.get("/api/calls/" + id);
    seen.billedOnRecord = Json.number(call, "secondsBilledBeforeHuman");
    for (JsonObject step : Json.objects(call, "steps")) {
      long seq = Json.number(step, "seq");
      if (seq > told) {
        told = seq;
        take(call, step, Json.moment(step, "at").orElseThrow());
      }
    }
  }

  private String find(Instant since, String e164) throws Trouble {
    for (JsonObject call : api.list("/api/calls?limit=10")) {
      boolean theirs =
          Json.object(call, "number").map(n -> Json.text(n, "e164")).orElse("").equals(e164);
      if (theirs && Json.moment(call, "arrivedAt").orElse(Instant.EPOCH).isAfter(since)) {
        return Json.text(call, "id");
      }
    }
    return "";
  }

  private void take(JsonObject call, JsonObject step, Instant at) throws Trouble {
    Optional<JsonObject> agent = Json.object(step, "agent");
    String called = agent.map(Story::called).orElse("?");
    switch (Json.text(step, "kind")) {
      case "arrived" -> teller.tell(at, rings(call));
      case "identified" -> teller.tell(at, whoItIs(call, step));
      case "look-up-late" -> teller.tell(at, words.say("late"));
      case "waiting" -> teller.tell(at, words.say("waiting"));
      case "fallback" -> teller.tell(at, words.say("fallback"));
      case "offer-ended" -> offerEnded(step, called, at);
      case "answered" -> answered(agent.orElseGet(JsonObject::new), at);
      case "ended" -> seen.recordedEnd = at;
      default -> {} // offered, ringing: the desk and the phone themselves tell
    }
  }

  private String rings(JsonObject call) {
    JsonObject number = call.getJsonObject("number");
    String door = Json.object(call, "frontDoor").map(d -> Json.text(d, "name")).orElse("?");
    return words.say("rings", Mask.of(Json.text(number, "e164")), door);
  }

  private String whoItIs(JsonObject call, JsonObject step) throws Trouble {
    Optional<JsonObject> customer = Json.object(call, "customer");
    if (customer.isEmpty()) {
      long people = Json.object(step, "detail").map(d -> Json.number(d, "people")).orElse(0L);
      return people > 1 ? words.say("shared", people) : words.say("unknown");
    }
    String name = Json.text(customer.get(), "name");
    List<JsonObject> cases =
        api.list("/api/cases?customerId=" + Json.number(customer.get(), "id")).stream()
            .filter(found -> !Json.text(found, "status").equals("closed"))
            .toList();
    if (cases.isEmpty()) {
      return words.say("known", name);
    }
    JsonObject first = cases.getFirst();
    String owner = Json.object(first, "owner").map(Story::called).orElse("?");
    return words.say("known-with-case", name, Json.text(first, "title"), owner);
  }

  private void offerEnded(JsonObject step, String called, Instant at) {
    String how = Json.object(step, "detail").map(d -> Json.text(d, "how")).orElse("");
    if (!how.equals("answered")) {
      String key = "how." + how;
      teller.tell(at, words.say("offer-ended", called, words.knows(key) ? words.say(key) : how));
    }
  }

  private void answered(JsonObject agent, Instant at) {
    seen.answeredBy = Json.number(agent, "id");
    seen.answeredByName =
        scene.player(seen.answeredBy).map(Player::called).orElse(Story.called(agent));
    Instant picked = seen.phonePickedUp == null ? at : seen.phonePickedUp;
    long billed = seen.billedBefore();
    teller.tell(
        picked,
        billed == 0
            ? words.say("picks-up", seen.answeredByName)
            : words.say("picks-up-billed", seen.answeredByName, billed));
  }
}
