package org.decroche.acceptance.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;

/** A customer's case, and what agents do with it through the API. */
record WorkedCase(Stack stack, Scene scene, long customer, long id) {
  void errand(Agent agent, String call, String party, String what) {
    JsonObject owed = new JsonObject().put("party", party).put("what", what);
    agent.api().post(path("/errands"), owed.put("dueAt", tomorrow()).put("callId", call));
  }

  /** The errand that is open. */
  long openErrand() {
    return items(scene.administrator().items(path("/errands"))).stream()
        .filter(errand -> errand.getString("state").equals("open"))
        .findFirst()
        .orElseThrow()
        .getLong("id");
  }

  /** Ends the errand that is open, as done or dropped. */
  void endErrand(String state, String words) {
    scene
        .administrator()
        .put(
            "/api/errands/" + openErrand(),
            new JsonObject().put("state", state).put("words", words));
  }

  void note(Agent agent, String call, String text) {
    agent.api().post(path("/notes"), new JsonObject().put("text", text).put("callId", call));
  }

  /** Why this agent is to call the customer before they call: the line with this reason. */
  JsonObject callFirst(Agent agent, String why) {
    return callFirst(agent).stream()
        .filter(line -> line.getString("why").equals(why))
        .findFirst()
        .orElseThrow();
  }

  List<JsonObject> callFirst(Agent agent) {
    return items(agent, "/api/call-first").stream()
        .filter(line -> line.getJsonObject("customer").getLong("id") == customer)
        .toList();
  }

  /** Whether a promise or an errand is of this case. */
  boolean has(JsonObject owed) {
    return owed.getLong("caseId") == id;
  }

  JsonObject now(Agent agent) {
    return agent.api().get(path(""));
  }

  int version(Agent agent) {
    return now(agent).getInteger("version");
  }

  /** Lets the date of what is still open of it go by, in this table. */
  void past(String table) {
    stack
        .database()
        .run(
            "update %s set due_at = now() - interval '1 hour' where case_id = %d and state = 'open'"
                .formatted(table, id));
  }

  String path(String part) {
    return "/api/cases/" + id + part;
  }

  static List<JsonObject> items(Agent agent, String path) {
    return items(agent.api().items(path));
  }

  private static List<JsonObject> items(JsonArray items) {
    return items.stream().map(JsonObject.class::cast).toList();
  }

  static String tomorrow() {
    return Instant.now().plus(Duration.ofDays(1)).toString();
  }
}
