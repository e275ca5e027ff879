package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private final RunningWeb web;
  private Browser alice;

  BadInputTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    alice = web.agent("alice", "Alice Roy");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private Browser.Answer raw(String body) {
    return alice.send("POST", "/api/customers", body, "application/json");
  }

  private static JsonObject customer(Object name) {
    return new JsonObject().put("name", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":",
        "nonsense",
        "[]",
        "\"name\"",
        "null",
        "{\"name\":\"a\"} trailing",
        "{'name':'a'}"
      })
  void whatIsNoJsonObjectIsRefused(String body) {
    raw(body).refuses(400, null);
  }

  @Test
  void nestingWithoutEndIsRefused() {
    raw("{\"name\":" + "[".repeat(30_000)).refuses(400, null);
    raw("{\"name\":" + "{\"a\":".repeat(10_000)).refuses(400, null);
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws Exception {
    var request =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + web.port + "/api/customers"))
            .header("Cookie", alice.cookie())
            .header("Content-Type", "application/json")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofByteArray(
                    new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}))
            .build();

    assertThat(
            java.net.http.HttpClient.newHttpClient()
                .send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void wrongTypesAreRefusedByName() {
    alice.post("/api/customers", customer(12)).refuses(400, "name");
    alice.post("/api/customers", customer(new JsonArray())).refuses(400, "name");
    alice.post("/api/customers", customer("A").put("numbers", "06")).refuses(400, "numbers");
    alice
        .post(
            "/api/customers",
            customer("A").put("numbers", new JsonArray().add(new JsonObject().put("number", 6))))
        .refuses(400, "numbers[0].number");
    alice
        .post(
            "/api/cases",
            new JsonObject().put("customerId", 1.5).put("title", "t").put("ownerId", 1))
        .refuses(400, "customerId");
    alice
        .put("/api/me/availability", new JsonObject().put("availability", "gone"))
        .refuses(400, "availability");
  }

  /** Java's {@code $} also matches before a line end at the end; the contract's does not. */
  @Test
  void aLineEndBehindAWellShapedValueIsRefused() {
    Browser admin = web.administrator();
    JsonObject agent = new JsonObject().put("name", "Eve").put("role", "agent");
    admin.post("/api/agents", agent.put("login", "eve\n")).refuses(400, "login");
    alice.post("/api/customers", customer("A").put("language", "fr\n")).refuses(400, "language");
    alice.put("/api/shared-numbers/%2B33199001234%0A", new JsonObject()).refuses(400, "number");
    alice.get("/api/calls?before=17.1%0A").refuses(400, "before");
    alice.get("/api/calls/17.1%0A").refuses(400, "id");
    JsonObject door =
        new JsonObject().put("number", "+33199001234").put("name", "D").put("teamId", 1);
    admin.post("/api/front-doors", door.put("country", "FR\n")).refuses(400, "country");
  }

  @Test
  void aMissingFieldAndOneTooManyAreRefusedByName() {
    alice.post("/api/customers", new JsonObject()).refuses(400, "name");
    alice.post("/api/customers", customer("A").put("isAdmin", true)).refuses(400, "isAdmin");
    alice
        .post("/api/customers", customer("A").put("numbers", new JsonArray().add(new JsonObject())))
        .refuses(400, "numbers[0].number");
    alice.get("/api/cases").refuses(400, "customerId");
  }

  @Test
  void aNameOfTenKilobytesIsRefused() {
    alice.post("/api/customers", customer("x".repeat(10_000))).refuses(400, "name");
  }

  @Test
  void moreThanSixtyFourKilobytesAreNotTakenIn() {
    raw("{\"name\":\"" + "x".repeat(70_000) + "\"}").refuses(413, null);
  }

  @Test
  void blankNamesAndControlSignsAreRefused() {
    alice.post("/api/customers", customer("")).refuses(400, "name");
    alice.post("/api/customers", customer("  \u00a0 ")).refuses(400, "name");
    alice.post("/api/customers", customer("Jeanne\r\nSet-Cookie: a=b")).refuses(400, "name");
    alice.post("/api/customers", customer("Jeanne\n")).refuses(400, "name");
    alice.post("/api/customers", customer("Jea\u0000nne")).refuses(400, "name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "'; drop table customers; --",
        "\u202eenna\u202c",
        "${jndi:ldap://127.0.0.1/a}",
        "Zoë 👩‍🦰 \u200f ع"
      })
  void hostileTextIsStoredAndComesBackAsItIs(String name) {
    long id = alice.post("/api/customers", customer(name)).expect(201).getLong("id");

    assertThat(alice.get("/api/customers/" + id).expect(200).getString("name")).isEqualTo(name);
  }

  @Test
  void halfASignIsRefused() {
    String said = "name must not hold control signs, nor half of a sign.";
    raw("{\"name\":\"a\\ud800b\"}").refuses(400, "name", said);
    raw("{\"name\":\"a\\udc00\"}").refuses(400, "name", said);
    raw("{\"name\":\"a\",\"notes\":[\"\\ud83d\"]}").refuses(400, "notes[0]");
    raw("{\"name\":\"\\ud83d\\udc4b\"}").expect(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""})
  void onlyJsonIsTaken(String type) {
    alice.send("POST", "/api/customers", "{\"name\":\"a\"}", type).refuses(415, null);
  }

  @Test
  void charsetsAreFine() {
    alice
        .send("POST", "/api/customers", "{\"name\":\"a\"}", "application/json; charset=UTF-8")
        .expect(201);
  }

  @Test
  void addressesThatNameNothingAreNotFound() {
    alice.get("/api/customers/999999999").refuses(404, null);
    alice.get("/api/nothing").refuses(404, null);
    alice.get("/nothing").refuses(404, null);
    alice.get("/api/customers/0").refuses(400, "id");
    alice.get("/api/customers/abc").refuses(400, "id");
    alice.get("/api/customers/99999999999999999999999").refuses(400, "id");
    alice.get("/api/calls/%0d%0a").refuses(400, "id");
    alice.get("/../../../etc/passwd").refuses(404, null);
    alice.get("/%2e%2e/%2e%2e/logback.xml").refuses(404, null);
  }

  @Test
  void searchTextIsTakenAsItIs() {
    alice.post("/api/customers", customer("100 % Pur")).expect(201);

    assertThat(alice.get("/api/customers?q=100%20%25").expect(200).getJsonArray("items"))
        .hasSize(1);
    alice.get("/api/customers?q=%25%27%22%5C%00").expect(200);
    alice.get("/api/customers?q=" + "x".repeat(201)).refuses(400, "q");
  }

  @Test
  void aRequestFromAForeignPageIsRefused() {
    JsonObject off = new JsonObject().put("availability", "off");
    web.stranger()
        .withCookie(alice.cookie())
        .withOrigin("https://evil.example")
        .put("/api/me/availability", off)
        .refuses(403, null);
    web.stranger()
        .withCookie(alice.cookie())
        .withOrigin("null")
        .put("/api/me/availability", off)
        .refuses(403, null);
    web.stranger()
        .withCookie(alice.cookie())
        .withOrigin("http://127.0.0.1:" + (web.port + 1))
        .put("/api/me/availability", off)
        .refuses(403, null);
    // A program without pages sends none; a browser that leaves it out still says where from.
    web.stranger()
        .withCookie(alice.cookie())
        .withOrigin("")
        .put("/api/me/availability", off)
        .expect(200);
    web.stranger()
        .withCookie(alice.cookie())
        .withOrigin("")
        .send(
            "PUT",
            "/api/me/availability",
            off.encode(),
            "application/json",
            "Sec-Fetch-Site",
            "cross-site")
        .refuses(403, null);
  }
}
