package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncomingCallTest {
  private static final int CALLS = 10;
  private static final Duration LATEST = Duration.ofMillis(100);

  private Scene scene;
  private Agent alice;
  private Agent bob;
  private Matter matter;
  private SipPhone phone;
  private Window desk;

  @BeforeAll
  void aliceIsReady(Stack stack, Chrome chrome) {
    scene = stack.scene();
    alice = scene.agent("Alice");
    bob = scene.agent("Bob");
    matter = Matter.of(scene, alice);
    phone = alice.readyWith(Behaviour.ringing());
    desk = Window.open(chrome, stack, Look.english()).signIn(alice);
  }

  @AfterAll
  void leave() {
    try {
      desk.close();
    } finally {
      scene.close();
    }
  }

  @Test
  void theCardStandsBeforeThePhoneRingsAndLeavesWithTheCaller() {
    phone.behave(Behaviour.ringing());
    List<Duration> ahead = new ArrayList<>();
    int before = phone.invites().size();
    for (int nth = 1; nth <= CALLS; nth++) {
      assertThat(desk.headline()).hasText("All calm");
      Instant start = Instant.now();
      Caller caller = scene.calls(matter.calls());
      Instant invite = phone.awaitInvite(before + nth, Wait.LONG_ENOUGH).at();
      assertThat(desk.strip()).containsText("Ringing");
      Instant shown = desk.watching().strip(matter.person(), start).at();
      ahead.add(Duration.between(shown, invite));
      caller.hangUp();
      assertThat(desk.strip()).containsText(matter.person() + " hung up before anyone picked up.");
    }
    System.out.println("screen ahead of the phone's INVITE: " + ahead);
    assertThat(ahead).allMatch(lead -> lead.compareTo(LATEST.negated()) >= 0);
    // The goal, before it in 99 of 100, is for a machine that does nothing else: here the browser
    // draws on the same two cores as everything it waits for.
    assertThat(ahead.stream().sorted().toList().get(CALLS / 2))
        .as("the lead of the middle one")
        .isGreaterThan(LATEST.negated().dividedBy(4));
  }

  @Test
  void theCardSaysWhoAndWhatForAndWhyYou() {
    phone.behave(Behaviour.ringing());
    Caller caller = scene.calls(matter.calls());
    assertThat(desk.headline()).hasText(matter.person());
    assertThat(desk.strip()).containsText("Ringing");
    assertThat(desk.strip()).containsText(matter.display());
    assertThat(desk.strip()).containsText("for Door of");
    assertThat(desk.strip())
        .containsText("Why you: you own their open case “" + matter.title() + "”.");
    assertThat(desk.heading(matter.person()).nth(1)).isVisible();
    assertThat(desk.heading(matter.title())).isVisible();
    assertThat(desk.page().getByText("until you have made sure who is on the line")).isVisible();
    assertThat(desk.page().getByText("Straight to the point.")).isHidden();
    assertThat(desk.page().getByText(Matter.WORDS)).isHidden();
    assertThat(desk.page().getByText(Matter.NOTE)).isHidden();
    assertThat(desk.page().getByText("No note yet.")).isHidden(); // that would be untrue
    assertThat(desk.button("I made sure it is them")).isHidden();
    assertThat(desk.page().getByText("Incoming call: " + matter.person())).isAttached();
    assertThat(desk.page()).hasTitle("☎ " + matter.person() + " is calling · Décroché");
    caller.hangUp();
    assertThat(desk.headline()).hasText("All calm");
    assertThat(desk.heading(matter.title())).isHidden();
  }

  @Test
  void oneKeySaysThatItIsTheyAndShowsTheRest() {
    phone.behave(Behaviour.answering(Duration.ZERO));
    Caller caller = scene.calls(matter.calls());
    assertThat(desk.strip()).containsText("On the line");
    assertThat(desk.button("I made sure it is them")).isVisible();

    desk.page().keyboard().press("I");

    assertThat(desk.page().getByText("Straight to the point.")).isVisible();
    assertThat(desk.page().getByText(Matter.WORDS)).isVisible();
    assertThat(desk.page().getByText(Matter.NOTE)).isVisible();
    assertThat(desk.button("I made sure it is them")).isHidden();
    desk.page().reload();
    assertThat(desk.page().getByText(Matter.NOTE)).isVisible();
    caller.hangUp();
    assertThat(desk.strip()).containsText("Call ended");
    desk.page().keyboard().press("F");
    assertThat(desk.headline()).hasText("All calm");
  }

  @Test
  void whoHasNothingToDoWithThemSaysWhyAndIsShownTheRest(Stack stack, Chrome chrome) {
    try (Window others = Window.open(chrome, stack, Look.english()).signIn(bob)) {
      others.page().keyboard().press("/");
      others.page().keyboard().type(matter.number()); // other tests know a Jeanne Martin too
      others.button(matter.person()).first().click();
      assertThat(others.heading(matter.title())).isVisible();
      assertThat(others.page().getByText(Matter.WORDS)).isHidden();

      others.page().getByLabel("Why do you open this file?").fill("Their letter came");
      others.page().keyboard().press("Enter");

      assertThat(others.page().getByText(Matter.WORDS)).isVisible();
      assertThat(others.page().getByText("Straight to the point.")).isVisible();
    }
  }

  @Test
  void twoTabsShowTheSameCallThroughItsLifeAndNobodyElseSeesIt(Stack stack, Chrome chrome) {
    phone.behave(Behaviour.answering(Duration.ofSeconds(4)));
    try (SipPhone other = bob.readyWith(Behaviour.ringing());
        Window elsewhere = Window.open(chrome, stack, Look.english()).signIn(bob)) {
      Window second = desk.tab();
      assertThat(elsewhere.headline()).hasText("All calm");
      assertThat(second.headline()).hasText("All calm");
      Instant start = Instant.now();
      Caller caller = scene.calls(matter.calls());
      for (Window tab : List.of(desk, second)) {
        assertThat(tab.headline()).hasText(matter.person());
      }
      second.page().reload();
      assertThat(second.headline()).hasText(matter.person());
      for (Window tab : List.of(desk, second)) {
        assertThat(tab.strip()).containsText("On the line");
        assertThat(tab.headline()).hasCount(1);
      }
      assertThat(desk.watching().strip("Ringing", start).at()).isAfter(start);
      desk.page().reload();
      assertThat(desk.strip()).containsText("On the line");
      assertThat(desk.headline()).hasText(matter.person());
      caller.hangUp();
      for (Window tab : List.of(desk, second)) {
        assertThat(tab.strip()).containsText("Call ended");
        tab.button("Finish").click();
        assertThat(tab.headline()).hasText("All calm");
      }
      second.page().close();
      assertThat(elsewhere.watching().types()).doesNotContain("pop", "talking", "withdrawn");
      assertThat(elsewhere.headline()).hasText("All calm");
      assertThat(other.invites()).isEmpty();
    } finally {
      bob.chooses("off");
    }
  }

  @Test
  void whoDoesNotPickUpIsToldAndTheNextOneSeesTheCall(Stack stack, Chrome chrome) {
    phone.behave(Behaviour.refusing("486 Busy Here", Duration.ofSeconds(1)));
    try (SipPhone other = bob.readyWith(Behaviour.ringing());
        Window elsewhere = Window.open(chrome, stack, Look.english()).signIn(bob)) {
      Caller caller = scene.calls(matter.calls());
      assertThat(elsewhere.headline()).hasText(matter.person());
      assertThat(other.awaitInvite().what()).isEqualTo("INVITE");
      assertThat(desk.headline()).hasText("All calm");
      assertThat(desk.strip()).containsText(matter.person());
      assertThat(desk.strip().getByText("Ringing")).isHidden();
      caller.hangUp();
      assertThat(elsewhere.headline()).hasText("All calm");
    } finally {
      bob.chooses("off");
    }
  }
}
