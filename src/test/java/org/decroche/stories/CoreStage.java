package org.decroche.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.decroche.casework.DebtOwner;
import org.decroche.numbers.Destination;
import org.decroche.numbers.DestinationReader;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;
import org.decroche.routing.Invariants;
import org.decroche.routing.Limits;
import org.decroche.routing.Step;
import org.decroche.routing.Switchboard;
import org.decroche.routing.Verdict;
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
import org.decroche.routing.door.TeamId;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;
import org.decroche.routing.out.CallOutVerdict;

/**
 * The core with a hand clock, a made-up Asterisk and a made-up store around it: everything takes
 * its milliseconds, nothing goes wrong by itself, and what must always hold is checked after every
 * event.
 */
final class CoreStage implements Stage {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
  static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration ROAD = Duration.ofMillis(1);

  private final HandClock clock = new HandClock(MORNING);
  private final Switchboard board = new Switchboard(Limits.DEFAULT, 1);
  private final Invariants always = new Invariants();
  private final MadeUpStore store = new MadeUpStore();
  private final MadeUpNetwork network = new MadeUpNetwork(this);
  private final DestinationReader destinations = new DestinationReader();
  private final MadeUpDesks desks = new MadeUpDesks(this::callerOf);
  private final MadeUpHouse house = new MadeUpHouse();
  private final Map<Phone, MadeUpPhone> phones = new LinkedHashMap<>();
  private final Map<String, List<MadeUpCall>> calls = new LinkedHashMap<>();
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

  MadeUpNetwork network() {
    return network;
  }

  private List<Effect> tell(Event event) {
    List<Effect> effects = board.on(event);
    always.hold(board, event, effects);
    effects.forEach(this::perform);
    return effects;
  }

  private void perform(Effect effect) {
    desks.show(effect);
    switch (effect) {
      case Effect.LookUp e ->
          e.number()
              .ifPresent(
                  number ->
                      later(
                          2,
                          () ->
                              tell(
                                  new Event.CallerRecognised(
                                      now(), e.call(), store.find(number)))));
      case Effect.Answer e ->
          network
              .callOut(e.call())
              .ifPresentOrElse(
                  out -> out.told(e.instruction()), () -> call(e.call()).told(e.instruction()));
      case Effect.Move e -> call(e.call()).moved(e.to());
      case Effect.AskAgain e -> later(1, call(e.call())::askAgain);
      case Effect.Dial e -> later(1, () -> dial(e.leg()));
      case Effect.HangUp e ->
          Stream.concat(phones.values().stream(), network.mobiles().stream())
              .filter(phone -> phone.isOn(e.leg()))
              .forEach(phone -> phone.over(LegEnd.HUNG_UP));
      case Effect.HangUpChannel e -> later(1, () -> hangUp(e.call(), e.channel()));
      case Effect.SetTimer e ->
          clock.in(e.after().plusMillis(1), () -> tell(new Event.TimerRang(now(), e.timer())));
      case Effect.Journal e -> write(e.step());
      default -> {} // who is brought together talks already: see MadeUpCall
    }
  }

  private void write(Step step) {
    if (step instanceof Step.CalledOut out) {
      MadeUpCallOut unused = network.begin(out.call(), out.number());
    }
    store.write(step, number(step.call()), members());
  }

  private List<DebtOwner.Member> members() {
    return board.agents().stream()
        .filter(one -> one.profile().teams().contains(house.team(HOME)))
        .map(
            one ->
                new DebtOwner.Member(
                    one.id(),
                    one.availability() == Availability.READY,
                    one.idleSince(),
                    store.debtsOf(one.id())))
        .toList();
  }

  private void hangUp(CallId call, String channel) {
    network.callOut(call).ifPresentOrElse(MadeUpCallOut::hangUp, () -> call(call).hangUp(channel));
  }

  private void dial(Leg leg) {
    LegId id = leg.id();
    Optional<MadeUpPhone> phone =
        switch (leg.to()) {
          case LegTarget.OurPhone ours -> registered(ours.phone());
          case LegTarget.Outside outside -> Optional.of(network.mobile(outside.number()));
        };
    if (phone.isEmpty() || phone.get().isBusy()) {
      report(new Event.LegDown(now(), id, phone.isEmpty() ? LegEnd.UNREACHABLE : LegEnd.BUSY));
    } else if (!phone.get().isSilent()) {
      switch (leg.then()) {
        case LegPurpose.Join join -> phone.get().ring(call(join.call()), id);
        case LegPurpose.JoinByKey join -> phone.get().ring(call(join.call()), id);
        case LegPurpose.DialOut out -> network.rings(phone.get(), id, out.callee());
        case LegPurpose.DialOutByKey out -> network.rings(phone.get(), id, out.callee());
      }
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
    return network.callOut(id).map(MadeUpCallOut::callee).orElseGet(() -> call(id).caller());
  }

  private Optional<PhoneNumber> number(CallId id) {
    if (network.callOut(id).isPresent()) {
      return Optional.empty();
    }
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
    house.plan(change, now());
    floor();
  }

  private void floor() {
    List<Effect> unused = tell(new Event.FloorChanged(now(), house.floor()));
  }

  private static AgentId agent(String name) {
    return MadeUpHouse.agent(name);
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
    profile(agent, Set.of(house.team(team)), choice(choice), Optional.empty(), true);
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
    house.put(
        name,
        new AgentProfile(agent(name), name, phoneOf(name), of, choice, now(), deputy, deskless));
    desks.open(agent(name), name);
    floor();
  }

  @Override
  public void needsDesk(String agent) {
    tell(new Event.DeskSeen(now(), agent(agent), true));
    AgentProfile was = house.get(agent);
    profile(agent, was.teams(), was.availability(), was.deputy(), false);
  }

  @Override
  public void deputy(String of, String deputy) {
    AgentProfile was = house.get(of);
    profile(of, was.teams(), was.availability(), Optional.of(agent(deputy)), was.deskless());
  }

  @Override
  public void owns(String agent, String caller) {
    store.owns(network.numberOf(caller), caller, agent(agent), agent, now());
  }

  @Override
  public void sharesNumber(String caller) {
    store.share(network.numberOf(caller));
  }

  @Override
  public void isRungOutside(String agent) {
    house.put(agent, house.get(agent).ringingOutside(network.numberOf(agent)));
    floor();
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
        withheld
            ? new CallerNumber.Withheld()
            : new CallerNumber.Dialable(network.numberOf(caller));
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
    phone
        .callOut()
        .ifPresentOrElse(
            out -> out.agentDoes(act), () -> does(phone, phone.call().orElseThrow(), act));
  }

  void does(MadeUpPhone phone, MadeUpCall call, Act act) {
    if (phone.isAskedToJoin() && act != Act.HANGS_UP) {
      switch (act) {
        case PICKS_UP -> call.pickedUpToJoin(phone, isRungOutside(phone));
        case REFUSES, HANGS_UP -> phone.over(LegEnd.REFUSED);
        case SAYS_BUSY -> phone.over(LegEnd.BUSY);
        case RINGS_OUT -> phone.over(LegEnd.NO_ANSWER);
      }
      return;
    }
    switch (act) {
      case PICKS_UP -> call.pickedUp();
      case REFUSES -> call.offerEnds(OfferEnd.REFUSED);
      case SAYS_BUSY -> call.offerEnds(OfferEnd.BUSY);
      case RINGS_OUT -> call.offerEnds(OfferEnd.NO_ANSWER);
      case HANGS_UP -> call.hangUp(phone.channel());
    }
  }

  @Override
  public void doesOutside(String who, Act act) {
    network.does(who, act);
  }

  private boolean isRungOutside(MadeUpPhone mobile) {
    return house.people().stream()
        .filter(who -> house.get(who).outside().isPresent())
        .anyMatch(who -> network.mobile(who) == mobile);
  }

  @Override
  public void pressesKey(String agent) {
    MadeUpPhone mobile = network.mobile(agent);
    if (mobile.callOut().isPresent()) {
      mobile.callOut().get().keyPressed();
      return;
    }
    MadeUpCall call = mobile.call().orElseThrow();
    if (mobile.isAskedToJoin()) {
      call.joinedByKey(mobile);
    } else {
      call.taken();
    }
  }

  @Override
  public Optional<String> callsOut(String agent, String to) {
    clock.passes(Duration.ofMillis(10));
    PhoneNumber number = network.numberOf(to);
    if (!Character.isLowerCase(to.charAt(0))) {
      switch (destinations.read(to, "FR", List.of())) {
        case Destination.Refused(Destination.Why why) -> {
          return Optional.of(MadeUpDesks.spelt(why));
        }
        case Destination.Callable(PhoneNumber read) -> number = read;
      }
    }
    Event wanted =
        new Event.CallOutWanted(
            now(),
            agent(agent),
            number,
            Optional.empty(),
            Optional.empty(),
            Optional.of(MadeUpHouse.DOOR));
    return tell(wanted).stream()
        .filter(Effect.ReplyCallOut.class::isInstance)
        .map(effect -> ((Effect.ReplyCallOut) effect).verdict())
        .filter(CallOutVerdict.Refused.class::isInstance)
        .map(verdict -> MadeUpDesks.spelt(((CallOutVerdict.Refused) verdict).why()))
        .findFirst();
  }

  @Override
  public void dials(String agent, String who) {
    network.dials(phones.get(phoneOf(agent)), network.numberOf(who));
  }

  @Override
  public void judges(String agent, String outcome) {
    store.judge(newestCallOut(agent), outcome.equals("reached"), now());
  }

  @Override
  public void dropsCallOut(String agent) {
    tell(new Event.CallOutDropped(now(), newestCallOut(agent), agent(agent)));
  }

  private CallId newestCallOut(String agent) {
    return network.callees().stream()
        .flatMap(callee -> network.newestTo(callee).stream())
        .filter(
            id ->
                always.steps(id).getFirst() instanceof Step.CalledOut out
                    && out.agent().equals(agent(agent)))
        .reduce((before, later) -> later)
        .orElseThrow();
  }

  @Override
  public void handsOver(String agent, String colleague) {
    wants(agent, new Invitee.Colleague(agent(colleague)), false);
  }

  @Override
  public void bringsIn(String agent, String colleague) {
    wants(agent, new Invitee.Colleague(agent(colleague)), true);
  }

  @Override
  public void bringsInOutsider(String agent, String who) {
    PhoneNumber number = network.numberOf(who);
    wants(agent, new Invitee.Outsider(number, Duration.ofSeconds(45)), true);
  }

  private void wants(String agent, Invitee whom, boolean staying) {
    Event wanted =
        new Event.JoinWanted(
            now(), talkOf(agent), agent(agent), whom, staying, "the box", Optional.empty());
    assertThat(tell(wanted))
        .filteredOn(Effect.Reply.class::isInstance)
        .extracting(effect -> ((Effect.Reply) effect).verdict())
        .hasOnlyElementsOfType(Verdict.Granted.class);
  }

  @Override
  public void withdraws(String agent) {
    tell(new Event.JoinWithdrawn(now(), talkOf(agent), agent(agent)));
  }

  @Override
  public void ends(String agent) {
    tell(new Event.EndWanted(now(), talkOf(agent), agent(agent)));
  }

  @Override
  public void leaves(String agent) {
    tell(new Event.LeaveWanted(now(), talkOf(agent), agent(agent)));
  }

  /** At their own phone, or at their mobile. */
  private CallId talkOf(String agent) {
    return phones
        .get(phoneOf(agent))
        .call()
        .or(() -> network.mobile(agent).call())
        .orElseThrow()
        .id();
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
    return List.copyOf(house.people());
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
  public List<Ring> mobile(String who) {
    return network.mobile(who).rings();
  }

  @Override
  public List<String> callees() {
    return network.callees();
  }

  @Override
  public List<Entry> recordOut(String callee) {
    return network.newestTo(callee).stream()
        .flatMap(call -> always.steps(call).stream())
        .map(MadeUpStore::entry)
        .toList();
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
    return store.owed(network.numberOf(caller), agent(agent));
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
    house.people().forEach(who -> all.append('\n').append(who).append(": ").append(phone(who)));
    house.people().forEach(who -> all.append('\n').append(who).append(": ").append(desk(who)));
    return all.toString();
  }

  @Override
  public void close() {}
}
