package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.call.CallId;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;
  private Browser alice;

  ApiTest(Database database, TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private static JsonObject person(String login) {
    return new JsonObject().put("login", login).put("name", "Someone").put("role", "agent");
  }

  @Test
  void aNewAgentHasAPhoneThatAsteriskCanCheckAndNobodyCanRead() throws Exception {
    int before = web.reloads.get();

    JsonObject made = admin.post("/api/agents", person("bruno")).expect(201);

    JsonObject phone = made.getJsonObject("phone");
    String a1 = phone.getString("user") + ":decroche:" + phone.getString("password");
    String ha1 =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("MD5").digest(a1.getBytes(StandardCharsets.UTF_8)));
    assertThat(
            tables.sql(
                "select md5_cred from asterisk.ps_auths where id = '"
                    + phone.getString("user")
                    + "'"))
        .containsExactly(ha1);
    assertThat(tables.sql("select row_to_json(agents)::text from agents"))
        .noneMatch(row -> row.contains(phone.getString("password")))
        .noneMatch(row -> row.contains(made.getString("password")));
    assertThat(web.reloads.get()).isGreaterThan(before);
  }

  @Test
  void aRenewedPhonePasswordReplacesTheOld() {
    JsonObject made = admin.post("/api/agents", person("renee")).expect(201);
    long id = made.getJsonObject("agent").getLong("id");

    JsonObject renewed =
        admin.post("/api/agents/" + id + "/phone-password", new JsonObject()).expect(201);

    assertThat(renewed.getString("user")).isEqualTo(made.getJsonObject("phone").getString("user"));
    assertThat(renewed.getString("password"))
        .isNotEqualTo(made.getJsonObject("phone").getString("password"));
    assertThat(web.signedOff).last().isEqualTo(new AgentId(id));
    assertThat(renewed.getBoolean("oldPhoneOff")).isTrue();
  }

  @Test
  void aPhoneThatIsNotSignedOffIsSaidWithItsNewPassword() {
    long id =
        admin.post("/api/agents", person("rita")).expect(201).getJsonObject("agent").getLong("id");
    String path = "/api/agents/" + id + "/phone-password";
    try {
      web.phoneGoes = CompletableFuture.completedFuture(false);
      JsonObject refused = admin.post(path, new JsonObject()).expect(201);
      web.phoneGoes = CompletableFuture.failedFuture(new IllegalStateException("made up"));
      JsonObject failed = admin.post(path, new JsonObject()).expect(201);
      web.phoneGoes = new CompletableFuture<>();
      JsonObject silent = admin.post(path, new JsonObject()).expect(201);

      assertThat(List.of(refused, failed, silent))
          .allSatisfy(one -> assertThat(one.getBoolean("oldPhoneOff")).isFalse())
          .extracting(one -> one.getString("password"))
          .doesNotHaveDuplicates();
    } finally {
      web.phoneGoes = CompletableFuture.completedFuture(true);
    }
  }

  @Test
  void aLoginTakenIsAConflictThatNamesTheField() {
    admin.post("/api/agents", person("twice")).expect(201);

    admin.post("/api/agents", person("twice")).refuses(409, "login");
    admin.post("/api/agents", person("Capital")).refuses(400, "login");
    admin
        .post("/api/agents", person("teamless").put("teamIds", new JsonArray().add(999)))
        .refuses(400, "teamIds");
    assertThat(tables.sql("select login from agents where login = 'teamless'")).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    long id = admin.id();

    admin
        .put(
            "/api/agents/" + id,
            new JsonObject()
                .put("name", "A")
                .put("role", "agent")
                .put("teamIds", new JsonArray())
                .put("disabled", false))
        .refuses(409, "role");
  }

  @Test
  void frontDoorsTakeNumbersAsPeopleWriteThem() {
    long team =
        admin.post("/api/teams", new JsonObject().put("name", "Doors")).expect(201).getLong("id");
    JsonObject door =
        new JsonObject().put("number", "01 99 00 00 10").put("name", "Accueil").put("teamId", team);

    JsonObject made = admin.post("/api/front-doors", door).expect(201);

    assertThat(made.getString("number")).isEqualTo("+33199000010");
    assertThat(made.getInteger("offerSeconds")).isEqualTo(20);
    admin.post("/api/front-doors", door).refuses(409, "number");
    admin.post("/api/front-doors", door.copy().put("number", "12")).refuses(400, "number");
    JsonObject numberless = door.copy();
    numberless.remove("number");
    admin.post("/api/front-doors", numberless).refuses(400, "number");
    JsonObject whole = door.copy().put("number", "01 99 00 00 11").put("country", "FR");
    whole.put("offerSeconds", 7).put("rememberDays", 0).put("realTalkSeconds", 3600);
    String path = "/api/front-doors/" + made.getLong("id");
    admin.put(path, whole).expect(200);
    for (String field : List.of("country", "offerSeconds", "rememberDays", "realTalkSeconds")) {
      JsonObject forgotten = whole.copy();
      forgotten.remove(field);
      admin.put(path, forgotten).refuses(400, field);
    }
    assertThat(alice.get("/api/front-doors").expect(200).getJsonArray("items").encode())
        .contains("+33199000011");
  }

  @Test
  void availabilityIsStoredAndTheEngineIsTold() {
    web.events.clear();

    alice
        .put(
            "/api/me/availability",
            new JsonObject().put("availability", "away").put("reason", "déjeuner"))
        .expect(200);

    assertThat(alice.get("/api/me").expect(200).getString("awayReason")).isEqualTo("déjeuner");
    assertThat(web.events)
        .anySatisfy(
            event -> {
              assertThat(event).isInstanceOf(Event.AvailabilityChosen.class);
              var chosen = (Event.AvailabilityChosen) event;
              assertThat(chosen.agent()).isEqualTo(new AgentId(alice.id()));
              assertThat(chosen.availability()).isEqualTo(Availability.AWAY);
            });
    alice
        .put(
            "/api/me/availability",
            new JsonObject().put("availability", "ready").put("reason", "no"))
        .refuses(400, "reason");
  }

  @Test
  void customersAreFoundByNameAndByNumberInAnyShape() {
    JsonObject made =
        alice
            .post(
                "/api/customers",
                new JsonObject()
                    .put("name", "Jeanne Martin")
                    .put(
                        "numbers",
                        new JsonArray()
                            .add(
                                new JsonObject()
                                    .put("number", "06 39 98 01 12")
                                    .put("label", "mobile"))))
            .expect(201);

    JsonObject line = made.getJsonArray("numbers").getJsonObject(0);
    assertThat(line.getString("number")).isEqualTo("+33639980112");
    assertThat(line.getString("display")).isEqualTo("06 39 98 01 12");
    for (String wanted :
        new String[] {"martin", "0639980112", "%2B33639980112", "06%2039.98.01.12"}) {
      assertThat(alice.get("/api/customers?q=" + wanted).expect(200).getJsonArray("items").encode())
          .as(wanted)
          .contains("Jeanne Martin");
    }
  }

  @Test
  void aWrongNumberIsRefusedByItsPlaceAndNothingIsStored() {
    alice
        .post(
            "/api/customers",
            new JsonObject()
                .put("name", "Half Done")
                .put(
                    "numbers",
                    new JsonArray()
                        .add(new JsonObject().put("number", "0639980113"))
                        .add(new JsonObject().put("number", "anonymous"))))
        .refuses(400, "numbers[1].number");

    assertThat(tables.sql("select name from customers where name = 'Half Done'")).isEmpty();
  }

  @Test
  void numbersComeAndGo() {
    long id =
        alice
            .post("/api/customers", new JsonObject().put("name", "Comes Goes"))
            .expect(201)
            .getLong("id");

    alice
        .post("/api/customers/" + id + "/numbers", new JsonObject().put("number", "0639980114"))
        .expect(201);
    alice.delete("/api/customers/" + id + "/numbers/%2B33639980114").expect(204);

    alice.delete("/api/customers/" + id + "/numbers/%2B33639980114").refuses(404, null);
    alice.delete("/api/customers/" + id + "/numbers/0639980114").refuses(400, "number");
  }

  @Test
  void aCaseIsOpenedNotedAndClosed() {
    long customer =
        alice
            .post("/api/customers", new JsonObject().put("name", "Has Case"))
            .expect(201)
            .getLong("id");
    JsonObject wanted =
        new JsonObject().put("customerId", customer).put("title", "Box").put("ownerId", alice.id());
    long id = alice.post("/api/cases", wanted).expect(201).getLong("id");

    alice
        .post("/api/cases/" + id + "/notes", new JsonObject().put("text", "Line 1\nLine 2"))
        .expect(201);
    alice
        .put("/api/cases/" + id, new JsonObject().put("version", 1).put("title", "Box 2"))
        .expect(200);
    alice
        .put(
            "/api/cases/" + id + "/closing",
            new JsonObject()
                .put("version", 2)
                .put("words", "It works, thank you.")
                .put("written", "e-mail of this morning"))
        .expect(200);

    JsonObject listed =
        alice
            .get("/api/cases?customerId=" + customer)
            .expect(200)
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(listed.getString("status")).isEqualTo("closed");
    assertThat(listed.getJsonArray("notes").getJsonObject(0).getString("text"))
        .isEqualTo("Line 1\nLine 2");
    alice.post("/api/cases", wanted.copy().put("ownerId", 999999)).refuses(400, "ownerId");
    alice.post("/api/cases", wanted.copy().put("customerId", 999999)).refuses(400, "customerId");
    alice
        .post("/api/cases/" + id + "/notes", new JsonObject().put("text", " \n"))
        .refuses(400, "text");
  }

  @Test
  void whoIsCallingIsSaidByWhoeverGotTheCallAndNobodyElse() {
    long customer =
        alice
            .post("/api/customers", new JsonObject().put("name", "It Was Me"))
            .expect(201)
            .getLong("id");
    JsonObject chosen = new JsonObject().put("customerId", customer);
    tables.sql(
        """
        insert into calls (id, number_kind, arrived_at) values ('1763.42', 'withheld', now());
        insert into call_steps (call_id, seq, at, kind, agent_id, offer)
          values ('1763.42', 1, now(), 'offered', %d, 17)"""
            .formatted(alice.id()));
    Browser other = web.agent("other", "Other One");

    other.put("/api/calls/1763.42/customer", chosen).refuses(404, null);
    alice.put("/api/calls/nothing/customer", chosen).refuses(404, null);
    alice
        .put("/api/calls/1763.42/customer", new JsonObject().put("customerId", 999999))
        .refuses(400, "customerId");
    alice.put("/api/calls/1763.42/customer", chosen).expect(204);

    JsonObject call = alice.get("/api/calls/1763.42").expect(200);
    assertThat(call.getJsonArray("steps")).as("the engine writes the one line").hasSize(1);
    assertThat(alice.get("/api/calls?limit=1").expect(200).getJsonArray("items")).hasSize(1);
    assertThat(alice.get("/api/calls?before=1763.42").expect(200).getJsonArray("items")).isEmpty();
    assertThat(web.events)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        Event.CustomerChosen.class,
                        said -> {
                          assertThat(said.call()).isEqualTo(new CallId("1763.42"));
                          assertThat(said.by()).isEqualTo(new AgentId(alice.id()));
                        }));
  }

  @Test
  void whoItWasMayBeSaidAfterTheCallAndIsWrittenOnce() {
    long customer =
        alice
            .post("/api/customers", new JsonObject().put("name", "It Was Me Too"))
            .expect(201)
            .getLong("id");
    tables.sql(
        """
        insert into calls (id, number_kind, arrived_at, ended_at, ending)
          values ('1763.43', 'withheld', now(), now(), 'talked');
        insert into call_steps (call_id, seq, at, kind, agent_id, offer)
          values ('1763.43', 1, now(), 'offered', %d, 18)"""
            .formatted(alice.id()));

    alice
        .put("/api/calls/1763.43/customer", new JsonObject().put("customerId", customer))
        .expect(204);

    JsonObject call = alice.get("/api/calls/1763.43").expect(200);
    assertThat(call.getJsonObject("customer").getString("name")).isEqualTo("It Was Me Too");
    JsonObject line = call.getJsonArray("steps").getJsonObject(1);
    assertThat(line.getString("kind")).isEqualTo("identified");
    assertThat(line.getJsonObject("agent").getLong("id")).isEqualTo(alice.id());
    assertThat(web.events)
        .noneMatch(
            event ->
                event instanceof Event.CustomerChosen said
                    && said.call().equals(new CallId("1763.43")));
  }

  @Test
  void healthTellsWhatIsMissing() {
    assertThat(web.stranger().get("/health/live").expect(200).getString("status")).isEqualTo("up");
    web.stranger().get("/health/ready").expect(200);

    web.health.put("asterisk", false);
    try {
      assertThat(
              web.stranger()
                  .get("/health/ready")
                  .expect(503)
                  .getJsonObject("checks")
                  .getString("asterisk"))
          .isEqualTo("down");
    } finally {
      web.health.put("asterisk", true);
    }
  }

  @Test
  void everyAnswerIsFencedIn() {
    var headers = web.stranger().get("/api/openapi.yaml").raw().headers();

    assertThat(headers.firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'");
    assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
    assertThat(headers.firstValue("cache-control")).contains("no-store");
  }
}
