package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who customers are on the phone, and two of them who are one, over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerApiTest {
  private final TestDatabase postgres;
  private final RunningWeb web;
  private Browser alice;
  private Browser karim;
  private String jeanne = "";

  CustomerApiTest(TestDatabase postgres) {
    this.postgres = postgres;
    this.web = new RunningWeb(postgres.database());
  }

  @BeforeAll
  void people() {
    alice = web.agent("alice", "Alice Roy");
    karim = web.agent("karim", "Karim Amari");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @BeforeEach
  void somebody() {
    postgres.sql("truncate customers cascade");
    jeanne =
        path(
            add(
                body("name", "Jeanne Martin")
                    .put("called", "Mme Martin")
                    .put(
                        "notes",
                        new JsonArray()
                            .add("hard of hearing, speak slowly")
                            .add("no e-mail, no web"))));
  }

  private JsonObject add(JsonObject wanted) {
    return alice.post("/api/customers", wanted).expect(201);
  }

  private static String path(JsonObject customer) {
    return "/api/customers/" + customer.getLong("id");
  }

  private static JsonObject body(String field, Object value) {
    return new JsonObject().put(field, value);
  }

  @Test
  void whatMattersOnThePhoneIsAFewShortLines() {
    JsonObject stands = alice.get(jeanne).expect(200);

    assertThat(stands.getString("called")).isEqualTo("Mme Martin");
    assertThat(stands.getJsonArray("notes"))
        .containsExactly("hard of hearing, speak slowly", "no e-mail, no web");
    assertThat(stands.getString("note"))
        .isEqualTo("hard of hearing, speak slowly\nno e-mail, no web");
    JsonArray eleven = new JsonArray();
    for (int line = 0; line < 11; line++) {
      eleven.add("line " + line);
    }
    JsonObject wanted = body("version", 1).put("name", "Jeanne Martin");
    alice.put(jeanne, wanted.copy().put("notes", eleven)).refuses(400, "notes");
    alice
        .put(jeanne, wanted.copy().put("notes", new JsonArray().add("x".repeat(201))))
        .refuses(400, "notes[0]");
    alice
        .put(jeanne, wanted.copy().put("notes", new JsonArray().add("two\nlines")))
        .refuses(400, "notes[0]");
    alice.put(jeanne, wanted.copy().put("called", "x".repeat(101))).refuses(400, "called");
    alice.put(jeanne, wanted.copy().put("kind", "dog")).refuses(400, "kind");
    alice.put(jeanne, wanted.copy().put("firmId", 999999)).refuses(400, "firmId");
    alice.put(jeanne, body("name", "x")).refuses(400, "version");
  }

  @Test
  void twoPeopleOnOneCustomerOverwriteNothing() {
    alice.put(jeanne, body("version", 1).put("name", "Jeanne Martin-Roy")).expect(200);

    Browser.Answer late = alice.put(jeanne, body("version", 1).put("name", "J."));

    late.refuses(409, "version");
    assertThat(late.json().getString("who")).isEqualTo("Alice Roy");
    assertThat(late.json().getJsonArray("changed"))
        .containsExactlyInAnyOrder("name", "called", "notes");
    JsonObject change =
        alice.get(jeanne + "/changes").expect(200).getJsonArray("items").getJsonObject(0);
    assertThat(change.getJsonObject("by").getString("name")).isEqualTo("Alice Roy");
    assertThat(change.getJsonObject("detail").getJsonObject("name").getString("to"))
        .isEqualTo("Jeanne Martin-Roy");
  }

  @Test
  void aFirmHasPeople() {
    JsonObject bakery = add(body("name", "Boulangerie Petit").put("kind", "firm"));
    JsonObject anne = add(body("name", "Anne Petit").put("firmId", bakery.getLong("id")));

    assertThat(anne.getJsonObject("firm").getString("name")).isEqualTo("Boulangerie Petit");
    assertThat(alice.get(path(bakery) + "/people").expect(200).getJsonArray("items").encode())
        .contains("Anne Petit");
    alice
        .put(path(bakery), body("version", 1).put("name", "Boulangerie Petit"))
        .refuses(409, "kind");
  }

  @Test
  void twoWhoAreOneAreMergedAndMadeTwoAgain() {
    JsonObject other =
        add(
            body("name", "J. Martin")
                .put("numbers", new JsonArray().add(body("number", "0639980112"))));
    JsonObject both = body("otherId", other.getLong("id"));
    alice.post(jeanne + "/merges", body("otherId", 999999)).refuses(400, "otherId");
    karim.post(jeanne + "/merges", both).refuses(403, null);

    JsonObject kept = alice.post(jeanne + "/merges", both).expect(201);

    assertThat(kept.getJsonArray("numbers")).hasSize(1);
    assertThat(alice.get(path(other)).expect(200).getJsonObject("mergedInto").getString("name"))
        .isEqualTo("Jeanne Martin");
    alice.post(jeanne + "/merges", both).refuses(409, "otherId");
    alice.put(path(other), body("version", 2).put("name", "J.")).refuses(409, "mergedInto");
    JsonObject merge =
        alice.get(jeanne + "/merges").expect(200).getJsonArray("items").getJsonObject(0);
    assertThat(merge.getJsonObject("gone").getString("name")).isEqualTo("J. Martin");
    String undo = "/api/merges/" + merge.getLong("id") + "/undo";
    karim.post(undo, new JsonObject()).refuses(403, null);
    JsonObject again = alice.post(undo, new JsonObject()).expect(200);
    assertThat(again.getJsonArray("numbers")).hasSize(1);
    assertThat(again.getValue("mergedInto")).isNull();
    alice.post(undo, new JsonObject()).refuses(409, "id");
  }
}
