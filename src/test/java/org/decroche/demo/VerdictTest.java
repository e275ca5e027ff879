package org.decroche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Instant RING = Instant.parse("2026-11-22T14:00:00Z");
  private static final Player ALICE = new Player(1, "alice", "Alice Roy", "", "p", "");
  private static final String RULE = "owner-of-open-case";

  @Test
  void aCallServedAsPromisedIsRight() {
    assertThat(on(seen -> {}).right()).isTrue();
  }

  @Test
  void nobodyPickedUp() {
    assertThat(on(seen -> seen.answeredBy = 0).faults()).containsExactly("no human picked up");
  }

  @Test
  void nothingSeenAtAllIsNotRight() {
    assertThat(Verdict.on(new Observed(), ALICE, RULE, Words.of(Map.of())).right()).isFalse();
  }

  @Test
  void somebodyElsePickedUp() {
    assertThat(
            on(seen -> {
                  seen.answeredBy = 2;
                  seen.answeredByName = "Karim";
                })
                .faults())
        .containsExactly("Karim picked up, it had to be Alice");
  }

  @Test
  void theRightPersonByChanceIsNotRight() {
    assertThat(on(seen -> seen.rule = "longest-idle").faults())
        .containsExactly("chosen by the rule “longest-idle”, it had to be “owner-of-open-case”");
  }

  @Test
  void theScreenStayedEmpty() {
    assertThat(
            on(seen -> {
                  seen.shownTo = 0;
                  seen.shownAt = null;
                })
                .faults())
        .containsExactly("Alice’s screen did not show the caller");
  }

  @Test
  void theScreenCameLongAfterThePhone() {
    assertThat(on(seen -> seen.shownAt = RING.plusMillis(140)).faults())
        .containsExactly("Alice’s screen showed the caller 120 ms after the phone rang");
  }

  @Test
  void chargedWhileItRang() {
    assertThat(on(seen -> seen.answeredForCaller = RING.plusMillis(100)).faults())
        .containsExactly("2 s were billed before a human picked up");
  }

  @Test
  void chargedByTheRecord() {
    assertThat(on(seen -> seen.billedOnRecord = 3).faults())
        .containsExactly("3 s were billed before a human picked up");
  }

  @Test
  void soundWhileItRang() {
    assertThat(on(seen -> seen.soundBeforeAnswer = RING).faults())
        .containsExactly("the caller heard something else than ringing before a human picked up");
  }

  private static Verdict on(Consumer<Observed> but) {
    Observed seen = new Observed();
    seen.firstRing = RING;
    seen.shownTo = ALICE.id();
    seen.shownAt = RING.plusMillis(10);
    seen.rule = RULE;
    seen.phoneRang = RING.plusMillis(20);
    seen.phonePickedUp = RING.plusMillis(1800);
    seen.answeredForCaller = RING.plusMillis(1801);
    seen.answeredBy = ALICE.id();
    seen.answeredByName = "Alice";
    but.accept(seen);
    return Verdict.on(seen, ALICE, RULE, Words.of(Map.of()));
  }
}
