package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LiveLeg;
import org.decroche.routing.out.CallOutState;

/**
 * A made-up Asterisk with phones, callers, a store and an engine around the core: everything takes
 * its time, the management link and the questions are two roads of different speed, and what may go
 * wrong does. The seed decides everything.
 */
final class World {
  private record Due(long at, long order, Runnable what) {}

  private static final long OFFERS_OF_A_RUN = 1_000_000;
  private static final int NOBODY = -1;

  Switchboard board = new Switchboard(Limits.DEFAULT, 1);
  final Invariants always = new Invariants();
  final Map<CallId, Caller> callers = new LinkedHashMap<>();
  final Map<LegId, MadeLeg> legs = new LinkedHashMap<>();
  final Staff staff;
  final Random dice;
  final boolean twice;
  boolean calm;
  private final PriorityQueue<Due> todo =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private final BiConsumer<Event, List<Effect>> recorder;
  private final Fairness fairness;
  private int run;
  private boolean up = true;
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
    FrontDoor door = Policies.door(new Random(seed + 1));
    this.staff = new Staff(this, door);
    this.fairness = new Fairness(() -> board, call -> callers.get(call).arrivedSteady());
    for (int i = 1; i <= agents; i++) {
      staff.hire(i, agents);
    }
    staff.floor();
    look();
    for (int i = 1; i <= agents; i++) {
      staff.desk(i, true);
    }
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

  /** How often the service was started. */
  int runs() {
    return run + 1;
  }

  boolean chance(int percent) {
    return !calm && dice.nextInt(100) < percent;
  }

  void later(long millis, Runnable what) {
    todo.add(new Due(now + millis, order++, what));
  }

  private void laterInThisRun(long millis, Runnable what) {
    int mine = run;
    later(
        millis,
        () -> {
          if (mine == run) {
            what.run();
          }
        });
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
    arrives(linkBusyUntil, event);
    if (chance(5)) {
      arrives(linkBusyUntil, event);
    }
    if (chance(5) && !(event instanceof Event.PhoneReported)) {
      arrives(linkBusyUntil + upTo(3000), event);
    }
  }

  /** Unless the service that it was sent to is dead by then. */
  private void arrives(long at, Event event) {
    int to = run;
    todo.add(
        new Due(
            at,
            order++,
            () -> {
              if (to == run) {
                tell(event);
              }
            }));
  }

  /** Which start of the service a connection made now is to. */
  int service() {
    return up ? run : NOBODY;
  }

  /**
   * A question of the dialplan's. Its connection is made when it is sent: whoever had nobody to
   * connect to then, or whose service is dead by now, is not heard by one that was started
   * meanwhile and may have found them gone.
   *
   * @param to what was there when it was sent
   * @return whether that is there to answer it
   */
  boolean question(int to, Event event) {
    boolean asked = to == run;
    if (asked) {
      tell(event);
    }
    return asked;
  }

  void tell(Event event) {
    if (event instanceof Event.CallAnswered answered && callers.containsKey(answered.call())) {
      callers.get(answered.call()).talkIsTold = true;
    }
    if (!up) {
      return;
    }
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
    return effect instanceof Effect.Dial
        || (effect instanceof Effect.Answer answer
            && answer.instruction() instanceof Instruction.Ring);
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
      case Effect.Answer e ->
          staff
              .dialled(e.call())
              .ifPresentOrElse(
                  phone -> phone.told(e.instruction()),
                  () -> callers.get(e.call()).told(e.instruction()));
      case Effect.Move e -> {
        Caller caller = callers.get(e.call());
        boolean known = caller.talkIsTold;
        later(upTo(15), () -> caller.moved(e.to(), known));
      }
      case Effect.AskAgain e -> {
        Caller caller = callers.get(e.call());
        boolean known = caller.talkIsTold;
        later(upTo(15), () -> caller.askAgain(known));
      }
      case Effect.Dial e -> {
        MadeLeg leg = new MadeLeg(this, e.leg());
        legs.put(leg.id, leg);
        later(upTo(15), leg::dial);
      }
      case Effect.HangUp e ->
          later(upTo(15), () -> Optional.ofNullable(legs.get(e.leg())).ifPresent(MadeLeg::hangUp));
      case Effect.HangUpChannel e -> later(upTo(15), () -> hangUp(e.call(), e.channel()));
      case Effect.BringTogether e ->
          later(upTo(15), () -> callers.get(e.call()).talk().bringTogether(e.ours(), e.third()));
      case Effect.SetTimer e -> {
        long after = e.after().toMillis() + (chance(5) ? upTo(500) : 1);
        laterInThisRun(after, () -> tell(new Event.TimerRang(time(), e.timer())));
        if (chance(3)) {
          laterInThisRun(after + upTo(900), () -> tell(new Event.TimerRang(time(), e.timer())));
        }
      }
      case Effect.Recall e -> e.calls().forEach(this::recall);
      case Effect.MakeAway e -> staff.isAway(e.agent());
      case Effect.ShowEnded e when e.wrapUp().isPositive() && chance(40) ->
          later(
              upTo((int) e.wrapUp().toMillis()),
              () -> tell(new Event.WrapUpEnded(time(), e.agent())));
      case Effect.ShowCallOut e when e.card().state() == CallOutState.RINGING_AGENT && chance(20) ->
          later(
              upTo(8000), () -> tell(new Event.CallOutDropped(time(), e.card().call(), e.agent())));
      default -> {}
    }
  }

  private void hangUp(CallId call, String channel) {
    if (callers.containsKey(call)) {
      callers.get(call).hangUp(channel);
    } else if (LegId.isName(channel)) {
      Optional.ofNullable(legs.get(new LegId(channel))).ifPresent(MadeLeg::hangUp);
    } else {
      staff.dialled(call).ifPresent(DialledCall::hangUp);
    }
  }

  /** The store may be away for a while; it is asked until it answers. */
  private void recall(CallId call) {
    laterInThisRun(
        chance(15) ? upTo(4000) : upTo(50),
        () ->
            Recollection.of(call, always.steps(call))
                .ifPresent(says -> tell(new Event.CallRecalled(time(), says))));
  }

  private void lookUp(CallId call) {
    if (chance(5)) {
      return; // the store never answers
    }
    Recognition found = recognition();
    laterInThisRun(
        chance(15) ? upTo(2000) : upTo(20),
        () -> tell(new Event.CallerRecognised(time(), call, found)));
  }

  private Recognition recognition() {
    if (dice.nextInt(3) == 0) {
      return Recognition.UNKNOWN;
    }
    char owner = (char) ('a' + dice.nextInt(staff.size() + 1));
    KnownCustomer one = Cast.person(1, Cast.caseOf(1, String.valueOf(owner), 5));
    Optional<LastTalk> talk =
        Optional.of(new LastTalk(new AgentId(1 + dice.nextInt(staff.size())), time()));
    return new Recognition(
        LookUp.FOUND, List.of(one), dice.nextBoolean() ? talk : Optional.empty());
  }

  void call(int number) {
    CallId id = new CallId("call" + number);
    Caller caller = new Caller(this, id);
    callers.put(id, caller);
    caller.arrives();
  }

  // --- the service and its link

  /** It dies, and comes back with nothing but what the store knows. */
  void restart(long millis) {
    if (!up) {
      return;
    }
    up = false;
    link = false;
    told = false;
    run++;
    callers.values().forEach(Caller::serviceDies);
    staff.serviceDies();
    later(
        millis,
        () -> {
          board = new Switchboard(Limits.DEFAULT, 1 + run * OFFERS_OF_A_RUN);
          always.restarted();
          fairness.restarted();
          up = true;
          staff.floor();
          look();
          later(upTo(5000), staff::desksComeBack);
        });
  }

  void linkDown(long millis) {
    if (link && up) {
      link = false;
      tell(new Event.AsteriskLost(time()));
      later(millis, this::look);
    }
  }

  void look() {
    if (link || !up) {
      return;
    }
    link = true;
    List<LiveCall> live =
        Stream.concat(
                callers.values().stream().flatMap(c -> c.seen().stream()),
                staff.dialled().stream().flatMap(c -> c.seen().stream()))
            .toList();
    Map<Phone, PhoneState> phones =
        staff.handsets().stream().collect(Collectors.toMap(h -> h.name, Handset::state));
    List<LiveLeg> up = legs.values().stream().flatMap(leg -> leg.seen().stream()).toList();
    Instant began = time();
    linkBusyUntil = Math.max(linkBusyUntil, now + upTo(20));
    Event.AsteriskSeen seen = new Event.AsteriskSeen(began, live, phones, up);
    arrives(linkBusyUntil, seen);
  }
}
