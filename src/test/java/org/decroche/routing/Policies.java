package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.Holidays;
import org.decroche.routing.door.Hours;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;

/** Front doors as different administrators would have them. */
final class Policies {
  private Policies() {}

  static Policy wrapUp(Duration time) {
    return Policy.PLAIN.withWrapUp(time);
  }

  static FrontDoor door(Random dice) {
    Policy policy = Policy.PLAIN;
    if (dice.nextBoolean()) {
      policy = policy.withPatience(Duration.ofSeconds(20));
    }
    if (dice.nextBoolean()) {
      policy = policy.withOverflow(new Overflow(Cast.SALES, "sales", Duration.ofSeconds(15)));
    }
    if (dice.nextBoolean()) {
      policy = policy.withWrapUp(Duration.ofSeconds(1 + dice.nextInt(20)));
    }
    if (dice.nextBoolean()) {
      policy = policy.withOnCall(new AgentId(1 + dice.nextInt(3)));
    }
    if (dice.nextInt(4) == 0) {
      policy = policy.withHours(openingAt(Cast.MORNING.plusSeconds(dice.nextInt(90))));
    }
    if (dice.nextInt(3) == 0) {
      policy = policy.withLongWait(Duration.ofSeconds(10 + dice.nextInt(30)));
    }
    return Cast.DOOR.with(policy);
  }

  static Hours closedBetween(Instant from, Instant until) {
    return new Hours(
        ZoneId.of("Europe/Paris"),
        Map.of(),
        Holidays.NONE,
        Set.of(),
        List.of(new Hours.Closure(from, until)));
  }

  /** Closed until then, open for good from then on. */
  static Hours openingAt(Instant opening) {
    return closedBetween(Cast.MORNING.minusSeconds(86_400), opening);
  }
}
