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

/** All settings go out as a file and come in again, all or nothing. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsFileTest {
  private static final String FILE = "/api/settings/file";

  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;

  SettingsFileTest(Database database, TestDatabase tables) {
    this.web = new RunningWeb(database);
    this.tables = tables;
  }

  @BeforeAll
  void aHouse() {
    admin = web.administrator();
    admin.post(FILE, house()).expect(200);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private static JsonObject person(String login, String deputy, String... teams) {
    JsonArray names = new JsonArray();
    for (String team : teams) {
      names.add(team);
    }
    return new JsonObject()
        .put("login", login)
        .put("name", "Name of " + login)
        .put("role", "agent")
        .put("teams", names)
        .put("deputy", deputy)
        .put("worksWithoutDesk", false)
        .put("outsideNumber", null)
        .put("disabled", false);
  }

  private static JsonObject routing(String onCall, String helps) {
    return new JsonObject()
        .put("patienceSeconds", 25)
        .put("wrapUpSeconds", 30)
        .put("callbackDueMinutes", 60)
        .put("longWaitSeconds", null)
        .put("onCall", onCall)
        .put(
            "rota",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("kind", "once")
                        .put("first", "2027-08-15")
                        .put("last", "2027-08-17")
                        .put("from", "00:00")
                        .put("to", "24:00")
                        .put("agent", "bob"))
                .add(
                    new JsonObject()
                        .put("kind", "weekly")
                        .put("days", new JsonArray().add("friday").add("saturday"))
                        .put("everyWeeks", 2)
                        .put("weekOf", "2026-11-27")
                        .put("from", "18:00")
                        .put("to", "08:00")
                        .put("agent", "alice")))
        .put("timeZone", "Europe/Paris")
        .put("holidays", "france")
        .put(
            "hours",
            new JsonArray()
                .add(new JsonObject().put("day", "monday").put("from", "08:00").put("to", "18:30")))
        .put("closedDays", new JsonArray().add("2026-12-24"))
        .put("closures", new JsonArray())
        .put(
            "overflow",
            new JsonArray().add(new JsonObject().put("team", helps).put("afterSeconds", 40)));
  }

  private static JsonObject house() {
    return new JsonObject()
        .put("format", "decroche-settings")
        .put("version", 1)
        .put("house", new JsonObject().put("missedOffers", 4).put("quietDays", 20))
        .put("retention", new JsonObject().put("calls", 400).put("messages", null))
        .put(
            "teams",
            new JsonArray()
                .add(new JsonObject().put("name", "Care"))
                .add(new JsonObject().put("name", "Sales")))
        .put(
            "people",
            new JsonArray()
                .add(person("alice", "bob", "Care"))
                .add(person("bob", null, "Care", "Sales")))
        .put(
            "frontDoors",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("number", "+33199000001")
                        .put("name", "Help")
                        .put("country", "FR")
                        .put("team", "Care")
                        .put("offerSeconds", 22)
                        .put("rememberDays", 30)
                        .put("realTalkSeconds", 12)
                        .put("routing", routing("alice", "Sales"))))
        .put("sharedNumbers", new JsonArray().add("+33199007000"))
        .put(
            "sites",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("name", "Shop")
                        .put("frontDoor", "+33199000001")
                        .put("origins", new JsonArray().add("https://shop.example"))
                        .put("perHour", 30)
                        .put("enabled", true)));
  }

  @Test
  void whatWentInComesOutAndBroughtInAgainChangesNothing() {
    JsonObject out = admin.get(FILE).expect(200);

    assertThat(out.getJsonArray("frontDoors").getJsonObject(0).getJsonObject("routing"))
        .isEqualTo(routing("alice", "Sales"));
    assertThat(out.getJsonArray("people").encode()).contains("\"deputy\":\"bob\"");
    assertThat(out.getJsonObject("retention").getInteger("calls")).isEqualTo(400);
    assertThat(out.encode()).doesNotContain("assword", "oken", "argon2");

    JsonObject again = admin.post(FILE, out).expect(200);
    assertThat(again.getJsonArray("differences")).isEmpty();
    assertThat(again.getJsonArray("newPeople")).isEmpty();
    assertThat(admin.get(FILE).expect(200)).isEqualTo(out);
  }

  @Test
  void aFileOfAHouseThatKnewNoRotaLeavesTheOneThatStands() {
    JsonObject before = admin.get(FILE).expect(200);
    JsonObject older = before.copy();
    older.getJsonArray("frontDoors").getJsonObject(0).getJsonObject("routing").remove("rota");

    assertThat(admin.post(FILE, older).expect(200).getJsonArray("differences")).isEmpty();

    assertThat(admin.get(FILE).expect(200)).isEqualTo(before);
  }

  @Test
  void whoeverStandsInARotaMustBeHereOrInTheFile() {
    JsonObject before = admin.get(FILE).expect(200);
    JsonObject wanted = before.copy();
    wanted
        .getJsonArray("frontDoors")
        .getJsonObject(0)
        .getJsonObject("routing")
        .getJsonArray("rota")
        .getJsonObject(1)
        .put("agent", "nobody");

    admin.post(FILE, wanted).refuses(400, "frontDoors[0].routing.rota[1].agent");

    assertThat(admin.get(FILE).expect(200)).isEqualTo(before);
  }

  @Test
  void aDryRunTellsTheDifferencesAndLeavesNoTrace() {
    JsonObject before = admin.get(FILE).expect(200);
    String lines = tables.sql("select count(*) from setting_changes").getFirst();
    int reloads = web.reloads.get();
    JsonObject wanted = before.copy();
    wanted.getJsonObject("house").put("missedOffers", 9);
    wanted.getJsonArray("teams").add(new JsonObject().put("name", "Night"));
    wanted.getJsonArray("people").add(person("dora", "alice", "Night"));

    JsonObject told = admin.post(FILE + "/preview", wanted).expect(200);

    assertThat(told.getJsonArray("differences"))
        .extracting(
            one ->
                ((JsonObject) one).getString("setting") + " " + ((JsonObject) one).getString("act"))
        .containsExactlyInAnyOrder("house changed", "team added", "person added");
    assertThat(told.getJsonArray("newPeople")).isEmpty();
    assertThat(admin.get(FILE).expect(200)).isEqualTo(before);
    assertThat(tables.sql("select count(*) from setting_changes").getFirst()).isEqualTo(lines);
    assertThat(web.reloads.get()).isEqualTo(reloads);
  }

  @Test
  void whatAColleagueChangedSinceTheDryRunIsNotOverwritten() {
    JsonObject before = admin.get(FILE).expect(200);
    JsonObject wanted = before.copy();
    wanted.getJsonObject("house").put("missedOffers", 12);
    long seen = admin.post(FILE + "/preview", wanted).expect(200).getLong("seen");
    Browser rosa = web.person("rosa", "Rosa Roux", "administrator");
    long team =
        rosa.post("/api/teams", new JsonObject().put("name", "Rosa’s")).expect(201).getLong("id");
    rosa.put("/api/settings", new JsonObject().put("missedOffers", 13)).expect(200);

    Browser.Answer late = admin.post(FILE + "?seen=" + seen, wanted);

    late.refuses(409, "seen");
    assertThat(late.json().getString("who")).isEqualTo("Rosa Roux");
    assertThat(late.json().getJsonArray("changed")).contains("house", "Rosa’s");
    assertThat(late.json().getString("detail")).contains("Rosa Roux", "missedOffers");
    assertThat(admin.get("/api/settings").expect(200).getInteger("missedOffers")).isEqualTo(13);
    long again = admin.post(FILE + "/preview", wanted).expect(200).getLong("seen");
    assertThat(again).isGreaterThan(seen);
    admin.post(FILE + "?seen=" + again, wanted).expect(200);
    assertThat(admin.get("/api/settings").expect(200).getInteger("missedOffers")).isEqualTo(12);
    admin.post(FILE + "?seen=-1", wanted).refuses(400, "seen");
    admin.post(FILE, before).expect(200); // a program that looks at nothing before
    assertThat(team).isPositive();
  }

  @Test
  void whoIsReadyMeanwhileStandsInNoFilesWay() {
    JsonObject wanted = admin.get(FILE).expect(200);
    long seen = admin.post(FILE + "/preview", wanted).expect(200).getLong("seen");
    Browser sam = web.agent("sam", "Sam");
    long between = admin.post(FILE + "/preview", wanted).expect(200).getLong("seen");
    admin
        .put(
            "/api/agents/" + sam.id() + "/availability",
            new JsonObject().put("availability", "off"))
        .expect(200);

    admin.post(FILE + "?seen=" + seen, wanted).refuses(409, "seen");
    admin.post(FILE + "?seen=" + between, wanted).expect(200);
  }

  @Test
  void aFrontDoorThatAFileBroughtInGoesByUndoing() {
    JsonObject wanted = house();
    JsonObject door =
        wanted.getJsonArray("frontDoors").getJsonObject(0).put("number", "+33199000055");
    JsonObject file =
        new JsonObject()
            .put("format", "decroche-settings")
            .put("version", 1)
            .put("frontDoors", new JsonArray().add(door));
    admin.post(FILE, file).expect(200);
    JsonObject added =
        admin
            .get("/api/changes?setting=front-door&limit=1")
            .expect(200)
            .getJsonArray("items")
            .getJsonObject(0);

    admin.send("POST", "/api/changes/" + added.getLong("id") + "/undo", null, "").expect(200);

    assertThat(admin.get(FILE).expect(200).encode()).doesNotContain("+33199000055");
  }

  @Test
  void oneWrongThingAndNothingIsBroughtIn() {
    JsonObject before = admin.get(FILE).expect(200);
    JsonObject wanted = before.copy();
    wanted.getJsonObject("house").put("missedOffers", 11);
    String wrong = "people[%d].teams[0]".formatted(wanted.getJsonArray("people").size());
    wanted.getJsonArray("people").add(person("eric", null, "Nowhere"));

    admin.post(FILE, wanted).refuses(400, wrong);
    admin.post(FILE + "/preview", wanted).refuses(400, wrong);

    assertThat(admin.get(FILE).expect(200)).isEqualTo(before);
  }

  @Test
  void deputiesMayChangeTheirPlacesInOneFile() {
    JsonObject before = admin.get(FILE).expect(200);
    JsonObject wanted = before.copy();
    wanted.put(
        "people",
        new JsonArray()
            .add(person("bob", "alice", "Care", "Sales"))
            .add(person("alice", null, "Care")));

    admin.post(FILE, wanted).expect(200);

    assertThat(admin.get(FILE).expect(200).getJsonArray("people").encode())
        .contains("\"deputy\":\"alice\"")
        .doesNotContain("\"deputy\":\"bob\"");
    admin.post(FILE, before).expect(200);
  }

  @Test
  void newPeopleGetPasswordsThatSignThemInAndEachChangeCanBeUndone() {
    JsonObject wanted =
        new JsonObject()
            .put("format", "decroche-settings")
            .put("version", 1)
            .put("people", new JsonArray().add(person("fanny", null, "Care")));

    JsonObject told = admin.post(FILE, wanted).expect(200);

    JsonObject fanny = told.getJsonArray("newPeople").getJsonObject(0);
    assertThat(fanny.getJsonObject("phone").getString("password")).hasSizeGreaterThan(20);
    web.stranger().signIn("fanny", fanny.getString("password")).get("/api/me").expect(200);
    long change =
        admin
            .get("/api/changes?setting=person&limit=1")
            .expect(200)
            .getJsonArray("items")
            .getJsonObject(0)
            .getLong("id");
    admin.send("POST", "/api/changes/" + change + "/undo", null, "").expect(200);
    web.stranger()
        .post(
            "/api/session",
            new JsonObject().put("login", "fanny").put("password", fanny.getString("password")))
        .refuses(401, null);
  }

  @Test
  void whatIsNoSuchFileIsRefusedByName() {
    admin
        .post(FILE, new JsonObject().put("format", "something").put("version", 1))
        .refuses(400, "format");
    admin.post(FILE, house().put("passwords", new JsonArray())).refuses(400, "passwords");
    JsonObject premium = house();
    premium.getJsonArray("people").getJsonObject(0).put("outsideNumber", "+33899000000");
    admin.post(FILE, premium).refuses(400, "people[0].outsideNumber");
    assertThat(
            admin
                .send(
                    "POST",
                    FILE,
                    "{\"format\":\"" + "x".repeat(1_100_000) + "\"}",
                    "application/json")
                .status())
        .isEqualTo(413);
  }

  @Test
  void aLargeHouseGoesThrough() {
    JsonArray many = new JsonArray();
    for (int i = 0; i < 2000; i++) {
      many.add("+3319911%04d".formatted(i));
    }
    JsonObject large =
        new JsonObject()
            .put("format", "decroche-settings")
            .put("version", 1)
            .put("sharedNumbers", many)
            .put("teams", new JsonArray());
    for (int i = 0; i < 900; i++) {
      large
          .getJsonArray("teams")
          .add(new JsonObject().put("name", "A team with a long name, number " + i));
    }
    assertThat(large.encode().length()).isGreaterThan(70_000);

    JsonObject told = admin.post(FILE + "/preview", large).expect(200);

    assertThat(told.getJsonArray("differences")).hasSize(2900);
  }
}
