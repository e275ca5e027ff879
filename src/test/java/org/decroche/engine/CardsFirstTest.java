package org.decroche.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.Effect;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.WaitingCaller;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.junit.jupiter.api.Test;

class CardsFirstTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final AgentId ALICE = new AgentId(1);
  private static final CallId OVER = new CallId("1.1");
  private static final CallId NEXT = new CallId("1.2");
  private static final Effect IDLE = new Effect.ShowActivity(ALICE, Activity.IDLE);

  private final FrontDoor door =
      new FrontDoor(
          new FrontDoorId(1),
          "Accueil",
          new PhoneNumber("+33199001234"),
          "FR",
          new TeamId(1),
          "Accueil",
          Duration.ofSeconds(20));
  private final Effect card =
      new Effect.ShowPop(
          ALICE,
          new Pop(
              new OfferId(7),
              NEXT,
              false,
              NOW,
              door,
              new CallerNumber.Withheld(),
              Recognition.NONE,
              Optional.empty(),
              new Reason.LongestIdle("Accueil", NOW)));

  @Test
  void theNextCallersCardGoesBeforeWhatIsToldOfTheCallThatIsOver() {
    Effect over = new Effect.ShowEnded(ALICE, OVER, Duration.ZERO);
    assertThat(CardsFirst.of(List.of(over, IDLE, card))).containsExactly(card, over, IDLE);
  }

  @Test
  void aWrapUpBeginsBeforeTheCardThatEndsIt() {
    Effect over = new Effect.ShowEnded(ALICE, OVER, Duration.ofSeconds(30));
    assertThat(CardsFirst.of(List.of(over, card))).containsExactly(over, card);
  }

  @Test
  void whoeverIsOfferedACallIsNotToldAfterwardsThatItWaits() {
    Effect waits =
        new Effect.ShowCallerWaiting(
            ALICE,
            new WaitingCaller(NEXT, door, new CallerNumber.Withheld(), Optional.empty(), NOW));
    assertThat(CardsFirst.of(List.of(waits, card))).containsExactly(waits, card);
  }

  @Test
  void theLaterOfTwoCardsOfOneCallStaysTheLater() {
    Effect first = new Effect.ShowPop(new AgentId(2), ((Effect.ShowPop) card).pop());
    Effect over = new Effect.ShowEnded(new AgentId(2), NEXT, Duration.ZERO);
    assertThat(CardsFirst.of(List.of(over, first, card))).containsExactly(over, first, card);
  }

  @Test
  void withoutACardNothingChangesPlaces() {
    List<Effect> told = List.of(IDLE, new Effect.ShowEnded(ALICE, OVER, Duration.ZERO));
    assertThat(CardsFirst.of(told)).isEqualTo(told);
  }
}
