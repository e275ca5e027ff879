package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.Verdict;
import org.decroche.routing.Verdict.Hindrance;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.out.CallOutRefusal;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents ask of a conversation, as HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOverTest {
  private static final String CALL = "/api/calls/1763.42/";

  private final RunningWeb web;
  private Browser alice;

  HandOverTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    alice = web.agent("alice", "Alice Roy");
  }

  @BeforeEach
  void granted() {
    web.verdict = new Verdict.Granted("Bruno");
    web.events.clear();
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void aHandOverAsksTheCoreAndSaysWhosePhoneRings() {
    JsonObject answer =
        alice
            .post(CALL + "hand-over", body().put("agentId", 7).put("summary", " box, no power "))
            .expect(200);

    assertThat(answer).isEqualTo(new JsonObject().put("rings", "Bruno"));
    Event.JoinWanted wanted = asked(Event.JoinWanted.class);
    assertThat(wanted.call()).isEqualTo(new CallId("1763.42"));
    assertThat(wanted.by()).isEqualTo(new AgentId(alice.id()));
    assertThat(wanted.who()).isEqualTo(new Invitee.Colleague(new AgentId(7)));
    assertThat(wanted.staying()).isFalse();
    assertThat(wanted.summary()).isEqualTo("box, no power");
    assertThat(wanted.movesCase()).isEqualTo(Optional.empty());
  }

  @Test
  void aTeamAndStayingAreAskedForTheSameWay() {
    long team =
        web.administrator()
            .post("/api/teams", new JsonObject().put("name", "Technicians"))
            .expect(201)
            .getLong("id");

    alice.post(CALL + "bring-in", body().put("teamId", team)).expect(200);

    assertThat(asked(Event.JoinWanted.class).who()).isEqualTo(new Invitee.AnyOf(new TeamId(team)));
    assertThat(asked(Event.JoinWanted.class).staying()).isTrue();
  }

  @Test
  void leavingEndingAndThinkingBetterOfItAreAskedOfTheCore() {
    web.verdict = new Verdict.Granted("");
    assertThat(alice.post(CALL + "leave", new JsonObject()).status()).isEqualTo(204);
    asked(Event.LeaveWanted.class);
    assertThat(alice.post(CALL + "end", new JsonObject()).status()).isEqualTo(204);
    asked(Event.EndWanted.class);
    assertThat(alice.delete(CALL + "invitation").status()).isEqualTo(204);
    asked(Event.JoinWithdrawn.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "two\nlines", "\u0000"})
  void aSummaryIsOneLineThatSaysSomething(String summary) {
    alice
        .post(CALL + "hand-over", body().put("agentId", 7).put("summary", summary))
        .refuses(400, "summary");
    assertThat(web.events).isEmpty();
  }

  @Test
  void badInputNamesItsFieldAndAsksNothing() {
    alice.post(CALL + "hand-over", new JsonObject().put("agentId", 7)).refuses(400, "summary");
    alice
        .post(CALL + "hand-over", body().put("agentId", 7).put("summary", "x".repeat(301)))
        .refuses(400, "summary");
    alice.post(CALL + "hand-over", body()).refuses(400, "agentId");
    alice
        .post(CALL + "hand-over", body().put("agentId", 7).put("teamId", 1))
        .refuses(400, "agentId");
    alice.post(CALL + "hand-over", body().put("agentId", "x")).refuses(400, "agentId");
    alice.post(CALL + "hand-over", body().put("teamId", 999_999)).refuses(400, "teamId");
    alice
        .post(CALL + "hand-over", body().put("agentId", 7).put("moveCaseId", 999_999))
        .refuses(400, "moveCaseId");
    alice
        .post(CALL + "bring-in", body().put("agentId", 7).put("moveCaseId", 1))
        .refuses(400, "moveCaseId");
    alice
        .post(CALL + "hand-over", body().put("agentId", 7).put("channel", "x"))
        .refuses(400, "channel");
    assertThat(web.events).isEmpty();
  }

  @Test
  void aNumberOutsideIsReadBeforeAnybodyIsAskedAndNeedsNoSummary() {
    alice.post(CALL + "bring-in", new JsonObject().put("number", "01 99 00 12 34")).expect(200);
    assertThat(asked(Event.JoinWanted.class).who())
        .isEqualTo(new Invitee.Outsider(new PhoneNumber("+33199001234"), Duration.ofSeconds(45)));
    web.events.clear();

    alice
        .post(CALL + "bring-in", new JsonObject().put("number", "08 99 70 01 23"))
        .refuses(400, "number");
    alice.post(CALL + "bring-in", new JsonObject().put("number", "+33")).refuses(400, "number");
    alice.post(CALL + "bring-in", new JsonObject().put("number", "112")).refuses(400, "number");
    alice
        .post(CALL + "bring-in", body().put("number", "01 99 00 12 34").put("agentId", 7))
        .refuses(400, "number");
    alice.post(CALL + "bring-in", new JsonObject().put("agentId", 7)).refuses(400, "summary");
    alice.post(CALL + "hand-over", body().put("number", "01 99 00 12 34")).refuses(400, "number");
    assertThat(web.events).isEmpty();

    web.verdict =
        new Verdict.NotCalled(new CallOutVerdict.Refused(CallOutRefusal.OURS, Optional.empty()));
    alice
        .post(CALL + "bring-in", new JsonObject().put("number", "01 99 00 12 34"))
        .refuses(400, "number");
  }

  @ParameterizedTest
  @EnumSource(Hindrance.class)
  void whateverHindersItIsSaidInOneSentence(Hindrance why) {
    web.verdict = new Verdict.Refused(why, "Bruno");

    Browser.Answer answer = alice.post(CALL + "hand-over", body().put("agentId", 7));

    assertThat(answer.status())
        .isEqualTo(
            switch (why) {
              case NOT_TALKING -> 404;
              case NOBODY -> 400;
              case NO_LINK -> 503;
              default -> 409;
            });
    assertThat(answer.json().getString("detail")).endsWith(".");
  }

  private static JsonObject body() {
    return new JsonObject().put("summary", "box, no power");
  }

  private <E extends Event> E asked(Class<E> kind) {
    return web.events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }
}
