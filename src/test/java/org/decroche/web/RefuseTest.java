package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
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
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusing a call is for the one at whose phone this very offer rings. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefuseTest {
  private static final CallId CALL = new CallId("1763.21");
  private static final String REFUSE = "/api/calls/1763.21/refuse";

  private final RunningWeb web;
  private Browser alice;
  private AgentId aliceId;

  RefuseTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    alice = web.agent("alice", "Alice Roy");
    aliceId = new AgentId(alice.id());
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void whatRingsThereIsRefusedThere() {
    show(31, false);
    int before = web.events.size();

    alice.post(REFUSE, offer("31")).expect(204);

    assertThat(web.events.subList(before, web.events.size()))
        .singleElement()
        .isInstanceOfSatisfying(
            Event.OfferRefused.class,
            told -> {
              assertThat(told.call()).isEqualTo(CALL);
              assertThat(told.offer()).isEqualTo(new OfferId(31));
              assertThat(told.by()).isEqualTo(aliceId);
            });
  }

  @Test
  void nobodyElseRefusesItNorAnOlderOfferNorATalk() {
    Browser bruno = web.agent("bruno2", "Bruno Lac");
    show(32, false);
    int before = web.events.size();

    bruno.post(REFUSE, offer("32")).refuses(404, null);
    web.administrator().post(REFUSE, offer("32")).refuses(404, null);
    alice.post(REFUSE, offer("31")).refuses(404, null);
    alice.post("/api/calls/1763.22/refuse", offer("32")).refuses(404, null);
    show(32, true);
    alice.post(REFUSE, offer("32")).refuses(404, null);

    assertThat(web.events.size()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "alice", "1234567890123456789"})
  void anOfferThatIsNoneIsAWrongValue(String offer) {
    alice.post(REFUSE, offer(offer)).refuses(400, "offer");
  }

  private void show(long offer, boolean talking) {
    web.desks
        .showPop(
            aliceId,
            new Pop(
                new OfferId(offer),
                CALL,
                talking,
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
                new Reason.Fallback()))
        .join();
  }

  private static JsonObject offer(String number) {
    return new JsonObject().put("offer", number);
  }
}
