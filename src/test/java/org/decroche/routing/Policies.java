package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.decroche.routing.door.Rota;
import org.decroche.routing.door.Turn;

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
    if (dice.nextInt(3) == 0) {
      policy = policy.withRota(handingOver(dice));
    }
    if (dice.nextInt(4) == 0) {
      policy = policy.withHours(openingAt(Cast.MORNING.plusSeconds(dice.nextInt(90))));
    }
    if (dice.nextInt(3) == 0) {
      policy = policy.withLongWait(Duration.ofSeconds(10 + dice.nextInt(30)));
    }
    return Cast.DOOR.with(policy);
  }

  /** One turn after the other, and perhaps nobody's between them. */
  private static Rota handingOver(Random dice) {
    List<Turn> turns = new ArrayList<>();
    LocalDateTime from = LocalDateTime.ofInstant(Cast.MORNING, ZoneOffset.UTC).minusHours(1);
    for (int i = 0; i < 4; i++) {
      LocalDateTime until =
          from.plusSeconds(i == 0 ? 3600 + dice.nextInt(60) : 1 + dice.nextInt(60));
      turns.add(new Turn.Once(from, until, new AgentId(1 + dice.nextInt(3))));
      from = dice.nextBoolean() ? until : until.plusSeconds(dice.nextInt(20));
    }
    return new Rota(ZoneOffset.UTC, turns);
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
