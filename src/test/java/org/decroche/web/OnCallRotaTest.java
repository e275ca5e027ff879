package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator may say of who is on call when, what is refused, and who that is. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnCallRotaTest {
  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;
  private Browser alice;
  private long karim;
  private long paul;
  private String path = "";

  OnCallRotaTest(Database database, TestDatabase tables) {
    this.web = new RunningWeb(database);
    this.tables = tables;
  }

  @BeforeAll
  void aDoor() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    long team =
        admin.post("/api/teams", new JsonObject().put("name", "Care")).expect(201).getLong("id");
    karim = person("karim", team);
    paul = person("paul", team);
    JsonObject door =
        new JsonObject().put("number", "+33199000001").put("name", "Help").put("teamId", team);
    path =
        "/api/front-doors/"
            + admin.post("/api/front-doors", door).expect(201).getLong("id")
            + "/routing";
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private long person(String login, long of) {
    return admin
        .post(
            "/api/agents",
            new JsonObject()
                .put("login", login)
                .put("name", "Name of " + login)
                .put("role", "agent")
                .put("teamIds", new JsonArray().add(of)))
        .expect(201)
        .getJsonObject("agent")
        .getLong("id");
  }

  private static JsonObject plain(JsonObject... rota) {
    return new JsonObject()
        .put("patienceSeconds", 20)
        .put("wrapUpSeconds", 30)
        .put("onCallId", null)
        .put("rota", turns(rota))
        .put("timeZone", "Europe/Paris")
        .put("holidays", "none")
        .put("hours", new JsonArray())
        .put("closedDays", new JsonArray())
        .put("closures", new JsonArray())
        .put("overflow", new JsonArray());
  }

  private static JsonArray turns(JsonObject... rota) {
    JsonArray turns = new JsonArray();
    for (JsonObject turn : rota) {
      turns.add(turn);
    }
    return turns;
  }

  private JsonObject weekly() {
    return new JsonObject()
        .put("kind", "weekly")
        .put("days", new JsonArray().add("monday").add("friday"))
        .put("everyWeeks", 1)
        .put("from", "18:00")
        .put("to", "08:00")
        .put("agentId", karim);
  }

  private JsonObject once() {
    return new JsonObject()
        .put("kind", "once")
        .put("first", "2027-08-15")
        .put("last", "2027-08-17")
        .put("from", "00:00")
        .put("to", "24:00")
        .put("agentId", paul);
  }

  @Test
  void whatIsSaidStandsAndIsToldToTheCore() {
    int before = web.reloads.get();
    JsonArray said =
        turns(once(), weekly(), weekly().put("everyWeeks", 2).put("weekOf", "2026-11-27"));

    admin.put(path, plain().put("rota", said)).expect(200);

    JsonArray stands = alice.get(path).expect(200).getJsonArray("rota");
    assertThat(new JsonArray(stands.encode())).isEqualTo(new JsonArray(said.encode()));
    assertThat(web.reloads.get()).isGreaterThan(before);
  }

  @Test
  void withoutARotaThereIsNone() {
    JsonObject without = plain();
    without.remove("rota");
    admin.put(path, without).expect(200);
    assertThat(admin.get(path).expect(200).getJsonArray("rota")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "from,24:00,rota[0].from",
    "from,25:00,rota[0].from",
    "from,9h,rota[0].from",
    "to,24:01,rota[0].to",
    "first,2027-08-15,rota[0].first",
    "last,2027-08-15,rota[0].last",
    "weekOf,2027-02-29,rota[0].weekOf",
    "weekOf,soon,rota[0].weekOf",
    "kind,never,rota[0].kind"
  })
  void aWeeklyTurnThatCannotBeIsRefused(String field, String value, String refused) {
    unchanged(weekly().put(field, value), refused);
  }

  @ParameterizedTest
  @CsvSource({
    "first,2027-02-29,rota[0].first",
    "last,2027-02-29,rota[0].last",
    "first,2027-08-18,rota[0].last",
    "weekOf,2027-08-18,rota[0].weekOf",
    "kind,weekly,rota[0].first"
  })
  void aTurnThatComesOnceAndCannotBeIsRefused(String field, String value, String refused) {
    unchanged(once().put(field, value), refused);
  }

  @Test
  void turnsWithoutDaysOrWithADayTwiceAreRefused() {
    unchanged(weekly().put("days", new JsonArray()), "rota[0].days");
    unchanged(weekly().put("days", new JsonArray().add("monday").add("monday")), "rota[0].days");
    unchanged(without(weekly(), "days"), "rota[0].days");
    unchanged(without(once(), "first"), "rota[0].first");
    unchanged(without(once(), "last"), "rota[0].last");
    unchanged(
        once().put("last", "2027-08-15").put("from", "08:00").put("to", "08:00"), "rota[0].to");
    unchanged(weekly().put("everyWeeks", 2), "rota[0].weekOf");
    unchanged(weekly().put("everyWeeks", 13).put("weekOf", "2026-11-27"), "rota[0].everyWeeks");
    unchanged(weekly().put("everyWeeks", 0), "rota[0].everyWeeks");
    unchanged(without(weekly(), "agentId"), "rota[0].agentId");
  }

  private static JsonObject without(JsonObject turn, String field) {
    turn.remove(field);
    return turn;
  }

  @Test
  void theNightOfTwentyEightFebruaryInALeapYearMayEndOnTheTwentyNinth() {
    JsonObject leap =
        once().put("first", "2028-02-28").put("last", "2028-02-29").put("to", "08:00");
    admin.put(path, plain(leap)).expect(200);
    assertThat(admin.get(path).expect(200).getJsonArray("rota").getJsonObject(0).getString("last"))
        .isEqualTo("2028-02-29");
  }

  @Test
  void whoeverIsNobodyOrHasNoPhoneOrMayNotAnswerIsRefused() {
    unchanged(weekly().put("agentId", 9_999_999), "rota[0].agentId");
    unchanged(weekly().put("agentId", 0), "rota[0].agentId");
    unchanged(
        weekly().put("agentId", admin.get("/api/me").expect(200).getLong("id")), "rota[0].agentId");
    tables.sql("update agents set disabled = true where login = 'karim'");
    try {
      JsonObject before = admin.get(path).expect(200);
      admin.put(path, plain(once(), weekly())).refuses(400, "rota[1].agentId");
      assertThat(admin.get(path).expect(200)).isEqualTo(before);
    } finally {
      tables.sql("update agents set disabled = false where login = 'karim'");
    }
  }

  @Test
  void whoseTurnItIsAndWhosePhoneIsNotConnectedIsAWarning() {
    JsonArray all = new JsonArray();
    for (String day :
        new String[] {
          "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
        }) {
      all.add(day);
    }
    JsonObject always = weekly().put("days", all).put("from", "00:00").put("to", "24:00");

    assertThat(admin.put(path, plain(always)).expect(200).getJsonArray("warnings").encode())
        .contains("\"rota\"");
    assertThat(
            admin
                .put(path, plain(always).put("onCallId", karim))
                .expect(200)
                .getJsonArray("warnings"))
        .as("of one person once")
        .hasSize(1);
    assertThat(admin.put(path, plain(once())).expect(200).getJsonArray("warnings"))
        .as("whose turn comes later may connect until then")
        .isEmpty();
  }

  @Test
  void aChangeIsInTheLogAndUndone() {
    admin.put(path, plain(once())).expect(200);
    admin.put(path, plain(once(), weekly())).expect(200);
    JsonObject last =
        admin
            .get("/api/changes?setting=routing&limit=1")
            .expect(200)
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(last.getJsonArray("fields")).containsExactly("rota");
    assertThat(last.getJsonObject("before").getJsonArray("rota")).hasSize(1);

    admin.send("POST", "/api/changes/" + last.getLong("id") + "/undo", null, "").expect(200);

    assertThat(admin.get(path).expect(200).getJsonArray("rota")).hasSize(1);
  }

  @Test
  void twoAdministratorsAtOnceOverwriteNothingOfEachOther() {
    Integer version = admin.get(path).expect(200).getInteger("version");
    admin.put(path, plain(weekly()).put("version", version)).expect(200);

    admin.put(path, plain(once()).put("version", version)).refuses(409, "version");

    assertThat(admin.get(path).expect(200).getJsonArray("rota").getJsonObject(0).getString("kind"))
        .isEqualTo("weekly");
  }

  private JsonObject asked(String at, JsonObject... rota) {
    return new JsonObject()
        .put("timeZone", "Europe/Paris")
        .put("onCallId", null)
        .put("rota", turns(rota))
        .put("at", at);
  }

  @Test
  void whoIsOnCallByARotaThatNobodySavedIsToldOneAfterTheOther() {
    JsonObject before = admin.get(path).expect(200);

    JsonArray duties =
        admin
            .post("/api/who-is-on-call", asked("2026-11-27T20:00:00Z", weekly()))
            .expect(200)
            .getJsonArray("duties");

    assertThat(duties).hasSize(10);
    JsonObject now = duties.getJsonObject(0);
    assertThat(now.getString("from")).isEqualTo("2026-11-27T20:00:00Z");
    assertThat(now.getString("until")).isEqualTo("2026-11-28T07:00:00Z");
    assertThat(now.getJsonObject("agent").getString("name")).isEqualTo("Name of karim");
    assertThat(duties.getJsonObject(1).getJsonObject("agent")).isNull();
    assertThat(duties.getJsonObject(1).getString("until")).isEqualTo("2026-11-30T17:00:00Z");
    assertThat(admin.get(path).expect(200)).isEqualTo(before);

    JsonArray single =
        admin
            .post("/api/who-is-on-call", asked("2026-11-27T20:00:00Z").put("onCallId", paul))
            .expect(200)
            .getJsonArray("duties");
    assertThat(single).hasSize(1);
    assertThat(single.getJsonObject(0).getValue("until")).isNull();
    assertThat(single.getJsonObject(0).getJsonObject("agent").getLong("id")).isEqualTo(paul);
    assertThat(
            admin
                .post("/api/who-is-on-call", without(asked(""), "at"))
                .expect(200)
                .getJsonArray("duties"))
        .hasSize(1);
  }

  @Test
  void aQuestionIsRefusedWhereSavingWouldBe() {
    admin
        .post("/api/who-is-on-call", asked("2026-11-27T20:00:00Z", once().put("agentId", 999_999)))
        .refuses(400, "rota[0].agentId");
    admin
        .post("/api/who-is-on-call", asked("2026-11-27T20:00:00Z").put("timeZone", "Mars/Olympus"))
        .refuses(400, "timeZone");
    admin.post("/api/who-is-on-call", asked("2026-13-27T20:00:00Z")).refuses(400, "at");
    assertThat(alice.post("/api/who-is-on-call", asked("2026-11-27T20:00:00Z")).status())
        .isEqualTo(403);
  }

  private void unchanged(JsonObject turn, String field) {
    JsonObject before = admin.get(path).expect(200);
    admin.put(path, plain(turn)).refuses(400, field);
    assertThat(admin.get(path).expect(200)).isEqualTo(before);
  }
}
