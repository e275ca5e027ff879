package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.decroche.routing.Event;
import org.decroche.routing.call.CallId;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.decroche.store.WeighedCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Debts, promises and the board, over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebtApiTest {
  private static final String MOBILE = "+33639980112";

  private final TestDatabase postgres;
  private final RunningWeb web;
  private Browser admin;
  private Browser alice;
  private Browser karim;
  private long door;
  private long jeanne;
  private long matter;
  private int calls;

  DebtApiTest(TestDatabase postgres) {
    this.postgres = postgres;
    this.web = new RunningWeb(postgres.database());
  }

  @BeforeAll
  void people() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    karim = web.agent("karim", "Karim Amari");
    long team =
        admin.post("/api/teams", new JsonObject().put("name", "Accueil")).expect(201).getLong("id");
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
    jeanne =
        admin
            .post(
                "/api/customers",
                new JsonObject()
                    .put("name", "Jeanne Martin")
                    .put("numbers", new JsonArray().add(new JsonObject().put("number", MOBILE))))
            .expect(201)
            .getLong("id");
    matter =
        admin
            .post(
                "/api/cases",
                new JsonObject()
                    .put("customerId", jeanne)
                    .put("title", "Box")
                    .put("ownerId", alice.id()))
            .expect(201)
            .getLong("id");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @BeforeEach
  void nothingOwed() {
    postgres.sql("truncate calls, debts, promises cascade");
  }

  /** Jeanne rang for 40 s that long ago, and nobody answered. */
  private JsonObject debt(Duration ago) {
    missed("'number', '" + MOBILE + "'", ago);
    new WeighedCalls(postgres.database()).weigh(Instant.now());
    return items(alice, "/api/debts").getJsonObject(0);
  }

  private void missed(String number, Duration ago) {
    Instant at = Instant.now().minus(ago);
    postgres.sql(
        "insert into calls (id, front_door_id, number_kind, number, arrived_at, ended_at, ending) values ('c%d', %d, %s, '%s', '%s', 'gave-up')"
            .formatted(++calls, door, number, at, at.plusSeconds(40)));
  }

  private static JsonArray items(Browser who, String path) {
    return who.get(path).expect(200).getJsonArray("items");
  }

  @Test
  void whoIsCalledBackSeesTheNumberThatTheyCalled() {
    JsonObject debt = debt(Duration.ofMinutes(5));
    web.events.clear();
    web.callOutVerdict = new CallOutVerdict.Begun(new CallId("leg-17"));

    karim
        .post(
            "/api/calls-out",
            new JsonObject().put("number", MOBILE).put("debtId", debt.getLong("id")))
        .expect(201);

    assertThat(web.events)
        .singleElement()
        .isInstanceOfSatisfying(
            Event.CallOutWanted.class,
            wanted -> {
              assertThat(wanted.debt()).contains(debt.getLong("id"));
              assertThat(wanted.door()).contains(new FrontDoorId(door));
            });
  }

  @Test
  void anAgentSeesWhomToCallBack() {
    JsonObject debt = debt(Duration.ofMinutes(5));

    assertThat(debt.getJsonObject("customer").getString("name")).isEqualTo("Jeanne Martin");
    assertThat(debt.getJsonObject("number").getString("display")).isEqualTo("06 39 98 01 12");
    assertThat(debt.getJsonObject("owner").getLong("id")).isEqualTo(alice.id());
    assertThat(debt.getInteger("rangSeconds")).isEqualTo(40);
    assertThat(debt.getInteger("calls")).isEqualTo(1);
    assertThat(debt.getBoolean("late")).isFalse();
    assertThat(debt.getString("state")).isEqualTo("open");
    assertThat(items(karim, "/api/debts")).isEmpty();
    assertThat(items(alice, "/api/debts?which=all")).containsExactly(debt);
    assertThat(items(admin, "/api/debts?which=all")).containsExactly(debt);
    assertThat(items(karim, "/api/debts?which=late")).isEmpty();
    assertThat(alice.get("/api/debts/" + debt.getLong("id")).expect(200)).isEqualTo(debt);
  }

  @Test
  void whereToCallThemIsToldToWhoeverIsToDoIt() {
    JsonObject debt = debt(Duration.ofMinutes(5));
    JsonObject masked =
        debt.copy()
            .put(
                "number",
                debt.getJsonObject("number").copy().putNull("e164").put("display", "…12"));

    assertThat(items(karim, "/api/debts?which=all")).containsExactly(masked);
    assertThat(karim.get("/api/debts/" + debt.getLong("id")).expect(200)).isEqualTo(masked);
    assertThat(karim.get("/api/calls-out?debtId=" + debt.getLong("id")).expect(200)).isNotNull();
  }

  @Test
  void whatIsLateIsSaidAndOnTheBoard() {
    JsonObject debt = debt(Duration.ofHours(2));

    assertThat(debt.getBoolean("late")).isTrue();
    assertThat(items(karim, "/api/debts?which=late")).hasSize(1);
    assertThat(karim.get("/api/board").expect(200).getJsonArray("debts")).hasSize(1);
  }

  @Test
  void theBoardCountsWithheldCallersAndSaysWhoWaits() {
    missed("'withheld', null", Duration.ZERO);
    missed("'withheld', null", Duration.ofDays(2));
    missed("'number', '" + MOBILE + "'", Duration.ZERO);
    postgres.sql("update calls set ended_at = null, ending = null where number is not null");

    JsonObject board = alice.get("/api/board").expect(200);

    assertThat(board.getInteger("withheldToday")).isEqualTo(1);
    assertThat(board.getJsonArray("waiting")).hasSize(1);
    assertThat(board.getJsonArray("waiting").getJsonObject(0).getJsonObject("frontDoor"))
        .isEqualTo(new JsonObject().put("id", door).put("name", "Standard"));
    assertThat(board.getJsonArray("debts")).isEmpty();
  }

  @Test
  void anAdministratorWritesOneOffWithAReasonThatStays() {
    String path = "/api/debts/" + debt(Duration.ofMinutes(5)).getLong("id");
    JsonObject why = new JsonObject().put("reason", "Called by mistake, wrote to us.");

    alice.put(path + "/write-off", why).refuses(403, null);
    admin.put(path + "/write-off", new JsonObject()).refuses(400, "reason");
    admin.put(path + "/write-off", new JsonObject().put("reason", " ")).refuses(400, "reason");
    admin
        .put(path + "/write-off", new JsonObject().put("reason", "x".repeat(301)))
        .refuses(400, "reason");
    JsonObject written = admin.put(path + "/write-off", why).expect(200);
    admin.put(path + "/write-off", why).refuses(409, "id");

    assertThat(written.getString("state")).isEqualTo("written-off");
    assertThat(written.getString("reason")).isEqualTo("Called by mistake, wrote to us.");
    assertThat(written.getJsonObject("endedBy").getLong("id")).isEqualTo(admin.id());
    assertThat(items(alice, "/api/debts")).isEmpty();
    assertThat(items(alice, "/api/debts?which=written-off")).containsExactly(written);
    assertThat(items(karim, "/api/debts?which=written-off").getJsonObject(0).getString("reason"))
        .isNull();
  }

  @Test
  void theBoardsPageIsServedUnderItsPlainName() {
    assertThat(web.stranger().get("/board").status()).isEqualTo(200);
    assertThat(web.stranger().get("/board").text()).contains("id=\"board\"");
  }

  @Test
  void askingForNoKnownKindOfDebtsIsRefused() {
    alice.get("/api/debts?which=yours").refuses(400, "which");
    alice.get("/api/promises?which=all").refuses(400, "which");
    alice.get("/api/debts/999999").refuses(404, null);
  }

  @Test
  void howSoonAFrontDoorCallsBackIsItsAdministratorsToSay() {
    String path = "/api/front-doors/" + door + "/routing";
    JsonObject routing = admin.get(path).expect(200);
    assertThat(routing.getInteger("callbackDueMinutes")).isEqualTo(60);
    routing.remove("version"); // set and put back, whatever the number of changes
    routing.remove("openNow");
    routing.remove("nextChangeAt");
    routing.remove("warnings");

    admin.put(path, routing.copy().put("callbackDueMinutes", 0)).refuses(400, "callbackDueMinutes");
    admin
        .put(path, routing.copy().put("callbackDueMinutes", 10081))
        .refuses(400, "callbackDueMinutes");
    admin.put(path, routing.copy().put("callbackDueMinutes", 1)).expect(200);
    try {
      assertThat(debt(Duration.ofMinutes(5)).getBoolean("late")).isTrue();
    } finally {
      admin.put(path, routing).expect(200);
    }
  }

  private JsonObject promise(String what, Instant due) {
    return new JsonObject().put("what", what).put("byId", karim.id()).put("dueAt", due.toString());
  }

  @Test
  void aPromiseIsMadeShownAndKeptOnce() {
    Instant due = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(1));
    String ofCase = "/api/cases/" + matter + "/promises";
    Instant soon = Instant.now().plusSeconds(3600);

    JsonObject made = alice.post(ofCase, promise("A new power supply", soon)).expect(201);

    assertThat(items(karim, "/api/promises")).containsExactly(made);
    assertThat(items(alice, "/api/promises")).isEmpty();
    assertThat(items(alice, ofCase)).containsExactly(made);
    assertThat(made.getJsonObject("customer").getLong("id")).isEqualTo(jeanne);
    String path = "/api/promises/" + made.getLong("id");
    karim.put(path, new JsonObject().put("state", "open")).refuses(400, "state");
    JsonObject kept = karim.put(path, new JsonObject().put("state", "kept")).expect(200);
    alice.put(path, new JsonObject().put("state", "broken")).refuses(400, "why");
    alice
        .put(path, new JsonObject().put("state", "broken").put("why", "Out of stock"))
        .refuses(409, "state");
    assertThat(kept.getString("state")).isEqualTo("kept");
    assertThat(kept.getString("endedAt")).isNotNull();
    assertThat(items(karim, "/api/promises")).isEmpty();
    assertThat(items(alice, ofCase)).containsExactly(kept);
    alice.post(ofCase, promise("Too late", due)).refuses(400, "dueAt");
  }

  @Test
  void aLatePromiseIsOnTheBoardAndWithTheDeputy() {
    alice
        .post(
            "/api/cases/" + matter + "/promises",
            promise("A call before noon", Instant.now().plusSeconds(3600)))
        .expect(201);
    postgres.sql("update promises set due_at = now() - interval '1 minute'");
    postgres.sql(
        "update agents set deputy_id = %d where id = %d".formatted(alice.id(), karim.id()));

    assertThat(items(admin, "/api/promises?which=late")).hasSize(1);
    assertThat(items(alice, "/api/promises")).hasSize(1);
    assertThat(admin.get("/api/board").expect(200).getJsonArray("promises")).hasSize(1);
  }

  @Test
  void aPromiseThatSaysNothingOrNamesNobodyIsRefused() {
    String ofCase = "/api/cases/" + matter + "/promises";
    Instant soon = Instant.now().plusSeconds(3600);

    alice.post(ofCase, promise(" ", soon)).refuses(400, "what");
    alice.post(ofCase, promise("x".repeat(301), soon)).refuses(400, "what");
    alice.post(ofCase, promise("a", soon).put("byId", 999999)).refuses(400, "byId");
    alice.post(ofCase, promise("a", soon).put("dueAt", "tomorrow")).refuses(400, "dueAt");
    alice
        .post(ofCase, promise("a", Instant.now().plus(Duration.ofDays(400))))
        .refuses(400, "dueAt");
    alice.post("/api/cases/999999/promises", promise("a", soon)).refuses(404, null);
    assertThat(items(alice, ofCase)).isEmpty();
  }
}
