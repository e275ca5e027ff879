package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Engagement;
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

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void aServiceThatDiesAndComesBackLosesNobody(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int agents) {
    restarts(seed, agents, (event, effects) -> {});
  }

  static void restarts(long seed, int agents, BiConsumer<Event, List<Effect>> recorder) {
    World world = peopled(new World(seed, agents, false, recorder), seed, agents, 25);
    Random dice = new Random(seed ^ 0x369DEA0F31A53F85L);
    for (int i = 0; i < 2; i++) {
      int away = dice.nextInt(10_000);
      world.later(dice.nextInt(120_000), () -> world.restart(away));
    }
    live(world, agents, Duration.ofMinutes(20));
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
    return peopled(new World(seed, agents, twice), seed, agents, callers);
  }

  private static World peopled(World world, long seed, int agents, int callers) {
    Random dice = new Random(seed ^ 0x5DEECE66DL);
    for (int i = 0; i < callers; i++) {
      int number = i;
      world.later(dice.nextInt(120_000), () -> world.call(number));
    }
    for (int i = 0; i < 24; i++) {
      int agent = 1 + dice.nextInt(agents);
      int kind = dice.nextInt(12);
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
      case 0 -> world.staff.leavesTheFloorForAWhile(agent);
      case 1 -> world.linkDown(world.upTo(15_000));
      case 2 -> {
        Handset handset = world.staff.handset(agent);
        if (handset.state() != PhoneState.IN_USE && !handset.isLost()) {
          handset.vanish();
        }
      }
      case 3, 4 -> world.staff.callsOut(agent);
      case 5, 6 -> world.staff.dials(agent);
      case 7, 8 -> {
        world.staff.desk(agent, false);
        world.later(world.upTo(20_000), () -> world.staff.desk(agent, true));
      }
      default -> world.staff.chooses(agent, choice);
    }
  }

  /** Nothing goes wrong any more, everybody is there and picks up: everybody is served. */
  private static void settle(World world, int agents, Duration longEnough) {
    world.run(Duration.ofSeconds(30));
    world.calm = true;
    world.look();
    for (int agent = 1; agent <= agents; agent++) {
      world.staff.desk(agent, true);
      world.staff.chooses(agent, Availability.READY);
    }
    world.run(longEnough.dividedBy(2));
    // Who was hung up on unseen, and seems newer than the first look because the clock was set
    // back, is found to be gone by the next one.
    world.linkDown(1);
    world.run(longEnough.dividedBy(2));
    for (Caller caller : world.callers.values()) {
      assertThat(caller.place()).as(caller.id.value()).isEqualTo(Caller.Place.GONE);
      assertThat(caller.tornOutOfATalk).as("%s was left in peace", caller.id).isFalse();
      List<Step> steps = world.always.steps(caller.id);
      if (!caller.heardOf) {
        continue; // came and went without the service: the dialplan notes it, and no core
      }
      assertThat(steps)
          .as("record of %s", caller.id)
          .filteredOn(Step.Arrived.class::isInstance)
          .hasSizeBetween(1, world.runs());
      assertThat(steps).filteredOn(Step.Ended.class::isInstance).hasSize(1);
    }
    assertThat(world.board.calls()).isEmpty();
    assertThat(world.legs).isEmpty();
    assertThat(world.board.agents())
        .as("nobody is left in something that is over")
        .extracting(Agent::engagement)
        .containsOnly(Engagement.FREE);
    for (CallId out : world.always.callsOut()) {
      assertThat(world.always.steps(out))
          .as("record of call out %s", out)
          .filteredOn(Step.Ended.class::isInstance)
          .hasSize(1);
    }
    assertThat(new CallId("call0")).isIn(world.callers.keySet());
  }
}
