package org.decroche.acceptance.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;

/** A customer, their number and their open case with its owner's notes. */
record Matter(String person, String number, long customer, String title, long caseId) {
  static final String WORDS = "The box came without a power supply, and I work from home.";
  static final String NOTE = "The depot says it left on Monday.";

  static Matter of(Scene scene, Agent owner) {
    return of(
        scene, owner, "Jeanne Martin", "Box without power supply", WORDS, List.of("Opened.", NOTE));
  }

  /**
   * Made through the API.
   *
   * @param notes oldest first
   */
  static Matter of(
      Scene scene, Agent owner, String person, String title, String words, List<String> notes) {
    String number = scene.mobile();
    JsonObject customer =
        new JsonObject()
            .put("name", person)
            .put("notes", new JsonArray().add("Straight to the point."))
            .put("numbers", new JsonArray().add(new JsonObject().put("number", number)));
    long customerId = scene.administrator().post("/api/customers", customer).getLong("id");
    JsonObject matter =
        new JsonObject()
            .put("customerId", customerId)
            .put("title", title)
            .put("customerWords", words)
            .put("ownerId", owner.id());
    long caseId = scene.administrator().post("/api/cases", matter).getLong("id");
    for (String note : notes) {
      owner.api().post("/api/cases/" + caseId + "/notes", new JsonObject().put("text", note));
    }
    return new Matter(person, number, customerId, title, caseId);
  }

  Manner calls() {
    return Manner.of(number);
  }

  /** As the French write it: "06 39 98 01 12". */
  String display() {
    return ("0" + number.substring(3)).replaceAll("(\\d\\d)(?=\\d)", "$1 ");
  }
}
