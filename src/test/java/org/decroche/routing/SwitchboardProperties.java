package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;

/** What holds whatever happens, in whatever order. The invariants are checked after each event. */
class SwitchboardProperties {
  private static final List<Availability> CHOICES = List.of(Availability.values());

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void everyCallerReachesAHumanOrGivesUpAndIsOnRecordOnce(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int agents) {
    live(seed, agents, false);
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void aFactToldTwiceIsTheSameAsToldOnce(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int agents) {
    live(seed, agents, true);
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void noOrderOfFactsHoweverSenselessBreaksTheCore(@ForAll long seed) {
    Nonsense nonsense = new Nonsense(new Random(seed));
    Switchboard board = new Switchboard(Limits.DEFAULT, 1);
    Invariants always = new Invariants();
    for (int i = 0; i < 400; i++) {
      Event event = nonsense.next();
      always.hold(board, event, board.on(event));
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aClockThatIsSetHarmsNobody(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int agents) {
    World world = peopled(seed, agents, 25, false);
    Random dice = new Random(seed ^ 0x2545F4914F6CDD1DL);
    for (int i = 0; i < 3; i++) {
      // A step of a time server is small; whoever sets a clock by hand sets it far.
      int by = dice.nextBoolean() ? dice.nextInt(1000) : dice.nextInt(60_000, 7_200_000);
      Duration jump = Duration.ofMillis(dice.nextBoolean() ? by : -by);
      world.later(dice.nextInt(120_000), () -> world.clockJumps(jump));
    }
    live(world, agents, Duration.ofHours(7)); // by the wall, the opening may be hours away
  }

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  void aLargeFloorWithHundredsOfCallersIsNoDifferent(
      @ForAll long seed,
      @ForAll @IntRange(min = 7, max = 50) int agents,
      @ForAll @IntRange(min = 100, max = 500) int callers) {
    live(peopled(seed, agents, callers, false), agents, Duration.ofMinutes(20));
  }

  private static void live(long seed, int agents, boolean twice) {
    live(peopled(seed, agents, 25, twice), agents, Duration.ofMinutes(20));
  }

  private static World peopled(long seed, int agents, int callers, boolean twice) {
    World world = new World(seed, agents, twice);
    Random dice = new Random(seed ^ 0x5DEECE66DL);
    for (int i = 0; i < callers; i++) {
      int number = i;
      world.later(dice.nextInt(120_000), () -> world.call(number));
    }
    for (int i = 0; i < 12; i++) {
      int agent = 1 + dice.nextInt(agents);
      int kind = dice.nextInt(6);
      Availability choice = CHOICES.get(dice.nextInt(3));
      world.later(dice.nextInt(120_000), () -> disturb(world, kind, agent, choice));
    }
    return world;
  }

  private static void live(World world, int agents, Duration longEnough) {
    world.run(Duration.ofMinutes(2));
    settle(world, agents, longEnough);
  }

  private static void disturb(World world, int kind, int agent, Availability choice) {
    switch (kind) {
      case 0 -> world.leavesTheFloorForAWhile(agent);
      case 1 -> world.linkDown(world.upTo(15_000));
      case 2 -> {
        Handset handset = List.copyOf(world.handsets.values()).get(agent - 1);
        if (handset.state() != PhoneState.IN_USE && !handset.isLost()) {
          handset.vanish();
        }
      }
      default -> world.availability(agent, choice);
    }
  }

  /** Nothing goes wrong any more, everybody is there and picks up: everybody is served. */
  private static void settle(World world, int agents, Duration longEnough) {
    world.run(Duration.ofSeconds(30));
    world.calm = true;
    world.look();
    for (int agent = 1; agent <= agents; agent++) {
      world.availability(agent, Availability.READY);
    }
    world.run(longEnough);
    for (Caller caller : world.callers.values()) {
      assertThat(caller.place()).as(caller.id.value()).isEqualTo(Caller.Place.GONE);
      assertThat(caller.tornOutOfATalk).as("%s was left in peace", caller.id).isFalse();
      List<Step> steps = world.always.steps(caller.id);
      assertThat(steps)
          .as("record of %s", caller.id)
          .filteredOn(Step.Arrived.class::isInstance)
          .hasSize(1);
      assertThat(steps).filteredOn(Step.Ended.class::isInstance).hasSize(1);
    }
    assertThat(world.board.calls()).isEmpty();
    assertThat(new CallId("call0")).isIn(world.callers.keySet());
  }
}
