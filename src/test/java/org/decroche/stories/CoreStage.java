package org.decroche.stories;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.decroche.casework.DebtOwner;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;
import org.decroche.routing.Floor;
import org.decroche.routing.Invariants;
import org.decroche.routing.Limits;
import org.decroche.routing.Switchboard;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Holidays;
import org.decroche.routing.door.Hours;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;

/**
 * The core with a hand clock, a made-up Asterisk and a made-up store around it: everything takes
 * its milliseconds, nothing goes wrong by itself, and what must always hold is checked after every
 * event.
 */
final class CoreStage implements Stage {
  static final FrontDoorId DOOR = new FrontDoorId(1);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration ROAD = Duration.ofMillis(1);

  private final HandClock clock = new HandClock(MORNING);
  private final Switchboard board = new Switchboard(Limits.DEFAULT, 1);
  private final Invariants always = new Invariants();
  private final MadeUpStore store = new MadeUpStore();
  private final MadeUpDesks desks = new MadeUpDesks(this::callerOf);
  private final Map<String, AgentProfile> people = new LinkedHashMap<>();
  private final Map<Phone, MadeUpPhone> phones = new LinkedHashMap<>();
  private final Map<String, List<MadeUpCall>> calls = new LinkedHashMap<>();
  private final Map<String, TeamId> teams = new LinkedHashMap<>(Map.of(HOME, new TeamId(1)));
  private Plan plan = Plan.PLAIN;
  private Instant opening = Instant.MIN;
  private int callsMade;

  CoreStage() {
    floor();
    tell(new Event.AsteriskSeen(now(), List.of(), Map.of()));
  }

  Instant now() {
    return clock.now();
  }

  void later(long millis, Runnable what) {
    clock.inMillis(millis, what);
  }

  /** Something that was seen; known to the core a moment later, in order. */
  void report(Event event) {
    clock.in(ROAD, () -> tell(event));
  }

  void report(Supplier<Event> event) {
    clock.in(ROAD, () -> tell(event.get()));
  }

  private void tell(Event event) {
    List<Effect> effects = board.on(event);
    always.hold(board, event, effects);
    effects.forEach(this::perform);
  }

  private void perform(Effect effect) {
    desks.show(effect);
    switch (effect) {
      case Effect.LookUp e ->
          later(2, () -> tell(new Event.CallerRecognised(now(), e.call(), store.find(e.number()))));
      case Effect.Answer e -> call(e.call()).told(e.instruction());
      case Effect.Move e -> call(e.call()).moved(e.to());
      case Effect.AskAgain e -> later(1, call(e.call())::askAgain);
      case Effect.Dial e -> later(1, () -> dial(e.leg()));
      case Effect.HangUp e ->
          phones.values().stream()
              .filter(phone -> phone.isOn(e.leg()))
              .forEach(phone -> phone.over(LegEnd.HUNG_UP));
      case Effect.HangUpChannel e -> later(1, () -> call(e.call()).hangUp(e.channel()));
      case Effect.SetTimer e ->
          clock.in(e.after().plusMillis(1), () -> tell(new Event.TimerRang(now(), e.timer())));
      case Effect.Journal e -> store.write(e.step(), number(e.step().call()), members());
      default -> {} // who is brought together talks already: see MadeUpCall
    }
  }

  private List<DebtOwner.Member> members() {
    return board.agents().stream()
        .filter(one -> one.profile().teams().contains(team(HOME)))
        .map(
            one ->
                new DebtOwner.Member(
                    one.id(),
                    one.availability() == Availability.READY,
                    one.idleSince(),
                    store.debtsOf(one.id())))
        .toList();
  }

  /** Rings a phone of ours that is to join a call. */
  private void dial(Leg leg) {
    LegId id = leg.id();
    if (!(leg.to() instanceof LegTarget.OurPhone ours)
        || !(leg.then() instanceof LegPurpose.Join join)) {
      throw new AssertionError("nobody calls out on this stage");
    }
    Optional<MadeUpPhone> phone = registered(ours.phone());
    if (phone.isEmpty() || phone.get().isBusy()) {
      report(new Event.LegDown(now(), id, phone.isEmpty() ? LegEnd.UNREACHABLE : LegEnd.BUSY));
    } else if (!phone.get().isSilent()) {
      phone.get().ring(call(join.call()), id);
      clock.in(leg.ring(), () -> phone.filter(it -> it.ringsOn(id)).ifPresent(MadeUpPhone::missed));
    }
  }

  private MadeUpCall call(CallId id) {
    return calls.values().stream()
        .flatMap(List::stream)
        .filter(call -> call.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String callerOf(CallId id) {
    return call(id).caller();
  }

  private Optional<PhoneNumber> number(CallId id) {
    return call(id).number() instanceof CallerNumber.Dialable(PhoneNumber number)
        ? Optional.of(number)
        : Optional.empty();
  }

  Optional<MadeUpPhone> registered(Phone phone) {
    return Optional.ofNullable(phones.get(phone));
  }

  // --- given

  @Override
  public void plan(UnaryOperator<Plan> change) {
    plan = change.apply(plan);
    opening = plan.opensIn().map(now()::plus).orElse(Instant.MIN);
    floor();
  }

  private void floor() {
    tell(new Event.FloorChanged(now(), new Floor(List.of(door()), List.copyOf(people.values()))));
  }

  private FrontDoor door() {
    Policy policy =
        new Policy(
            plan.patience(),
            plan.overflow().stream()
                .map(next -> new Overflow(team(next.team()), next.team(), next.after()))
                .toList(),
            opening.equals(Instant.MIN) ? Hours.ALWAYS : closedUntil(opening),
            plan.onCall().map(CoreStage::agent),
            plan.wrapUp(),
            Optional.empty());
    PhoneNumber number = new PhoneNumber("+33199000001");
    return new FrontDoor(DOOR, "Help", number, "FR", team(HOME), HOME, plan.offer(), policy);
  }

  private static Hours closedUntil(Instant opening) {
    return new Hours(
        ZoneId.of("Europe/Paris"),
        Map.of(),
        Holidays.NONE,
        Set.of(),
        List.of(new Hours.Closure(MORNING.minusSeconds(3600), opening)));
  }

  private TeamId team(String name) {
    return teams.computeIfAbsent(name, anew -> new TeamId(teams.size() + 1));
  }

  private static AgentId agent(String name) {
    return new AgentId(name.charAt(0));
  }

  private static Phone phoneOf(String name) {
    return new Phone(name + "phone");
  }

  @Override
  public void joins(String agent, String team, Choice choice) {
    enters(agent, team, choice);
    Phone phone = phoneOf(agent);
    phones.put(phone, new MadeUpPhone(this, phone));
    tell(new Event.PhoneReported(now(), phone, PhoneState.IDLE));
  }

  @Override
  public void joinsWithoutPhone(String agent) {
    enters(agent, HOME, Choice.READY);
  }

  private void enters(String agent, String team, Choice choice) {
    clock.passes(Duration.ofSeconds(1));
    profile(agent, Set.of(team(team)), choice(choice), Optional.empty(), true);
  }

  private static Availability choice(Choice choice) {
    return Availability.valueOf(choice.name());
  }

  private void profile(
      String name,
      Set<TeamId> of,
      Availability choice,
      Optional<AgentId> deputy,
      boolean deskless) {
    people.put(
        name,
        new AgentProfile(agent(name), name, phoneOf(name), of, choice, now(), deputy, deskless));
    desks.open(agent(name), name);
    floor();
  }

  @Override
  public void needsDesk(String agent) {
    tell(new Event.DeskSeen(now(), agent(agent), true));
    AgentProfile was = people.get(agent);
    profile(agent, was.teams(), was.availability(), was.deputy(), false);
  }

  @Override
  public void deputy(String of, String deputy) {
    AgentProfile was = people.get(of);
    profile(of, was.teams(), was.availability(), Optional.of(agent(deputy)), was.deskless());
  }

  @Override
  public void owns(String agent, String caller) {
    store.owns(numberOf(caller), caller, agent(agent), agent, now());
  }

  @Override
  public void sharesNumber(String caller) {
    store.share(numberOf(caller));
  }

  private static PhoneNumber numberOf(String caller) {
    return new PhoneNumber("+3363998%04d".formatted(Math.floorMod(caller.hashCode(), 10_000)));
  }

  // --- done

  @Override
  public void chooses(String agent, Choice choice) {
    clock.passes(Duration.ofMillis(10));
    tell(new Event.AvailabilityChosen(now(), agent(agent), choice(choice)));
  }

  @Override
  public void calls(String caller, boolean withheld) {
    clock.passes(Duration.ofMillis(20));
    rings(caller, withheld);
  }

  private MadeUpCall rings(String caller, boolean withheld) {
    CallerNumber number =
        withheld ? new CallerNumber.Withheld() : new CallerNumber.Dialable(numberOf(caller));
    MadeUpCall call = new MadeUpCall(this, caller, new CallId("call-" + ++callsMade), number);
    calls.computeIfAbsent(caller, first -> new ArrayList<>()).add(call);
    call.ask();
    return call;
  }

  @Override
  public void callsAndGivesUp(String caller, Duration after) {
    MadeUpCall call = rings(caller, false);
    clock.in(after, call::hangUp);
  }

  @Override
  public void hangsUp(String caller) {
    clock.passes(Duration.ofMillis(10));
    newest(caller).hangUp();
  }

  private MadeUpCall newest(String caller) {
    return calls.get(caller).getLast();
  }

  @Override
  public void does(String agent, Act act) {
    MadeUpPhone phone = phones.get(phoneOf(agent));
    MadeUpCall call = phone.call().orElseThrow();
    if (phone.isAskedToJoin() && act != Act.HANGS_UP) {
      switch (act) {
        case PICKS_UP -> call.joined(phone);
        case REFUSES, HANGS_UP -> phone.over(LegEnd.REFUSED);
        case SAYS_BUSY -> phone.over(LegEnd.BUSY);
      }
      return;
    }
    switch (act) {
      case PICKS_UP -> call.pickedUp();
      case REFUSES -> call.offerEnds(OfferEnd.REFUSED);
      case SAYS_BUSY -> call.offerEnds(OfferEnd.BUSY);
      case HANGS_UP -> call.hangUp(phone.channel());
    }
  }

  @Override
  public void handsOver(String agent, String colleague) {
    CallId call = phones.get(phoneOf(agent)).call().orElseThrow().id();
    Invitee to = new Invitee.Colleague(agent(colleague));
    tell(new Event.JoinWanted(now(), call, agent(agent), to, false, "the box", Optional.empty()));
  }

  @Override
  public void leaves(String agent) {
    CallId call = phones.get(phoneOf(agent)).call().orElseThrow().id();
    tell(new Event.LeaveWanted(now(), call, agent(agent)));
  }

  @Override
  public void refusesOnDesk(String agent) {
    MadeUpCall call = phones.get(phoneOf(agent)).call().orElseThrow();
    tell(new Event.OfferRefused(now(), call.id(), call.offer(), agent(agent)));
  }

  @Override
  public void signsOff(String agent) {
    phones.get(phoneOf(agent)).signOff();
  }

  @Override
  public void vanishes(String agent) {
    phones.get(phoneOf(agent)).unplug();
  }

  @Override
  public void closesDesk(String agent) {
    tell(new Event.DeskSeen(now(), agent(agent), false));
  }

  @Override
  public void endsWrapUp(String agent) {
    tell(new Event.WrapUpEnded(now(), agent(agent)));
  }

  @Override
  public void passes(Duration time) {
    clock.passes(time);
  }

  // --- seen

  @Override
  public List<String> agents() {
    return List.copyOf(people.keySet());
  }

  @Override
  public List<String> callers() {
    return List.copyOf(calls.keySet());
  }

  @Override
  public Choice availability(String agent) {
    return board.agents().stream()
        .filter(one -> one.id().equals(agent(agent)))
        .map(one -> Choice.valueOf(one.availability().name()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<Ring> phone(String agent) {
    return registered(phoneOf(agent)).map(MadeUpPhone::rings).orElse(List.of());
  }

  @Override
  public List<String> heard(String caller) {
    return newest(caller).heard();
  }

  @Override
  public List<Entry> record(String caller) {
    return always.steps(newest(caller).id()).stream().map(MadeUpStore::entry).toList();
  }

  @Override
  public boolean eachCallHasOneRecord(String caller) {
    return calls.get(caller).stream().noneMatch(call -> always.steps(call.id()).isEmpty());
  }

  @Override
  public List<Card> desk(String agent) {
    return desks.seen(agent(agent));
  }

  @Override
  public int owes(String agent, String caller) {
    return store.owed(numberOf(caller), agent(agent));
  }

  @Override
  public void await(String what, BooleanSupplier come) {
    if (!clock.comes(come, LONG_ENOUGH)) {
      throw new AssertionError(what + " did not come; there was: " + this);
    }
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    calls.forEach((who, made) -> all.append('\n').append(who).append(": ").append(record(who)));
    people.keySet().forEach(who -> all.append('\n').append(who).append(": ").append(phone(who)));
    people.keySet().forEach(who -> all.append('\n').append(who).append(": ").append(desk(who)));
    return all.toString();
  }

  @Override
  public void close() {}
}
