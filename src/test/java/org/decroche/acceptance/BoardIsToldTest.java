package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Board;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The board says what happened on the wire within half a second (issue 5). Other work on the
 * machine may delay one fact or another, so it is the middle one that counts; a board that is only
 * looked at every other second, and not told, would have a second there.
 */
@ExtendWith(Stack.Shared.class)
class BoardIsToldTest {
  private static final Duration SOON = Duration.ofMillis(500);
  private static final int ROUNDS = 4;

  private final Scene scene;
  private final List<Duration> took = new ArrayList<>();
  private Agent alice;
  private Board board;

  BoardIsToldTest(Stack stack) {
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void everyFactOnTheWireIsOnTheBoardWithinHalfASecond() {
    alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ofMillis(1200)));
    board = alice.board();

    for (int round = 1; round <= ROUNDS; round++) {
      Caller talks = scene.calls(Manner.of(scene.mobile()));
      told(talks.rangAt(), this::rings);
      told(talks.await("200 INVITE").at(), this::talks);
      talks.hangUp();
      told(talks.await("BYE").at(), this::nobodyThere);
      int calls = phone.invites().size();
      Caller givesUp = scene.calls(Manner.of(scene.mobile()));
      told(givesUp.rangAt(), this::rings);
      phone.awaitInvite(calls + 1, Duration.ofSeconds(5));
      givesUp.hangUp();
      told(givesUp.await("CANCEL").at(), this::nobodyThere);
    }

    List<Duration> sorted = took.stream().sorted(Comparator.naturalOrder()).toList();
    System.out.println(
        "fact on the wire to the board, " + sorted.size() + " facts, sorted: " + sorted);
    assertThat(sorted).hasSize(ROUNDS * 5);
    assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(SOON);
    figuresAreWhatTheRecordsSay();
  }

  /** Of real calls, by hand and from each call's own record. */
  private void figuresAreWhatTheRecordsSay() {
    JsonObject all =
        scene
            .administrator()
            .get("/api/figures?period=hour&frontDoor=" + scene.door())
            .getJsonObject("all");
    List<JsonObject> calls =
        scene.administrator().items("/api/calls?limit=50").stream()
            .map(JsonObject.class::cast)
            .filter(call -> call.getJsonObject("frontDoor") != null)
            .filter(call -> call.getJsonObject("frontDoor").getLong("id") == scene.door())
            .toList();
    List<Duration> toAHuman =
        calls.stream()
            .filter(call -> call.getString("answeredAt") != null)
            .map(call -> Duration.between(at(call, "arrivedAt"), at(call, "answeredAt")))
            .sorted()
            .toList();
    long soon = toAHuman.stream().filter(it -> it.compareTo(Duration.ofSeconds(15)) <= 0).count();

    assertThat(calls).hasSize(ROUNDS * 2);
    assertThat(toAHuman).hasSize(ROUNDS);
    assertThat(all.getLong("calls")).isEqualTo(calls.size());
    assertThat(all.getLong("answered")).isEqualTo(toAHuman.size());
    assertThat(all.getLong("givenUp")).isEqualTo(calls.size() - toAHuman.size());
    assertThat(all.getLong("within15")).isEqualTo(soon);
    assertThat(all.getLong("over15")).isEqualTo(calls.size());
    assertThat(all.getLong("medianSeconds"))
        .isEqualTo(toAHuman.get((toAHuman.size() + 1) / 2 - 1).toSeconds());
    assertThat(all.getLong("longestSeconds")).isEqualTo(toAHuman.getLast().toSeconds());
    assertThat(all.getLong("billedSeconds")).isZero();
  }

  private static Instant at(JsonObject call, String which) {
    return Instant.parse(call.getString(which));
  }

  /** Waits for the first board that knows of what happened then. */
  private void told(Instant happened, Predicate<JsonObject> known) {
    took.add(Duration.between(happened, board.await(happened, known).at()));
  }

  private boolean rings(JsonObject now) {
    return Board.waiting(now, scene.door()) == 1;
  }

  private boolean talks(JsonObject now) {
    return Board.waiting(now, scene.door()) == 0
        && Board.person(now, alice).getString("talkingSince") != null;
  }

  private boolean nobodyThere(JsonObject now) {
    return Board.waiting(now, scene.door()) == 0
        && Board.person(now, alice).getString("talkingSince") == null
        && Board.person(now, alice).getString("activity").equals("idle");
  }
}
