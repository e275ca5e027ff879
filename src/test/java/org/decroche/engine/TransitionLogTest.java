package org.decroche.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.Event;
import org.decroche.routing.Floor;
import org.decroche.routing.Limits;
import org.decroche.routing.Switchboard;
import org.decroche.routing.Timer;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransitionLogTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Phone PHONE = new Phone("alice1");
  private static final CallId CALL = new CallId("1.1");

  private final Switchboard switchboard = new Switchboard(Limits.DEFAULT, 1);
  private final List<String> lines = new ArrayList<>();
  private final TransitionLog log = new TransitionLog(switchboard, lines::add);

  @BeforeEach
  void anAgentWhosePhoneIsInUse() {
    TeamId team = new TeamId(1);
    FrontDoor door =
        new FrontDoor(
            new FrontDoorId(1),
            "Accueil",
            new PhoneNumber("+33199001234"),
            "FR",
            team,
            "Accueil",
            Duration.ofSeconds(20));
    AgentProfile alice =
        new AgentProfile(new AgentId(1), "Alice", PHONE, Set.of(team), Availability.READY, NOW);
    on(new Event.FloorChanged(NOW, new Floor(List.of(door), List.of(alice))));
    on(new Event.AsteriskSeen(NOW, List.of(), Map.of(PHONE, PhoneState.IN_USE)));
  }

  @Test
  void aCallMovedByAnEventThatDoesNotNameItHasItsLine() {
    asks(new CallerNumber.Withheld());

    on(new Event.PhoneReported(NOW, PHONE, PhoneState.IDLE));

    assertThat(lines)
        .containsExactly(
            "1.1: - -> CallAsks -> WAITING", "1.1: WAITING -> PhoneReported -> OFFERED");
  }

  @Test
  void aTimerIsLoggedForTheCallItRangFor() {
    asks(new CallerNumber.Dialable(new PhoneNumber("+33639980012")));

    on(new Event.TimerRang(NOW, new Timer.LookUpDeadline(CALL)));

    assertThat(lines)
        .containsExactly(
            "1.1: - -> CallAsks -> IDENTIFYING", "1.1: IDENTIFYING -> TimerRang -> WAITING");
  }

  @Test
  void aCallThatWasNeverThereHasNoLine() {
    on(new Event.TimerRang(NOW, new Timer.RestOver(CALL)));
    on(new Event.CallEnded(NOW, CALL));

    assertThat(lines).isEmpty();
  }

  private void asks(CallerNumber caller) {
    on(
        new Event.CallAsks(
            NOW, CALL, "PJSIP/trunk-1", Optional.empty(), caller, NOW, Optional.empty()));
  }

  private void on(Event event) {
    log.note(event, switchboard.on(event));
  }
}
