package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.TeamId;

/**
 * A made-up Asterisk with phones, callers, a store and an engine around the core: everything takes
 * its time, the management link and the questions are two roads of different speed, and what may go
 * wrong does. The seed decides everything.
 */
final class World {
  private record Due(long at, long order, Runnable what) {}

  final Switchboard board = new Switchboard(Limits.DEFAULT, 1);
  final Invariants always = new Invariants();
  final Map<CallId, Caller> callers = new LinkedHashMap<>();
  final Map<Phone, Handset> handsets = new LinkedHashMap<>();
  private final PriorityQueue<Due> todo =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private final BiConsumer<Event, List<Effect>> recorder;
  private final Fairness fairness;
  private final Map<AgentId, AgentProfile> people = new LinkedHashMap<>();
  final Random dice;
  final boolean twice;
  boolean calm;
  private final FrontDoor door;
  private boolean link;
  private boolean told;
  private long now = Cast.MORNING.toEpochMilli();
  private long skew;
  private long order;
  private long linkBusyUntil;

  World(long seed, int agents, boolean twice) {
    this(seed, agents, twice, (event, effects) -> {});
  }

  World(long seed, int agents, boolean twice, BiConsumer<Event, List<Effect>> recorder) {
    this.recorder = recorder;
    this.dice = new Random(seed);
    this.twice = twice;
    this.door = Policies.door(new Random(seed + 1));
    this.fairness = new Fairness(board, call -> callers.get(call).arrivedSteady());
    for (int i = 1; i <= agents; i++) {
      Phone phone = new Phone("phone" + i);
      Set<TeamId> teams = dice.nextInt(4) == 0 ? Set.of(Cast.SALES) : Set.of(Cast.CARE);
      people.put(
          new AgentId(i),
          new AgentProfile(
              new AgentId(i),
              "agent " + i,
              phone,
              i == 1 ? Set.of(Cast.CARE) : teams,
              Availability.READY,
              Cast.MORNING,
              dice.nextInt(3) == 0
                  ? Optional.of(new AgentId(1 + dice.nextInt(agents)))
                  : Optional.empty(),
              true));
      handsets.put(phone, new Handset(this, phone));
    }
    floor();
    look();
  }

  /** By the machine's clock, which somebody may set. */
  Instant time() {
    return Instant.ofEpochMilli(now + skew);
  }

  /** By a clock that nobody can set. */
  Instant steady() {
    return Instant.ofEpochMilli(now);
  }

  void clockJumps(Duration by) {
    skew += by.toMillis();
    fairness.clockJumped(steady());
  }

  boolean chance(int percent) {
    return !calm && dice.nextInt(100) < percent;
  }

  void later(long millis, Runnable what) {
    todo.add(new Due(now + millis, order++, what));
  }

  long upTo(int millis) {
    return dice.nextInt(millis);
  }

  void run(Duration time) {
    long end = now + time.toMillis();
    while (!todo.isEmpty() && todo.peek().at() <= end) {
      Due due = todo.poll();
      now = Math.max(now, due.at());
      due.what().run();
    }
    now = end;
  }

  // --- two roads into the core

  /**
   * By the management link: in order, sometimes late, sometimes twice, nothing while it is down.
   */
  void report(Event event) {
    if (!link) {
      return;
    }
    linkBusyUntil = Math.max(linkBusyUntil, now + (chance(5) ? upTo(400) : upTo(10)));
    todo.add(new Due(linkBusyUntil, order++, () -> tell(event)));
    if (chance(5)) {
      todo.add(new Due(linkBusyUntil, order++, () -> tell(event)));
    }
    if (chance(5) && !(event instanceof Event.PhoneReported)) {
      todo.add(new Due(linkBusyUntil + upTo(3000), order++, () -> tell(event)));
    }
  }

  void tell(Event event) {
    List<Effect> effects = board.on(event);
    recorder.accept(event, effects);
    take(event, effects);
    if (twice) {
      List<Effect> again = board.on(event);
      for (Effect effect : again) {
        if (effect instanceof Effect.Journal || effect instanceof Effect.Move || rings(effect)) {
          throw new AssertionError(event + " told twice gave " + effect);
        }
      }
      take(event, again);
    }
  }

  private static boolean rings(Effect effect) {
    return effect instanceof Effect.Answer answer
        && answer.instruction() instanceof Instruction.Ring;
  }

  private void take(Event event, List<Effect> effects) {
    always.hold(board, event, effects);
    switch (event) {
      case Event.AsteriskSeen seen -> told = true;
      case Event.AsteriskLost lost -> told = false;
      default -> {}
    }
    fairness.hold(effects, told, time(), steady());
    effects.forEach(this::perform);
  }

  private void perform(Effect effect) {
    switch (effect) {
      case Effect.LookUp e -> lookUp(e.call());
      case Effect.Answer e -> callers.get(e.call()).told(e.instruction());
      case Effect.Move e -> later(upTo(15), () -> callers.get(e.call()).moved(e.to()));
      case Effect.AskAgain e -> later(upTo(15), () -> callers.get(e.call()).askAgain());
      case Effect.SetTimer e -> {
        long after = e.after().toMillis() + (chance(5) ? upTo(500) : 1);
        later(after, () -> tell(new Event.TimerRang(time(), e.timer())));
        if (chance(3)) {
          later(after + upTo(900), () -> tell(new Event.TimerRang(time(), e.timer())));
        }
      }
      default -> {}
    }
  }

  private void lookUp(CallId call) {
    if (chance(5)) {
      return; // the store never answers
    }
    Recognition found = recognition();
    later(
        chance(15) ? upTo(2000) : upTo(20),
        () -> tell(new Event.CallerRecognised(time(), call, found)));
  }

  private Recognition recognition() {
    if (dice.nextInt(3) == 0) {
      return Recognition.UNKNOWN;
    }
    char owner = (char) ('a' + dice.nextInt(handsets.size() + 1));
    KnownCustomer one = Cast.person(1, Cast.caseOf(1, String.valueOf(owner), 5));
    Optional<LastTalk> talk =
        Optional.of(new LastTalk(new AgentId(1 + dice.nextInt(handsets.size())), time()));
    return new Recognition(
        LookUp.FOUND, List.of(one), dice.nextBoolean() ? talk : Optional.empty());
  }

  // --- what people and machines do

  void call(int number) {
    CallId id = new CallId("call" + number);
    Caller caller = new Caller(this, id);
    callers.put(id, caller);
    caller.arrives();
  }

  void availability(int agent, Availability choice) {
    tell(new Event.AvailabilityChosen(time(), new AgentId(agent), choice));
  }

  /** On the desk of whom that phone belongs to. */
  void refuses(CallId call, Instruction.Ring ring) {
    long agent = Long.parseLong(ring.phone().name().substring("phone".length()));
    tell(new Event.OfferRefused(time(), call, ring.offer(), new AgentId(agent)));
  }

  private void floor() {
    tell(new Event.FloorChanged(time(), new Floor(List.of(door), List.copyOf(people.values()))));
  }

  void leavesTheFloorForAWhile(int agent) {
    AgentProfile gone = people.remove(new AgentId(agent));
    if (gone != null) {
      floor();
      later(
          upTo(20_000),
          () -> {
            people.put(gone.id(), gone);
            floor();
          });
    }
  }

  void linkDown(long millis) {
    if (link) {
      link = false;
      tell(new Event.AsteriskLost(time()));
      later(millis, this::look);
    }
  }

  void look() {
    if (link) {
      return;
    }
    link = true;
    List<LiveCall> live =
        callers.values().stream().flatMap(c -> c.seen().stream()).collect(Collectors.toList());
    Map<Phone, PhoneState> phones =
        handsets.values().stream().collect(Collectors.toMap(h -> h.name, Handset::state));
    Instant began = time();
    linkBusyUntil = Math.max(linkBusyUntil, now + upTo(20));
    todo.add(
        new Due(linkBusyUntil, order++, () -> tell(new Event.AsteriskSeen(began, live, phones))));
  }

  List<Handset> idleHandsets() {
    return new ArrayList<>(
        handsets.values().stream().filter(h -> h.state() == PhoneState.IDLE).toList());
  }
}
