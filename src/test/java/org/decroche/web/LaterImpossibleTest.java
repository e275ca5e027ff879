package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was possible when it was set, and is not any more, stands in nobody's way. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaterImpossibleTest {
  private static final String FILE = "/api/settings/file";

  private final RunningWeb web;
  private Browser admin;
  private int made;
  private long care;
  private long sales;
  private long karim;
  private long door;

  LaterImpossibleTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    admin = web.administrator();
  }

  /** A house of its own for each test, beside those of the others. */
  @BeforeEach
  void aDoor() {
    made++;
    care = team("Care");
    sales = team("Sales");
    long unused = person("dora", care);
    karim = person("karim", sales);
    door = admin.post("/api/front-doors", door(care)).expect(201).getLong("id");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private long team(String name) {
    return admin
        .post("/api/teams", new JsonObject().put("name", name + " " + made))
        .expect(201)
        .getLong("id");
  }

  private JsonObject account(String login, long... teams) {
    JsonArray ids = new JsonArray();
    for (long team : teams) {
      ids.add(team);
    }
    return new JsonObject()
        .put("login", login + made)
        .put("name", login + " " + made)
        .put("role", "agent")
        .put("teamIds", ids);
  }

  private long person(String login, long team) {
    return admin
        .post("/api/agents", account(login, team))
        .expect(201)
        .getJsonObject("agent")
        .getLong("id");
  }

  private JsonObject door(long team) {
    return new JsonObject()
        .put("number", "+3319900%04d".formatted(made))
        .put("name", "Help " + made)
        .put("country", "FR")
        .put("teamId", team)
        .put("offerSeconds", 20)
        .put("rememberDays", 30)
        .put("realTalkSeconds", 10);
  }

  private String path() {
    return "/api/front-doors/" + door;
  }

  private JsonObject routing(int patience) {
    return new JsonObject()
        .put("patienceSeconds", patience)
        .put("wrapUpSeconds", 30)
        .put("onCallId", null)
        .put("rota", new JsonArray())
        .put("timeZone", "Europe/Paris")
        .put("holidays", "none")
        .put("hours", new JsonArray())
        .put("closedDays", new JsonArray())
        .put("closures", new JsonArray())
        .put("overflow", new JsonArray());
  }

  private JsonObject save(JsonObject routing) {
    return admin.put(path() + "/routing", routing).expect(200);
  }

  private static JsonArray turn(long agent) {
    return new JsonArray()
        .add(
            new JsonObject()
                .put("kind", "once")
                .put("first", "2027-08-15")
                .put("last", "2027-08-17")
                .put("from", "00:00")
                .put("to", "24:00")
                .put("agentId", agent));
  }

  private static JsonArray help(long team) {
    return new JsonArray().add(new JsonObject().put("teamId", team).put("afterSeconds", 40));
  }

  private void disable(long agent) {
    JsonObject stands = admin.get("/api/agents/" + agent).expect(200);
    admin
        .put(
            "/api/agents/" + agent,
            new JsonObject()
                .put("name", stands.getString("name"))
                .put("role", "agent")
                .put("teamIds", stands.getJsonArray("teamIds"))
                .put("disabled", true))
        .expect(200);
  }

  private void fileGoesBackIn() {
    JsonObject file = admin.get(FILE).expect(200);
    assertThat(admin.post(FILE, file).expect(200).getJsonArray("differences")).isEmpty();
  }

  private long lastChange() {
    return admin
        .get("/api/changes?limit=1")
        .expect(200)
        .getJsonArray("items")
        .getJsonObject(0)
        .getLong("id");
  }

  private void undo(long change) {
    admin.send("POST", "/api/changes/" + change + "/undo", null, "").expect(200);
  }

  /** This test's own front door, in a file of all. */
  private JsonObject inFile(JsonObject file) {
    return file.getJsonArray("frontDoors").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals("Help " + made))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoeverIsDisabledStaysInTheRotaWithoutBlockingAnything() {
    save(routing(20).put("rota", turn(karim)).put("onCallId", karim));
    save(routing(21).put("rota", turn(karim)).put("onCallId", karim));
    long patience = lastChange();
    disable(karim);

    fileGoesBackIn();
    undo(patience);
    JsonObject later = routing(22).put("rota", turn(karim)).put("onCallId", karim);
    assertThat(save(later).getInteger("patienceSeconds")).isEqualTo(22);
    int asked = web.asked.size();
    JsonObject draft = new JsonObject().put("frontDoor", door).put("routing", later);
    admin.post("/api/who-would-answer", draft).refuses(400, "at"); // nobody foresees in this test
    assertThat(web.asked).hasSize(asked + 1);
    JsonObject rota =
        new JsonObject()
            .put("timeZone", "Europe/Paris")
            .put("onCallId", karim)
            .put("rota", turn(karim));
    admin.post("/api/who-is-on-call", rota).refuses(400, "onCallId");
    assertThat(
            admin
                .post("/api/who-is-on-call", rota.put("frontDoor", door))
                .expect(200)
                .getJsonArray("duties")
                .getJsonObject(0)
                .getJsonObject("agent")
                .getString("name"))
        .isEqualTo("karim " + made);
  }

  @Test
  void whoeverIsDisabledIsNotPutThereAnew() {
    save(routing(20).put("rota", turn(karim)));
    disable(karim);
    long paul = person("paul", sales);
    disable(paul);

    admin.put(path() + "/routing", routing(20).put("onCallId", paul)).refuses(400, "onCallId");
    admin
        .put(path() + "/routing", routing(20).put("rota", turn(paul)))
        .refuses(400, "rota[0].agentId");
    save(routing(20));
    admin
        .put(path() + "/routing", routing(20).put("rota", turn(karim)))
        .refuses(400, "rota[0].agentId");
  }

  @Test
  void aTeamThatHelpsAndHasNobodyLeftBlocksNothing() {
    save(routing(20).put("overflow", help(sales)));
    save(routing(21).put("overflow", help(sales)));
    long patience = lastChange();
    disable(karim);

    fileGoesBackIn();
    undo(patience);
    save(routing(22).put("overflow", help(sales)));

    save(routing(22));
    admin
        .put(path() + "/routing", routing(22).put("overflow", help(sales)))
        .refuses(400, "overflow[0].teamId");
  }

  @Test
  void aDoorIsNotMovedToATeamThatHelpsThere() {
    save(routing(20).put("overflow", help(sales)));

    admin.put(path(), door(sales)).refuses(409, "teamId");

    assertThat(admin.get(path()).expect(200).getLong("teamId")).isEqualTo(care);
    save(routing(20));
    admin.put(path(), door(sales)).expect(200);
    long moved = lastChange();
    save(routing(20).put("overflow", help(care)));
    admin.send("POST", "/api/changes/" + moved + "/undo", null, "").refuses(409, "teamId");
    fileGoesBackIn();
  }

  @Test
  void aFileMayMoveADoorAndChangeWhoHelpsThereAtOnce() {
    save(routing(20).put("overflow", help(sales)));
    JsonObject file = admin.get(FILE).expect(200);
    JsonObject wanted = inFile(file);
    wanted.put("team", "Sales " + made);
    String place =
        "frontDoors[%d].routing.overflow[0].teamId"
            .formatted(file.getJsonArray("frontDoors").size() - 1);
    admin.post(FILE, file).refuses(400, place);

    wanted
        .getJsonObject("routing")
        .getJsonArray("overflow")
        .getJsonObject(0)
        .put("team", "Care " + made);
    assertThat(admin.post(FILE, file).expect(200).getJsonArray("differences")).hasSize(2);

    assertThat(admin.get(path()).expect(200).getLong("teamId")).isEqualTo(sales);
    fileGoesBackIn();
  }
}
