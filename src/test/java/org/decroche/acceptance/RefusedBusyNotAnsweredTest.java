package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 7. Refused, busy, not answered: the next human at once. */
@ExtendWith(Stack.Shared.class)
class RefusedBusyNotAnsweredTest {
  private static final Duration AT_ONCE = Duration.ofMillis(250);
  private final Scene scene;

  RefusedBusyNotAnsweredTest(Stack stack) {
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @ParameterizedTest
  @CsvSource({"486 Busy Here, busy", "603 Decline, refused", "480 Unavailable, no-answer"})
  void aPhoneThatSaysNoIsFollowedByTheNextAtOnce(String status, String how) {
    SipPhone first =
        scene.agent("Alice").readyWith(Behaviour.refusing(status, Duration.ofMillis(200)));
    SipPhone second = scene.agent("Karim").readyWith(Behaviour.answering(Duration.ZERO));

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    SipMessage no = first.await(status.substring(0, 3) + " INVITE");
    SipMessage next = second.awaitInvite();
    caller.await("200 INVITE");

    assertThat(Duration.between(no.at(), next.at())).isBetween(Duration.ZERO, AT_ONCE);
    assertThat(first.invites()).hasSize(1);
    assertThat(caller.answers()).containsExactly("100", "180", "200");
    assertThat(scene.record("answered").encode()).contains("\"how\":\"" + how + "\"");
  }

  @Test
  void aPhoneNobodyPicksUpIsFollowedByTheNextWhenItsTimeIsOver() {
    scene.offersLast(2);
    SipPhone first = scene.agent("Alice").readyWith(Behaviour.ringing());
    SipPhone second = scene.agent("Karim").readyWith(Behaviour.answering(Duration.ZERO));

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    SipMessage rang = first.awaitInvite();
    SipMessage cancelled = first.await("CANCEL");
    SipMessage next = second.awaitInvite();
    caller.await("200 INVITE");

    assertThat(Duration.between(rang.at(), cancelled.at()))
        .isBetween(Duration.ofMillis(1900), Duration.ofMillis(3100));
    assertThat(Duration.between(cancelled.at(), next.at())).isLessThan(AT_ONCE);
    assertThat(scene.record("answered").encode()).contains("\"how\":\"no-answer\"");
  }

  @Test
  void nobodyGetsTheSameCallAgainBeforeTheOthers() {
    List<Agent> agents = Stream.of("Alice", "Karim", "Chloe").map(scene::agent).toList();
    List<SipPhone> phones =
        agents.stream()
            .map(
                agent -> agent.readyWith(Behaviour.refusing("603 Decline", Duration.ofMillis(100))))
            .toList();

    scene.calls(Manner.of(scene.mobile()));
    phones.forEach(phone -> phone.awaitInvite(1, Duration.ofSeconds(10)));
    SipMessage last =
        phones.stream()
            .map(phone -> phone.invites().getFirst())
            .max(Comparator.comparing(SipMessage::at))
            .orElseThrow();

    assertThat(phones)
        .allSatisfy(
            phone ->
                assertThat(phone.invites().stream().skip(1))
                    .allMatch(again -> again.at().isAfter(last.at())));
  }

  @Test
  void aPhoneThatVanishedIsFollowedByTheNext() {
    scene.offersLast(2);
    SipPhone gone = scene.agent("Alice").readyWith(Behaviour.ringing());
    SipPhone second = scene.agent("Karim").readyWith(Behaviour.answering(Duration.ZERO));
    gone.vanish();

    Caller caller = scene.calls(Manner.of(scene.mobile()));

    second.awaitInvite();
    caller.await("200 INVITE");
  }
}
