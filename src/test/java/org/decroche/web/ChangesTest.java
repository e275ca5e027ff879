package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every change of a setting is written down, can be taken back, and overwrites nobody's. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest {
  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser ada;
  private Browser bob;
  private Browser alice;
  private long team;
  private long door;

  ChangesTest(Database database, TestDatabase tables) {
    this.web = new RunningWeb(database);
    this.tables = tables;
  }

  @BeforeAll
  void aHouse() {
    ada = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    JsonObject made =
        ada.post(
                "/api/agents",
                new JsonObject()
                    .put("login", "bob")
                    .put("name", "Bob Roux")
                    .put("role", "administrator"))
            .expect(201);
    bob = web.stranger().signIn("bob", made.getString("password"));
    team = team("Care");
    door = door("+33199000001");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private long team(String name) {
    return ada.post("/api/teams", new JsonObject().put("name", name)).expect(201).getLong("id");
  }

  private long door(String number) {
    return ada.post(
            "/api/front-doors",
            new JsonObject().put("number", number).put("name", "Help").put("teamId", team))
        .expect(201)
        .getLong("id");
  }

  private JsonObject last() {
    return list("").getFirst();
  }

  private List<JsonObject> list(String query) {
    JsonArray items = ada.get("/api/changes" + query).expect(200).getJsonArray("items");
    return items.stream().map(JsonObject.class::cast).toList();
  }

  private Browser.Answer undo(JsonObject change) {
    return ada.send("POST", "/api/changes/" + change.getLong("id") + "/undo", null, "");
  }

  private String routing() {
    return "/api/front-doors/" + door + "/routing";
  }

  private JsonObject routing(int patience, int wrapUp) {
    return new JsonObject()
        .put("patienceSeconds", patience)
        .put("wrapUpSeconds", wrapUp)
        .put("onCallId", null)
        .put("timeZone", "Europe/Paris")
        .put("holidays", "none")
        .put("hours", new JsonArray())
        .put("closedDays", new JsonArray())
        .put("closures", new JsonArray())
        .put("overflow", new JsonArray());
  }

  @Test
  void aChangeSaysWhoFromWhatToWhat() {
    ada.put(routing(), routing(20, 0)).expect(200);
    bob.put(routing(), routing(33, 0)).expect(200);

    JsonObject line = last();
    assertThat(line.getJsonObject("by").getString("name")).isEqualTo("Bob Roux");
    assertThat(line.getString("setting")).isEqualTo("routing");
    assertThat(line.getString("name")).isEqualTo("Help");
    assertThat(line.getString("act")).isEqualTo("changed");
    assertThat(line.getJsonArray("fields")).containsExactly("patienceSeconds");
    assertThat(line.getJsonObject("before").getInteger("patienceSeconds")).isEqualTo(20);
    assertThat(line.getJsonObject("after").getInteger("patienceSeconds")).isEqualTo(33);
  }

  @Test
  void whatChangesNothingAndWhatIsRefusedLeaveNoLine() {
    ada.put(routing(), routing(21, 0)).expect(200);
    long before = last().getLong("id");

    ada.put(routing(), routing(21, 0)).expect(200);
    ada.put(routing(), routing(22, 0).put("onCallId", 999_999)).refuses(400, "onCallId");
    ada.post("/api/teams", new JsonObject().put("name", "Care")).refuses(409, "name");

    assertThat(last().getLong("id")).isEqualTo(before);
    assertThat(ada.get(routing()).expect(200).getInteger("patienceSeconds")).isEqualTo(21);
  }

  @Test
  void eachKindOfSettingIsInTheLog() {
    long site =
        ada.post(
                "/api/sites",
                new JsonObject()
                    .put("name", "Shop")
                    .put("frontDoorId", door)
                    .put("origins", new JsonArray().add("https://shop.example"))
                    .put("perHour", 10)
                    .put("enabled", true))
            .expect(201)
            .getLong("id");
    assertThat(last().getString("setting")).isEqualTo("site");
    assertThat(last().getString("key")).isEqualTo(String.valueOf(site));
    ada.put("/api/settings", new JsonObject().put("missedOffers", 7)).expect(200);
    assertThat(last().getString("setting")).isEqualTo("house");
    alice.put("/api/shared-numbers/%2B33199007777", new JsonObject()).expect(204);
    assertThat(last().getString("setting")).isEqualTo("shared-number");
    assertThat(last().getJsonObject("by").getString("name")).isEqualTo("Alice Roy");
    ada.put(
            "/api/retention",
            new JsonObject()
                .put(
                    "items",
                    new JsonArray().add(new JsonObject().put("kind", "drafts").put("days", 55))))
        .expect(200);
    assertThat(last().getString("setting")).isEqualTo("retention");
    assertThat(last().getJsonArray("fields")).containsExactly("drafts");
    long other = team("Others");
    ada.put("/api/teams/" + other, new JsonObject().put("name", "Any others")).expect(200);
    assertThat(last().getJsonObject("before").getString("name")).isEqualTo("Others");
  }

  @Test
  void secretsAreToldOfAndNeverKept() {
    JsonObject made =
        ada.post(
                "/api/agents",
                new JsonObject().put("login", "carla").put("name", "Carla").put("role", "agent"))
            .expect(201);
    long id = made.getJsonObject("agent").getLong("id");
    String renewed =
        ada.send("POST", "/api/agents/" + id + "/password", null, "")
            .expect(201)
            .getString("password");

    JsonObject line = last();
    assertThat(line.getString("act")).isEqualTo("secret-renewed");
    assertThat(line.getString("name")).isEqualTo("Carla");
    undo(line).refuses(409, null);
    assertThat(tables.sql("select string_agg(c::text, ' ') from setting_changes c").getFirst())
        .contains("carla")
        .doesNotContain(made.getString("password"), renewed, "argon2")
        .doesNotContain(made.getJsonObject("phone").getString("password"));
  }

  @Test
  void theSecondOfTwoAdministratorsIsToldAndNothingIsOverwritten() {
    ada.put(routing(), routing(40, 1)).expect(200);
    long seen = bob.get(routing()).expect(200).getLong("version");
    ada.put(routing(), routing(41, 1).put("version", seen)).expect(200);

    Browser.Answer late = bob.put(routing(), routing(40, 99).put("version", seen));

    late.refuses(409, "version");
    assertThat(late.json().getString("who")).isEqualTo("Administrator");
    assertThat(late.json().getJsonArray("changed")).containsExactly("patienceSeconds");
    assertThat(ada.get(routing()).expect(200).getInteger("wrapUpSeconds")).isEqualTo(1);
  }

  @Test
  void ofManyAtTheSameMomentOneIsFirst() {
    long seen = ada.get("/api/settings").expect(200).getLong("version");
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            ada.put(
                                    "/api/settings",
                                    new JsonObject()
                                        .put("missedOffers", 20 + i)
                                        .put("version", seen))
                                .status()))
            .toList();

    List<Integer> said = all.stream().map(CompletableFuture::join).sorted().toList();

    assertThat(said).containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
  }

  @Test
  void anUndoneChangePutsBackItsOwnFieldsAndCanBeUndoneItself() {
    ada.put(routing(), routing(50, 5)).expect(200);
    ada.put(routing(), routing(51, 5)).expect(200);
    JsonObject patience = last();
    ada.put(routing(), routing(51, 6)).expect(200);
    int reloads = web.reloads.get();

    JsonObject undone = undo(patience).expect(200);

    assertThat(undone.getLong("undoes")).isEqualTo(patience.getLong("id"));
    JsonObject stands = ada.get(routing()).expect(200);
    assertThat(stands.getInteger("patienceSeconds")).isEqualTo(50);
    assertThat(stands.getInteger("wrapUpSeconds")).isEqualTo(6);
    assertThat(web.reloads.get()).isGreaterThan(reloads);
    undo(undone).expect(200);
    assertThat(ada.get(routing()).expect(200).getInteger("patienceSeconds")).isEqualTo(51);
  }

  @Test
  void aNewerChangeOfTheSameFieldStandsInTheWay() {
    ada.put(routing(), routing(60, 0)).expect(200);
    ada.put(routing(), routing(61, 0)).expect(200);
    JsonObject first = last();
    bob.put(routing(), routing(62, 0)).expect(200);

    Browser.Answer refused = undo(first);

    refused.refuses(409, null);
    assertThat(refused.json().getString("who")).isEqualTo("Bob Roux");
    assertThat(refused.json().getString("detail")).contains("patienceSeconds");
    assertThat(ada.get(routing()).expect(200).getInteger("patienceSeconds")).isEqualTo(62);
  }

  @Test
  void whatWasAddedGoesUnlessItIsInUse() {
    long fresh = team("Fresh");
    JsonObject added = last();
    undo(added).expect(200);
    assertThat(ada.get("/api/teams").expect(200).encode()).doesNotContain("\"Fresh\"");
    undo(added).refuses(409, null);
    assertThat(fresh).isPositive();

    long used = team("Used");
    JsonObject inUse = last();
    long at =
        ada.post(
                "/api/front-doors",
                new JsonObject()
                    .put("number", "+33199000077")
                    .put("name", "Used")
                    .put("teamId", used))
            .expect(201)
            .getLong("id");
    JsonObject doorAdded = last();
    undo(inUse).refuses(409, null);
    undo(doorAdded).expect(200);
    ada.get("/api/front-doors/" + at).refuses(404, null);
    undo(inUse).expect(200);
  }

  @Test
  void aFrontDoorGoesOnlyWhenItsRoutingIsAsItWasAdded() {
    long fresh = door("+33199000088");
    JsonObject added = last();
    String itsRouting = "/api/front-doors/" + fresh + "/routing";
    int patience = ada.get(itsRouting).expect(200).getInteger("patienceSeconds");
    bob.put(itsRouting, routing(patience + 5, 0)).expect(200);
    JsonObject byBob = last();

    Browser.Answer refused = undo(added);

    refused.refuses(409, null);
    assertThat(refused.json().getString("who")).isEqualTo("Bob Roux");
    assertThat(refused.json().getJsonArray("changed")).contains("patienceSeconds");
    assertThat(ada.get(itsRouting).expect(200).getInteger("patienceSeconds"))
        .isEqualTo(patience + 5);
    undo(byBob).expect(200);
    undo(added).expect(200);
    ada.get("/api/front-doors/" + fresh).refuses(404, null);
  }

  @Test
  void aChangeIsUndoneWhileSomebodyChoosesForAColleague() {
    ada.put(routing(), routing(80, 0)).expect(200);
    ada.put(routing(), routing(81, 0)).expect(200);
    JsonObject patience = last();
    // Choosing for others waits for no settings: its line may be the newest at any moment.
    tables.sql(
        """
        create function chosen_meanwhile() returns trigger language plpgsql as $$
        begin
          insert into setting_changes (at, by_id, setting, key, act, before, after)
          values (new.at, new.by_id, 'availability', new.by_id::text, 'changed', '{}', '{"a": 1}');
          return null;
        end $$;
        create trigger chosen_meanwhile after insert on setting_changes
        for each row when (new.undoes is not null) execute function chosen_meanwhile()
        """);
    JsonObject undone;
    try {
      undone = undo(patience).expect(200);
    } finally {
      tables.sql("drop function chosen_meanwhile cascade");
    }

    assertThat(undone.getString("setting")).isEqualTo("routing");
    assertThat(undone.getLong("undoes")).isEqualTo(patience.getLong("id"));
    assertThat(ada.get(routing()).expect(200).getInteger("patienceSeconds")).isEqualTo(80);
  }

  @Test
  void aPersonWhoWasAddedIsDisabledForPeopleAreNeverDeleted() {
    long id =
        ada.post(
                "/api/agents",
                new JsonObject().put("login", "denis").put("name", "Denis").put("role", "agent"))
            .expect(201)
            .getJsonObject("agent")
            .getLong("id");

    undo(last()).expect(200);

    assertThat(ada.get("/api/agents/" + id).expect(200).getBoolean("disabled")).isTrue();
  }

  @Test
  void aMarkTakenAwayComesBack() {
    ada.put("/api/shared-numbers/%2B33199008888", new JsonObject()).expect(204);
    ada.delete("/api/shared-numbers/%2B33199008888").expect(204);

    undo(last()).expect(200);

    assertThat(ada.get("/api/shared-numbers").expect(200).encode()).contains("+33199008888");
  }

  @Test
  void theLogIsFilteredPagedAndExported() {
    ada.put(routing(), routing(70, 0)).expect(200);
    ada.put(routing(), routing(71, 0)).expect(200);

    List<JsonObject> two = list("?setting=routing&limit=2");
    assertThat(two).hasSize(2);
    assertThat(list("?setting=routing&limit=1&before=" + two.getFirst().getLong("id")))
        .first()
        .extracting(line -> line.getLong("id"))
        .isEqualTo(two.getLast().getLong("id"));
    assertThat(list("?agentId=999999")).isEmpty();
    String csv = ada.get("/api/changes/export?setting=routing").text();
    assertThat(csv).contains("patienceSeconds;70;71").doesNotContain("front-door;");
  }
}
