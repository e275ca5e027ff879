package org.decroche.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.decroche.recording.Decided;
import org.decroche.recording.Recorded;
import org.decroche.recording.Run;
import org.decroche.routing.agent.Availability;

/** A made-up day of the {@link World}, as it would be recorded. */
public final class RecordedDay {
  private static final List<Availability> CHOICES = List.of(Availability.values());

  private final List<Recorded> events = new ArrayList<>();

  /** The seed decides everything. */
  public RecordedDay(long seed, int agents, int callers) {
    World world = new World(seed, agents, false, this::took);
    Random dice = new Random(seed);
    for (int i = 0; i < callers; i++) {
      int number = i;
      world.later(dice.nextInt(600_000), () -> world.call(number));
    }
    for (int i = 0; i < 40; i++) {
      int agent = 1 + dice.nextInt(agents);
      Availability choice = CHOICES.get(dice.nextInt(3));
      world.later(dice.nextInt(600_000), () -> world.staff.chooses(agent, choice));
    }
    for (int i = 0; i < 20; i++) {
      int agent = 1 + dice.nextInt(agents);
      boolean byHand = dice.nextBoolean();
      world.later(
          dice.nextInt(600_000),
          () -> {
            if (byHand) {
              world.staff.dials(agent);
            } else {
              world.staff.callsOut(agent);
            }
          });
    }
    world.later(200_000, () -> world.linkDown(10_000));
    world.later(300_000, () -> world.staff.leavesTheFloorForAWhile(1));
    world.run(Duration.ofMinutes(15));
  }

  private void took(Event event, List<Effect> effects) {
    events.add(new Recorded(events.size() + 1L, event, Decided.of(effects)));
  }

  public Run run() {
    return new Run(Cast.MORNING, Limits.DEFAULT, 1);
  }

  public List<Recorded> events() {
    return List.copyOf(events);
  }
}
