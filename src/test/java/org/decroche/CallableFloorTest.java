package org.decroche;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.numbers.DestinationReader;
import org.decroche.routing.Floor;
import org.decroche.routing.House;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.out.OutLimits;
import org.junit.jupiter.api.Test;

/** Who is rung outside, as things are now: the number was judged when it was set. */
class CallableFloorTest {
  private static final PhoneNumber MOBILE = new PhoneNumber("+33639980001");
  private static final TeamId CARE = new TeamId(1);

  @Test
  void whereTheHouseMayCallSomebodyIsRungOutside() {
    assertThat(rungOutside(true, "+33199000042", List.of())).contains(MOBILE);
    assertThat(rungOutside(true, "+33199000042", List.of("+336"))).contains(MOBILE);
  }

  @Test
  void elsewhereTheirOwnPhoneRings() {
    assertThat(rungOutside(false, "+33199000042", List.of())).as("no provider").isEmpty();
    assertThat(rungOutside(true, "+33199000042", List.of("+331")))
        .as("no destination any more")
        .isEmpty();
    assertThat(rungOutside(true, MOBILE.e164(), List.of())).as("a front door by now").isEmpty();
  }

  private static Optional<PhoneNumber> rungOutside(
      boolean trunk, String door, List<String> destinations) {
    AgentProfile alice =
        new AgentProfile(
                new AgentId(1),
                "Alice",
                new Phone("alice1"),
                Set.of(CARE),
                Availability.READY,
                Instant.EPOCH)
            .ringingOutside(MOBILE);
    FrontDoor help =
        new FrontDoor(
            new FrontDoorId(1),
            "Help",
            new PhoneNumber(door),
            "FR",
            CARE,
            "care",
            Duration.ofSeconds(20));
    House house = new House(3, new OutLimits(1, 1, 1, destinations));
    Floor stored = new Floor(List.of(help), List.of(alice), house);
    Floor floor = new CallableFloor(() -> stored, new DestinationReader(), "FR", trunk).load();
    return floor.agents().getFirst().outside();
  }
}
