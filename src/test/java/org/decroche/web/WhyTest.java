package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.why.Considered;
import org.decroche.routing.why.Explanation;
import org.decroche.routing.why.PassedOver;
import org.decroche.routing.why.Stage;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.StoredJournal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The why of a call, as it is asked for over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyTest {
  private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");
  private static final FrontDoorId NO_DOOR = new FrontDoorId(999);

  private final Database database;
  private final RunningWeb web;
  private Browser alice;
  private AgentId bob;

  WhyTest(Database database) {
    this.database = database;
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    alice = web.agent("alice", "Alice Roy");
    bob = new AgentId(web.agent("bob", "=Bob \"B\" Petit").id());
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void aCallThatBobLetPassAndAliceTookTellsBoth() {
    AgentId me = new AgentId(alice.id());
    CallId call = new CallId("why.1");
    record(
        new Step.Arrived(call, 1, NOON, NO_DOOR, new CallerNumber.Withheld()),
        new Step.Offered(
            call,
            2,
            NOON,
            new OfferId(1),
            bob,
            new Reason.OwnerOfOpenCase(7, "Box without power", NOON)),
        new Step.OfferEnded(call, 3, NOON.plusSeconds(4), new OfferId(1), bob, OfferEnd.REFUSED),
        new Step.Offered(
            call,
            4,
            NOON.plusSeconds(4),
            new OfferId(2),
            me,
            new Reason.LongestIdle("Accueil", NOON),
            new Explanation(
                Stage.ANYBODY,
                Optional.empty(),
                List.of(
                    new Considered.Person(
                        "owner-of-open-case", bob, "=Bob \"B\" Petit", PassedOver.LET_PASS),
                    new Considered.NotYet("next-team", "Ventes", Duration.ofSeconds(15))))),
        new Step.Answered(call, 5, NOON.plusSeconds(9), new OfferId(2), me, Duration.ZERO));

    JsonObject why = alice.get("/api/calls/why.1/why").expect(200);

    assertThat(why.getString("line"))
        .isEqualTo(
            "Alice Roy answered after 9 s, because Alice Roy had been free the longest in Accueil.");
    JsonObject first = why.getJsonArray("decisions").getJsonObject(0);
    assertThat(first.getString("rule")).isEqualTo("owner-of-open-case");
    assertThat(first.getString("end")).isEqualTo("refused");
    assertThat(first.getJsonArray("considered")).isEmpty();
    JsonObject second = why.getJsonArray("decisions").getJsonObject(1);
    assertThat(second.getString("end")).isEqualTo("answered");
    assertThat(second.getString("stage")).isEqualTo("anybody");
    assertThat(second.getJsonObject("params").getString("team")).isEqualTo("Accueil");
    assertThat(second.getJsonArray("considered").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("rule", "owner-of-open-case")
                .put("agentId", bob.value())
                .put("name", "=Bob \"B\" Petit")
                .put("because", "let-pass"));

    assertThat(alice.get("/api/calls/why.1/why/export?as=text").text())
        .contains(
            "because =Bob \"B\" Petit owns their open case: Box without power; refused",
            "  passed over: =Bob \"B\" Petit had let this call pass",
            "  passed over: team Ventes helps after 15 s only");
    assertThat(alice.get("/api/calls/why.1/why/export?as=csv").text())
        .startsWith("\"at\",\"decision\",\"name\",\"rule\",\"because\",\"end\",\"ended-by\"\r\n")
        .as("a name that looks like a formula stays a name")
        .contains(
            "\"passed-over\",\"'=Bob \"\"B\"\" Petit\",\"owner-of-open-case\",\"let-pass\",\"\",\"\"\r\n");
  }

  @Test
  void anOfferThatASupervisorEndedTellsWho() {
    AgentId me = new AgentId(alice.id());
    CallId call = new CallId("why.3");
    OfferId offer = new OfferId(1);
    record(
        new Step.Arrived(call, 1, NOON, NO_DOOR, new CallerNumber.Withheld()),
        new Step.Offered(call, 2, NOON, offer, bob, new Reason.LongestIdle("Accueil", NOON)),
        new Step.Withdrawn(call, 3, NOON.plusSeconds(4), offer, me),
        new Step.OfferEnded(call, 4, NOON.plusSeconds(4), offer, bob, OfferEnd.WITHDRAWN));

    JsonObject decision =
        alice.get("/api/calls/why.3/why").expect(200).getJsonArray("decisions").getJsonObject(0);
    assertThat(decision.getString("end")).isEqualTo("withdrawn");
    assertThat(decision.getJsonObject("endedBy").getString("name")).isEqualTo("Alice Roy");
    assertThat(alice.get("/api/calls/why.3/why/export?as=text").text())
        .contains("; withdrawn by Alice Roy");
    assertThat(alice.get("/api/calls/why.3/why/export?as=csv").text())
        .contains("\"withdrawn\",\"Alice Roy\"\r\n");
    JsonObject step =
        alice.get("/api/calls/why.3").expect(200).getJsonArray("steps").getJsonObject(2);
    assertThat(step.getString("kind")).isEqualTo("withdrawn");
    assertThat(step.getJsonObject("agent").getString("name")).isEqualTo("Alice Roy");
  }

  @Test
  void aCallNobodyAnsweredTellsWhomTheCallerWaitedFor() {
    CallId call = new CallId("why.2");
    record(
        new Step.Arrived(call, 1, NOON, NO_DOOR, new CallerNumber.Withheld()),
        new Step.Waiting(
            call,
            2,
            NOON,
            new Explanation(
                Stage.RIGHT_PERSON,
                Optional.of(NOON.plusSeconds(20)),
                List.of(
                    new Considered.Person(
                        "last-talked-with", bob, "Bob Petit", PassedOver.TALKING)))));

    assertThat(alice.get("/api/calls/why.2/why").expect(200).getString("line"))
        .isEqualTo(
            "nobody to ring: somebody who knows the caller is waited for until 2026-11-25T11:00:20Z.");
    record(new Step.Ended(call, 3, NOON.plusSeconds(35), Ending.GAVE_UP));
    assertThat(alice.get("/api/calls/why.2/why").expect(200).getString("line"))
        .isEqualTo("Nobody answered; the caller gave up after 35 s.");
    assertThat(alice.get("/api/calls/why.2/why/export?as=text").text())
        .contains("Bob Petit was talking");
  }

  @Test
  void whatIsNoCallOrNoFormIsRefused() {
    alice.get("/api/calls/nothing/why").refuses(404, null);
    alice.get("/api/calls/why.1/why/export?as=xml").refuses(400, "as");
    web.stranger().get("/api/calls/why.1/why").refuses(401, null);
  }

  private void record(Step... steps) {
    try (StoredJournal journal = new StoredJournal(database)) {
      List.of(steps).forEach(journal::write);
      journal.awaitWritten(Duration.ofSeconds(5));
    }
  }
}
