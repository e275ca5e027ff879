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
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator may say of a front door's routing, and what is refused. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingTest {
  private final RunningWeb web;
  private Browser admin;
  private Browser alice;
  private long team;
  private long empty;
  private long help;
  private long karim;
  private String path = "";

  RoutingTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void aDoor() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    team = team("Care");
    empty = team("Nobody");
    help = team("Sales");
    karim = person("karim", help);
    person("dora", team);
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

  private long team(String name) {
    return admin.post("/api/teams", new JsonObject().put("name", name)).expect(201).getLong("id");
  }

  private long person(String login, long of) {
    return admin
        .post(
            "/api/agents",
            new JsonObject()
                .put("login", login)
                .put("name", login)
                .put("role", "agent")
                .put("teamIds", new JsonArray().add(of)))
        .expect(201)
        .getJsonObject("agent")
        .getLong("id");
  }

  private JsonObject plain() {
    return new JsonObject()
        .put("patienceSeconds", 20)
        .put("wrapUpSeconds", 30)
        .put("onCallId", null)
        .put("timeZone", "Europe/Paris")
        .put("holidays", "france")
        .put("hours", new JsonArray())
        .put("closedDays", new JsonArray())
        .put("closures", new JsonArray())
        .put("overflow", new JsonArray());
  }

  private static JsonArray hours(String day, String from, String to) {
    return new JsonArray().add(new JsonObject().put("day", day).put("from", from).put("to", to));
  }

  @Test
  void nobodyIsAnsweredAfterALongWaitUnlessItIsSaid() {
    admin.put(path, plain()).expect(200);
    assertThat(admin.get(path).expect(200).getValue("longWaitSeconds")).isNull();

    admin.put(path, plain().put("longWaitSeconds", 90)).expect(200);
    assertThat(admin.get(path).expect(200).getInteger("longWaitSeconds")).isEqualTo(90);

    admin.put(path, plain().put("longWaitSeconds", null)).expect(200);
    assertThat(admin.get(path).expect(200).getValue("longWaitSeconds")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"9", "3601", "0", "-1"})
  void aLongWaitOutOfRangeIsRefused(int seconds) {
    assertThat(admin.put(path, plain().put("longWaitSeconds", seconds)).expect(400).encode())
        .contains("longWaitSeconds");
    assertThat(admin.get(path).expect(200).getValue("longWaitSeconds")).isNull();
  }

  @Test
  void aNewFrontDoorIsAlwaysOpenAndWaitsTwentySecondsForWhoKnowsTheCaller() {
    JsonObject door =
        new JsonObject().put("number", "+33199000002").put("name", "New").put("teamId", team);
    long id = admin.post("/api/front-doors", door).expect(201).getLong("id");

    JsonObject routing = alice.get("/api/front-doors/" + id + "/routing").expect(200);

    assertThat(routing.getInteger("patienceSeconds")).isEqualTo(20);
    assertThat(routing.getBoolean("openNow")).isTrue();
    assertThat(routing.getString("nextChangeAt")).isNull();
  }

  @Test
  void whatIsSaidStandsAndIsToldToTheCore() {
    int before = web.reloads.get();
    JsonObject said =
        plain()
            .put(
                "hours",
                hours("monday", "09:00", "12:30").addAll(hours("monday", "22:00", "24:00")))
            .put("closedDays", new JsonArray().add("2026-12-24"))
            .put(
                "closures",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("from", "2026-12-31T11:00:00Z")
                            .put("until", "2027-01-02T07:00:00Z")))
            .put("onCallId", karim)
            .put(
                "overflow",
                new JsonArray().add(new JsonObject().put("teamId", help).put("afterSeconds", 40)));

    admin.put(path, said).expect(200);

    JsonObject stands = alice.get(path).expect(200);
    JsonObject read = new JsonObject(stands.encode()); // whole numbers as they are read
    new JsonObject(said.encode())
        .forEach(field -> assertThat(read.getValue(field.getKey())).isEqualTo(field.getValue()));
    assertThat(stands.getString("nextChangeAt")).isNotNull();
    assertThat(web.reloads.get()).isGreaterThan(before);
  }

  @Test
  void onlyAnAdministratorChangesIt() {
    assertThat(alice.put(path, plain()).status()).isEqualTo(403);
    assertThat(alice.put("/api/settings", new JsonObject().put("missedOffers", 1)).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "monday,09:00,25:00,hours[0].to",
    "monday,18:00,02:00,hours[0].to",
    "monday,09:00,09:00,hours[0].to",
    "monday,9h,18:00,hours[0].from",
    "someday,09:00,18:00,hours[0].day"
  })
  void hoursThatCannotBeAreRefused(String day, String from, String to, String field) {
    unchanged(plain().put("hours", hours(day, from, to)), field);
  }

  @Test
  void hoursThatMeetAreRefused() {
    unchanged(
        plain()
            .put(
                "hours",
                hours("monday", "09:00", "12:00").addAll(hours("monday", "11:59", "14:00"))),
        "hours[1]");
  }

  @Test
  void zonesDaysAndMomentsThatAreNoneAreRefused() {
    unchanged(plain().put("timeZone", "Mars/Olympus"), "timeZone");
    unchanged(plain().put("closedDays", new JsonArray().add("2026-02-30")), "closedDays[0]");
    unchanged(plain().put("holidays", "bretagne"), "holidays");
    JsonObject backwards =
        new JsonObject().put("from", "2026-12-02T07:00:00Z").put("until", "2026-12-01T07:00:00Z");
    unchanged(plain().put("closures", new JsonArray().add(backwards)), "closures[0].until");
  }

  @Test
  void helpThatWouldNotHelpIsRefused() {
    unchanged(plain().put("overflow", helpBy(empty)), "overflow[0].teamId");
    unchanged(plain().put("overflow", helpBy(team)), "overflow[0].teamId");
    unchanged(plain().put("overflow", helpBy(help).addAll(helpBy(help))), "overflow[1].teamId");
    unchanged(plain().put("overflow", helpBy(9_999_999)), "overflow[0].teamId");
    unchanged(plain().put("onCallId", 9_999_999), "onCallId");
    unchanged(plain().put("onCallId", admin.get("/api/me").expect(200).getLong("id")), "onCallId");
  }

  @Test
  void aPersonOnCallWhosePhoneIsNotConnectedIsAWarning() {
    JsonObject stands = admin.put(path, plain().put("onCallId", karim)).expect(200);

    assertThat(stands.getJsonArray("warnings").getJsonObject(0).getString("field"))
        .isEqualTo("onCallId");
  }

  @Test
  void aFrontDoorThatDoesNotExistHasNoRouting() {
    assertThat(admin.get("/api/front-doors/999999/routing").status()).isEqualTo(404);
    assertThat(admin.put("/api/front-doors/999999/routing", plain()).status()).isEqualTo(404);
  }

  @Test
  void aRingOfDeputiesIsRefused() {
    long one = person("ring1", team);
    long two = person("ring2", team);
    deputy(one, two).expect(200);

    deputy(two, one).refuses(409, "deputyId");
    deputy(two, two).refuses(409, "deputyId");
    deputy(two, 9_999_999).refuses(400, "deputyId");
    assertThat(admin.get("/api/agents/" + two).expect(200).getValue("deputyId")).isNull();
    assertThat(admin.get("/api/agents/" + one).expect(200).getLong("deputyId")).isEqualTo(two);
  }

  @Test
  void theHouseSaysHowManyCallsMayBeMissed() {
    assertThat(alice.get("/api/settings").expect(200).getInteger("missedOffers")).isEqualTo(3);
    admin.put("/api/settings", new JsonObject().put("missedOffers", 5)).expect(200);
    assertThat(alice.get("/api/settings").expect(200).getInteger("missedOffers")).isEqualTo(5);
    admin
        .put("/api/settings", new JsonObject().put("missedOffers", -1))
        .refuses(400, "missedOffers");
    admin.put("/api/settings", new JsonObject().put("missedOffers", 3)).expect(200);
  }

  @Test
  void anAgentMarksANumberAsShared() {
    String number = "/api/shared-numbers/%2B33199123456";
    assertThat(alice.put(number, new JsonObject()).status()).isEqualTo(204);
    assertThat(alice.put(number, new JsonObject()).status()).isEqualTo(204);
    assertThat(alice.get("/api/shared-numbers").expect(200).encode())
        .contains(
            new JsonObject()
                .put("number", "+33199123456")
                .put("display", "01 99 12 34 56")
                .encode());
    assertThat(alice.send("DELETE", number, "", "application/json").status()).isEqualTo(204);
    assertThat(alice.get("/api/shared-numbers").expect(200).encode())
        .doesNotContain("+33199123456");
  }

  private Browser.Answer deputy(long agent, long deputy) {
    JsonObject stands = admin.get("/api/agents/" + agent).expect(200);
    return admin.put(
        "/api/agents/" + agent,
        new JsonObject()
            .put("name", stands.getString("name"))
            .put("role", "agent")
            .put("disabled", false)
            .put("teamIds", stands.getJsonArray("teamIds"))
            .put("deputyId", deputy));
  }

  private static JsonArray helpBy(long team) {
    return new JsonArray().add(new JsonObject().put("teamId", team).put("afterSeconds", 20));
  }

  private void unchanged(JsonObject said, String field) {
    JsonObject before = admin.get(path).expect(200);
    admin.put(path, said).refuses(400, field);
    assertThat(admin.get(path).expect(200)).isEqualTo(before);
  }
}
