package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.decroche.store.WeighedCalls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a supervisor does for the others, and an agent may not. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisingTest {
  private static final String CALL = "1763.77";

  private final TestDatabase postgres;
  private final RunningWeb web;
  private Browser simone;
  private Browser alice;

  SupervisingTest(TestDatabase postgres) {
    this.postgres = postgres;
    this.web = new RunningWeb(postgres.database());
  }

  @BeforeAll
  void people() {
    simone = web.person("simone", "Simone Petit", "supervisor");
    alice = web.agent("alice", "Alice Roy");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void makesSomebodyAwayWhoLeftTheirChair() {
    String path = "/api/agents/" + alice.id() + "/availability";
    web.events.clear();

    JsonObject stands =
        simone
            .put(path, new JsonObject().put("availability", "away").put("reason", "At lunch"))
            .expect(200);

    assertThat(stands.getString("availability")).isEqualTo("away");
    assertThat(stands.getValue("outsideNumber")).isNull();
    assertThat(alice.get("/api/me").expect(200).getString("awayReason")).isEqualTo("At lunch");
    assertThat(web.events)
        .singleElement()
        .isInstanceOfSatisfying(
            Event.AvailabilityChosen.class,
            told -> assertThat(told.availability()).isEqualTo(Availability.AWAY));
    simone
        .put(path, new JsonObject().put("availability", "ready").put("reason", "x"))
        .refuses(400, "reason");
    simone
        .put(path, new JsonObject().put("availability", "away").put("reason", "At lunch"))
        .expect(200);
    alice.put("/api/me/availability", new JsonObject().put("availability", "ready")).expect(200);
    JsonArray lines =
        web.administrator()
            .get("/api/changes?setting=availability&key=" + alice.id())
            .expect(200)
            .getJsonArray("items");
    assertThat(lines).as("not what was so already, and not what she chooses herself").hasSize(1);
    JsonObject line = lines.getJsonObject(0);
    assertThat(line.getJsonObject("by").getString("name")).isEqualTo("Simone Petit");
    assertThat(line.getString("name")).isEqualTo("Alice Roy");
    assertThat(line.getJsonArray("fields")).containsExactly("availability", "awayReason");
    assertThat(line.getJsonObject("before").getString("availability")).isEqualTo("off");
    assertThat(line.getJsonObject("after").getString("awayReason")).isEqualTo("At lunch");
    web.administrator()
        .post("/api/changes/" + line.getLong("id") + "/undo", new JsonObject())
        .refuses(409, null);
    simone
        .put("/api/agents/999999/availability", new JsonObject().put("availability", "off"))
        .refuses(404, null);
  }

  @Test
  void endsWhatRingsAtAnEmptyChair() {
    AgentId at = new AgentId(alice.id());
    String path = "/api/calls/" + CALL + "/withdraw-offer";
    web.desks.showPop(at, pop(41)).join();
    web.events.clear();

    simone.post(path, new JsonObject().put("offer", "40")).refuses(404, null);
    simone.post(path, new JsonObject().put("offer", "x")).refuses(400, "offer");
    assertThat(web.events).isEmpty();
    simone.post(path, new JsonObject().put("offer", "41")).expect(204);

    assertThat(web.events)
        .singleElement()
        .isInstanceOfSatisfying(
            Event.OfferWithdrawn.class,
            told -> {
              assertThat(told.call()).isEqualTo(new CallId(CALL));
              assertThat(told.offer()).isEqualTo(new OfferId(41));
              assertThat(told.by()).isEqualTo(new AgentId(simone.id()));
            });
  }

  @Test
  void takesADebtOverAndGivesItOnButNotOneThatIsPaid() {
    long debt = debt();
    String path = "/api/debts/" + debt + "/owner";

    JsonObject mine = simone.put(path, new JsonObject()).expect(200);
    assertThat(mine.getJsonObject("owner").getLong("id")).isEqualTo(simone.id());
    assertThat(simone.get("/api/debts").expect(200).getJsonArray("items")).hasSize(1);

    JsonObject given = simone.put(path, new JsonObject().put("toId", alice.id())).expect(200);
    assertThat(given.getJsonObject("owner").getLong("id")).isEqualTo(alice.id());
    assertThat(simone.get("/api/debts").expect(200).getJsonArray("items")).isEmpty();

    simone.put(path, new JsonObject().put("toId", alice.id())).expect(200);
    JsonArray history = given.getJsonArray("assignments");
    assertThat(history).hasSize(2);
    assertThat(history.getJsonObject(0).getValue("from")).isNull();
    assertThat(history.getJsonObject(0).getJsonObject("to").getLong("id")).isEqualTo(simone.id());
    assertThat(history.getJsonObject(1).getJsonObject("from").getLong("id")).isEqualTo(simone.id());
    assertThat(history.getJsonObject(1).getJsonObject("to").getString("name"))
        .isEqualTo("Alice Roy");
    assertThat(history.getJsonObject(1).getJsonObject("by").getString("name"))
        .isEqualTo("Simone Petit");
    assertThat(history.getJsonObject(1).getInstant("at")).isNotNull();
    assertThat(alice.get("/api/debts/" + debt).expect(200).getJsonArray("assignments"))
        .as("given to whom it is already, nothing is written")
        .isEqualTo(history);

    simone.put(path, new JsonObject().put("toId", 999999)).refuses(400, "toId");
    simone.put("/api/debts/999999/owner", new JsonObject()).refuses(404, null);
    postgres.sql("update debts set settled_at = now()");
    simone.put(path, new JsonObject()).refuses(409, "id");
  }

  private long debt() {
    JsonObject admin = new JsonObject().put("name", "Accueil");
    long team = web.administrator().post("/api/teams", admin).expect(201).getLong("id");
    JsonObject door =
        new JsonObject().put("number", "+33199000001").put("name", "Standard").put("teamId", team);
    long id = web.administrator().post("/api/front-doors", door).expect(201).getLong("id");
    Instant at = Instant.now().minusSeconds(300);
    postgres.sql(
        "insert into calls (id, front_door_id, number_kind, number, arrived_at, ended_at, ending) values ('d1', %d, 'number', '+33639980112', '%s', '%s', 'gave-up')"
            .formatted(id, at, at.plusSeconds(40)));
    new WeighedCalls(postgres.database()).weigh(Instant.now());
    return Long.parseLong(postgres.sql("select id from debts").getFirst());
  }

  private static Pop pop(long offer) {
    return new Pop(
        new OfferId(offer),
        new CallId(CALL),
        false,
        Instant.now(),
        new FrontDoor(
            new FrontDoorId(1),
            "Accueil",
            new PhoneNumber("+33199000000"),
            "FR",
            new TeamId(1),
            "Team",
            Duration.ofSeconds(20)),
        new CallerNumber.Withheld(),
        Recognition.NONE,
        Optional.empty(),
        new Reason.Fallback());
  }
}
