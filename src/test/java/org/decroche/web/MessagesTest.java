package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people write in a form or a letter: we call them for it. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTest {
  private static final String PAGE = "https://www.example.org";
  private static final String MOBILE = "+33639980199";

  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;
  private Browser alice;
  private Browser bruno;
  private long door;
  private JsonObject site;

  MessagesTest(TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(tables.database());
  }

  @BeforeAll
  void aFirmWithAForm() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    bruno = web.agent("bruno", "Bruno Lac");
    long team =
        admin.post("/api/teams", new JsonObject().put("name", "Accueil")).expect(201).getLong("id");
    tables.sql(
        "insert into team_members select %d, id from agents where login = 'alice'".formatted(team));
    door =
        admin
            .post(
                "/api/front-doors",
                new JsonObject()
                    .put("number", "+33199000001")
                    .put("name", "Standard")
                    .put("teamId", team))
            .expect(201)
            .getLong("id");
    site = admin.post("/api/sites", form("Home page")).expect(201);
  }

  @BeforeEach
  void nobodyHasWritten() {
    tables.sql(
        "truncate customers, customer_numbers, cases, calls, debts, messages, shared_numbers cascade");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private JsonObject form(String name) {
    return new JsonObject()
        .put("name", name)
        .put("frontDoorId", door)
        .put("origins", new JsonArray().add(PAGE))
        .put("perHour", 5)
        .put("enabled", true);
  }

  private JsonObject message(String number, String words) {
    return new JsonObject()
        .put("site", site.getString("token"))
        .put("name", "Jeanne Martin")
        .put("number", number)
        .put("words", words);
  }

  private Browser.Answer sent(JsonObject message) {
    return web.stranger().withOrigin(PAGE).post("/api/messages", message);
  }

  private long jeanne() {
    return admin
        .post(
            "/api/customers",
            new JsonObject()
                .put("name", "Jeanne Martin")
                .put("numbers", new JsonArray().add(new JsonObject().put("number", MOBILE))))
        .expect(201)
        .getLong("id");
  }

  @Test
  void aStrangersMessageBecomesACaseAndADebtAndTheySeeWhoWillCallAndByWhen() {
    JsonObject receipt =
        sent(message("06 39 98 01 99", "Nothing works since this morning.\nPlease call."))
            .expect(201);

    assertThat(receipt.getString("by")).isEqualTo("Alice Roy");
    assertThat(Instant.parse(receipt.getString("dueAt"))).isAfter(Instant.now());
    assertThat(receipt.getString("receipt")).startsWith("Alice Roy will call you by ");
    JsonObject debt = alice.get("/api/debts").expect(200).getJsonArray("items").getJsonObject(0);
    assertThat(debt.getJsonObject("number").getString("e164")).isEqualTo(MOBILE);
    assertThat(debt.getJsonObject("customer").getString("name")).isEqualTo("Jeanne Martin");
    assertThat(debt.getString("dueAt")).isEqualTo(receipt.getString("dueAt"));
    long customer = debt.getJsonObject("customer").getLong("id");
    JsonObject opened =
        alice
            .get("/api/cases?customerId=" + customer)
            .expect(200)
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(opened.getString("title")).isEqualTo("Nothing works since this morning.");
    assertThat(opened.getString("customerWords")).contains("Please call.");
    assertThat(opened.getJsonObject("owner").getString("name")).isEqualTo("Alice Roy");
  }

  @Test
  void theReceiptSpeaksFrench() {
    assertThat(
            sent(message(MOBILE, "Rien ne marche").put("language", "fr"))
                .expect(201)
                .getString("receipt"))
        .startsWith("Alice Roy vous appellera au plus tard ");
  }

  @Test
  void whoHasAnOpenCaseWritesALineOfItAndItsOwnerCalls() {
    long jeanne = jeanne();
    long box =
        admin
            .post(
                "/api/cases",
                new JsonObject()
                    .put("customerId", jeanne)
                    .put("title", "Box")
                    .put("ownerId", bruno.id()))
            .expect(201)
            .getLong("id");

    assertThat(sent(message(MOBILE, "Still dark")).expect(201).getString("by"))
        .isEqualTo("Bruno Lac");

    assertThat(tables.sql("select count(*) from cases")).containsExactly("1");
    JsonObject line =
        bruno
            .get("/api/cases/" + box + "/messages")
            .expect(200)
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(line.getString("words")).isEqualTo("Still dark");
    assertThat(line.getString("site")).isEqualTo("Home page");
    alice.get("/api/cases/" + box + "/messages").refuses(403, null);
    assertThat(tables.sql("select kind || ' ' || coalesce(text, '') from timeline order by id"))
        .containsExactly("opened ", "message Still dark");
  }

  @Test
  void aCaseThatWaitsForTheCustomerIsOursAgainWhenTheyWrite() {
    long jeanne = jeanne();
    long box =
        admin
            .post(
                "/api/cases",
                new JsonObject()
                    .put("customerId", jeanne)
                    .put("title", "Box")
                    .put("ownerId", bruno.id()))
            .expect(201)
            .getLong("id");
    tables.sql(
        "update cases set status = 'waiting-for-customer', waiting_until = now() + interval '5 days'");

    sent(message(MOBILE, "Here it is")).expect(201);

    JsonObject stands = bruno.get("/api/cases/" + box).expect(200);
    assertThat(stands.getString("status")).isEqualTo("waiting-for-us");
    assertThat(tables.sql("select kind from timeline order by id"))
        .containsExactly("opened", "message", "status");
  }

  @Test
  void twoMessagesAreOneDebtDueWhenTheFirstWas() {
    String due = sent(message(MOBILE, "One")).expect(201).getString("dueAt");
    assertThat(sent(message(MOBILE, "Two")).expect(201).getString("dueAt")).isEqualTo(due);

    assertThat(tables.sql("select count(*) from debts")).containsExactly("1");
    assertThat(tables.sql("select count(*) from messages")).containsExactly("2");
    assertThat(tables.sql("select count(*) from cases")).containsExactly("1");
  }

  @Test
  void aTalkFromBeforeTheMessageDoesNotSettleIt() {
    sent(message(MOBILE, "One")).expect(201);
    assertThat(tables.sql("select missed_at > now() - interval '1 minute' from debts"))
        .containsExactly("t");
  }

  @Test
  void ofSeveralPeopleOnOneNumberItIsTheOneOfThatNameElseSomebodyNew() {
    jeanne();
    admin
        .post(
            "/api/customers",
            new JsonObject()
                .put("name", "Paul Martin")
                .put("numbers", new JsonArray().add(new JsonObject().put("number", MOBILE))))
        .expect(201);

    sent(message(MOBILE, "One").put("name", "paul  martin".replace("  ", " "))).expect(201);
    sent(message(MOBILE, "Two").put("name", "Zoé Martin")).expect(201);

    assertThat(
            tables.sql(
                "select c.name || ': ' || m.words from messages m join customers c on c.id = m.customer_id order by m.id"))
        .containsExactly("Paul Martin: One", "Zoé Martin: Two");
  }

  @Test
  void aNumberMayWriteThreeTimesAnHourAndAFormAsOftenAsIsSet() {
    for (int nth = 1; nth <= 3; nth++) {
      sent(message(MOBILE, "Message " + nth)).expect(201);
    }
    Browser.Answer refused = sent(message(MOBILE, "Fourth"));
    refused.refuses(429, "number");
    assertThat(refused.raw().headers().firstValue("retry-after")).contains("3600");
    sent(message("+33639980198", "Another")).expect(201);
    sent(message("+33639980197", "Another")).expect(201);
    sent(message("+33639980196", "One too many")).refuses(429, "site");

    assertThat(tables.sql("select count(*) from messages")).containsExactly("5");
    tables.sql("update messages set received_at = received_at - interval '61 minutes'");
    sent(message(MOBILE, "An hour later")).expect(201);
  }

  @Test
  void onlyThePagesOfTheFormMaySendIt() {
    web.stranger()
        .withOrigin("https://evil.example")
        .post("/api/messages", message(MOBILE, "x"))
        .refuses(403, null);
    web.stranger()
        .withOrigin("")
        .post("/api/messages", message(MOBILE, "from a program"))
        .expect(201);
    Browser.Answer good = sent(message(MOBILE, "from the page"));
    assertThat(good.raw().headers().map())
        .containsEntry("access-control-allow-origin", List.of(PAGE))
        .doesNotContainKey("access-control-allow-credentials");
    // No other address may be posted to from elsewhere.
    web.stranger()
        .withCookie(alice.cookie())
        .withOrigin(PAGE)
        .post("/api/customers", new JsonObject().put("name", "x"))
        .refuses(403, null);
  }

  @Test
  void aBrowserThatAsksFirstIsToldThatItMayPostJson() {
    Browser.Answer answer =
        web.stranger()
            .withOrigin(PAGE)
            .send("OPTIONS", "/api/messages", null, "", "Access-Control-Request-Method", "POST");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.raw().headers().map())
        .containsAllEntriesOf(
            Map.of(
                "access-control-allow-origin", List.of(PAGE),
                "access-control-allow-methods", List.of("POST"),
                "access-control-allow-headers", List.of("Content-Type")));
  }

  @Test
  void badInputIsRefusedByNameAndNothingIsKept() {
    sent(message(MOBILE, "x").put("site", "nonsense")).refuses(400, "site");
    sent(message("123", "x")).refuses(400, "number");
    sent(message("0899123456", "x")).refuses(400, "number");
    sent(message(MOBILE, "  ")).refuses(400, "words");
    sent(message(MOBILE, "x".repeat(4001))).refuses(400, "words");
    sent(message(MOBILE, "x").put("name", "")).refuses(400, "name");
    sent(message(MOBILE, "x").put("admin", true)).refuses(400, "admin");
    web.stranger()
        .withOrigin(PAGE)
        .send("POST", "/api/messages", "a=b", "application/x-www-form-urlencoded")
        .refuses(415, null);

    assertThat(tables.sql("select count(*) from customers")).containsExactly("0");
  }

  @Test
  void aFormThatWasSwitchedOffTakesNothing() {
    admin
        .put("/api/sites/" + site.getLong("id"), form("Home page").put("enabled", false))
        .expect(200);
    sent(message(MOBILE, "x")).refuses(400, "site");
    admin.put("/api/sites/" + site.getLong("id"), form("Home page")).expect(200);
    sent(message(MOBILE, "x")).expect(201);
  }

  @Test
  void aLetterIsTypedInByAnAgentAndIsOwedACallWhenWeHaveANumber() {
    long jeanne = jeanne();
    String letters = "/api/customers/" + jeanne + "/letters";
    alice
        .post(letters, new JsonObject().put("words", "Dear all, it is still dark."))
        .refuses(403, null);
    alice
        .post(
            "/api/customers/" + jeanne + "/open",
            new JsonObject().put("reason", "A letter of hers came."))
        .expect(200);
    JsonObject letter =
        alice
            .post(
                "/api/customers/" + jeanne + "/letters",
                new JsonObject().put("words", "Dear all, it is still dark."))
            .expect(201);

    assertThat(letter.getBoolean("opened")).isTrue();
    assertThat(letter.getString("by")).isEqualTo("Alice Roy");
    assertThat(letter.getString("dueAt")).isNotNull();
    assertThat(
            alice
                .get("/api/cases/" + letter.getLong("caseId") + "/messages")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("typedBy"))
        .isEqualTo("Alice Roy");
    long silent =
        admin
            .post("/api/customers", new JsonObject().put("name", "No Phone"))
            .expect(201)
            .getLong("id");
    alice
        .post(
            "/api/customers/" + silent + "/open",
            new JsonObject().put("reason", "A letter of theirs came."))
        .expect(200);
    JsonObject without =
        alice
            .post(
                "/api/customers/" + silent + "/letters",
                new JsonObject().put("words", "No phone here"))
            .expect(201);
    assertThat(without.getValue("dueAt")).isNull();
    assertThat(tables.sql("select count(*) from debts")).containsExactly("1");
    alice
        .post("/api/customers/999999/letters", new JsonObject().put("words", "x"))
        .refuses(404, null);
    alice
        .post(
            "/api/customers/" + jeanne + "/letters",
            new JsonObject().put("words", "x").put("frontDoorId", 999_999))
        .refuses(400, "frontDoorId");
  }

  @Test
  void sitesAreCheckedByName() {
    admin.post("/api/sites", form("Home page")).refuses(409, "name");
    admin.post("/api/sites", form("Other").put("frontDoorId", 999_999)).refuses(400, "frontDoorId");
    admin
        .post("/api/sites", form("Other").put("origins", new JsonArray().add("example.org")))
        .refuses(400, "origins[0]");
    admin.put("/api/sites/999999", form("Other")).refuses(404, null);
  }
}
