package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.why.Considered;
import org.decroche.routing.why.Explanation;
import org.decroche.routing.why.Foreseen;
import org.decroche.routing.why.PassedOver;
import org.decroche.routing.why.Stage;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.web.api.WhoWouldAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who would pick up, as it is asked for over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutlookTest {
  private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");

  private final RunningWeb web;
  private Browser alice;
  private String door;

  OutlookTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void aFrontDoor() {
    alice = web.agent("alice", "Alice Roy");
    long team =
        web.administrator()
            .post("/api/teams", new JsonObject().put("name", "Accueil"))
            .expect(201)
            .getLong("id");
    door =
        "/api/who-would-answer?frontDoor="
            + web.administrator()
                .post(
                    "/api/front-doors",
                    new JsonObject()
                        .put("number", "+33199000001")
                        .put("name", "Standard")
                        .put("country", "FR")
                        .put("teamId", team))
                .expect(201)
                .getLong("id");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void fromAPastMomentPeopleHaveTheirNamesBack() {
    AgentId me = new AgentId(alice.id());
    web.outlook =
        new WhoWouldAnswer.Outlook.Seen(
            NOON,
            WhoWouldAnswer.Basis.RECORDED,
            List.of(
                new Foreseen(
                    Duration.ZERO,
                    Optional.empty(),
                    new Explanation(
                        Stage.RIGHT_PERSON,
                        Optional.of(NOON.plusSeconds(20)),
                        List.of(
                            new Considered.Person(
                                "last-talked-with",
                                me,
                                "agent " + me.value(),
                                PassedOver.TALKING)))),
                new Foreseen(
                    Duration.ofSeconds(20),
                    Optional.of(
                        new Foreseen.Chosen(
                            me,
                            "agent " + me.value(),
                            new Reason.DeputyOf("agent " + me.value(), "owner-of-open-case"))),
                    Explanation.NONE)));

    JsonObject answer =
        alice.get(door + "&number=%2B33639981234&at=2026-11-25T11:00:00Z").expect(200);

    assertThat(answer.getString("basis")).isEqualTo("recorded");
    assertThat(answer.getJsonArray("assumed")).contains("caller-known-as-now");
    JsonObject first = answer.getJsonArray("moments").getJsonObject(0);
    assertThat(first.getJsonObject("agent")).isNull();
    assertThat(first.getString("stage")).isEqualTo("right-person");
    assertThat(first.getJsonArray("considered").getJsonObject(0).getString("name"))
        .isEqualTo("Alice Roy");
    JsonObject second = answer.getJsonArray("moments").getJsonObject(1);
    assertThat(second.getInteger("afterSeconds")).isEqualTo(20);
    assertThat(second.getJsonObject("agent").getString("name")).isEqualTo("Alice Roy");
    assertThat(second.getString("rule")).isEqualTo("deputy");
    assertThat(second.getJsonObject("params").getString("of")).isEqualTo("Alice Roy");
  }

  @Test
  void whatIsNotKnownOrNotThereIsSaid() {
    web.outlook = new WhoWouldAnswer.Outlook.Unknown("The service did not run at that time.");

    alice.get(door + "&at=2020-01-01T00:00:00Z").refuses(400, "at");
    alice.get(door + "&at=2020-13-01T00:00:00Z").refuses(400, "at");
    alice.get(door + "&at=yesterday").refuses(400, "at");
    alice.get(door + "&number=118").refuses(400, "number");
    alice.get("/api/who-would-answer?frontDoor=999").refuses(400, "frontDoor");
    alice.get("/api/who-would-answer").refuses(400, "frontDoor");
    web.stranger().get(door).refuses(401, null);
  }

  @Test
  void settingsThatNobodySavedAreJudgedAndHandedToTheRule() {
    Browser admin = web.administrator();
    long id = Long.parseLong(door.substring(door.indexOf('=') + 1));
    long other =
        admin.post("/api/teams", new JsonObject().put("name", "Nuit")).expect(201).getLong("id");
    web.outlook =
        new WhoWouldAnswer.Outlook.Seen(
            NOON,
            WhoWouldAnswer.Basis.FUTURE,
            List.of(
                new Foreseen(
                    Duration.ZERO,
                    Optional.empty(),
                    new Explanation(Stage.CLOSED, Optional.empty(), List.of()))));
    JsonObject draft = admin.get("/api/front-doors/" + id + "/routing").expect(200);
    draft.put("patienceSeconds", 3).put("onCallId", null);
    JsonObject question =
        new JsonObject()
            .put("frontDoor", id)
            .put("number", "+33612345678")
            .put("at", NOON.toString())
            .put("teamId", other)
            .put("routing", draft);

    admin.post("/api/who-would-answer", question).expect(200);

    WhoWouldAnswer.Question asked = web.asked.getLast();
    FrontDoor saved =
        new FrontDoor(
            new FrontDoorId(id),
            "Standard",
            new PhoneNumber("+33199000001"),
            "FR",
            new TeamId(1),
            "Accueil",
            Duration.ofSeconds(20));
    FrontDoor drafted = asked.draft().apply(saved);
    assertThat(drafted.policy().patience()).isEqualTo(Duration.ofSeconds(3));
    assertThat(drafted.team()).isEqualTo(new TeamId(other));
    assertThat(asked.at()).contains(NOON);
    assertThat(
            admin
                .get("/api/front-doors/" + id + "/routing")
                .expect(200)
                .getInteger("patienceSeconds"))
        .isNotEqualTo(3);
    draft.put("timeZone", "Europe/Nowhere");
    admin.post("/api/who-would-answer", question).refuses(400, "routing.timeZone");
    admin
        .post("/api/who-would-answer", new JsonObject().put("frontDoor", id).put("teamId", 999_999))
        .refuses(400, "teamId");
  }
}
