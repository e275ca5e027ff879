package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveCall.Where;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;

/**
 * A small floor with a hand clock, in the words of the tests: people by first name, calls by any
 * name. One door, of team "care", unless told otherwise. Checks after every event what must always
 * hold.
 */
final class Scene {
  static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
  static final TeamId CARE = new TeamId(1);
  static final TeamId SALES = new TeamId(2);
  static final FrontDoor DOOR =
      new FrontDoor(
          new FrontDoorId(1),
          "Help",
          new PhoneNumber("+33100000001"),
          "FR",
          CARE,
          "care",
          Duration.ofSeconds(20));

  final Switchboard board = new Switchboard(Limits.DEFAULT, 100);
  final Invariants always = new Invariants();
  private final Map<String, AgentProfile> people = new HashMap<>();
  private final Map<String, Instant> arrivals = new HashMap<>();
  private FrontDoor door = DOOR;
  private Instant now = MORNING;
  private List<Effect> last = List.of();
  private Optional<Event.EndedOffer> onChannel = Optional.empty();

  /** Alice, Bob and Carol of "care": ready, phones idle, Alice idle longest; link up. */
  static Scene ofThree() {
    return new Scene().with("alice", CARE).with("bob", CARE).with("carol", CARE).open();
  }

  static Scene of(String... names) {
    Scene scene = new Scene();
    Arrays.stream(names).forEach(name -> scene.with(name, CARE));
    return scene.open();
  }

  Scene with(String name, TeamId... teams) {
    return with(name, Availability.READY, teams);
  }

  Scene with(String name, Availability availability, TeamId... teams) {
    people.put(
        name,
        new AgentProfile(
            agent(name),
            name,
            phone(name),
            Set.of(teams),
            availability,
            now.plusSeconds(order(name))));
    return this;
  }

  Scene without(String name) {
    people.remove(name);
    return floor();
  }

  Scene open() {
    now = now.plusSeconds(3600);
    floor();
    return seen();
  }

  Scene floor() {
    return on(new Event.FloorChanged(now, new Floor(List.of(door), List.copyOf(people.values()))));
  }

  Scene doorNow(TeamId team, String teamName) {
    door =
        new FrontDoor(
            door.id(),
            door.name(),
            door.number(),
            door.country(),
            team,
            teamName,
            door.offerTime());
    return floor();
  }

  /** A look at Asterisk that finds these calls, and every phone idle. */
  Scene seen(LiveCall... calls) {
    return on(
        new Event.AsteriskSeen(
            now,
            List.of(calls),
            people.values().stream()
                .collect(Collectors.toMap(AgentProfile::phone, p -> PhoneState.IDLE))));
  }

  static LiveCall live(String call, Where where, String... phone) {
    return new LiveCall(
        call(call), "PJSIP/trunk-" + call, where, Stream.of(phone).map(Scene::phone).findFirst());
  }

  Scene linkLost() {
    return on(new Event.AsteriskLost(now));
  }

  Scene after(Duration time) {
    now = now.plus(time);
    return this;
  }

  Scene seconds(long seconds) {
    return after(Duration.ofSeconds(seconds));
  }

  // --- what people do

  Scene chooses(String who, Availability what) {
    return on(new Event.AvailabilityChosen(now, agent(who), what));
  }

  Scene phone(String who, PhoneState state) {
    return on(new Event.PhoneReported(now, phone(who), state));
  }

  /** Rings from a number and is recognised as such. */
  Scene rings(String call, Recognition as) {
    return asks(call).recognised(call, as);
  }

  Scene ringsUnknown(String call) {
    return rings(call, Recognition.UNKNOWN);
  }

  Scene ringsWithheld(String call) {
    return asks(call, new CallerNumber.Withheld());
  }

  Scene asks(String call) {
    return asks(call, new CallerNumber.Dialable(new PhoneNumber("+33612345678")));
  }

  /** Every question comes a millisecond after what was before. */
  Scene asks(String call, CallerNumber number) {
    now = now.plusMillis(1);
    arrivals.putIfAbsent(call, now);
    return on(
        new Event.CallAsks(
            now,
            call(call),
            "PJSIP/trunk-" + call,
            Optional.of(door.id()),
            number,
            arrivals.get(call),
            onChannel));
  }

  /** The dialplan asks again after the offer in the air ended like that. */
  Scene asksAfter(String call, OfferEnd how) {
    onChannel = Optional.of(new Event.EndedOffer(offerOf(call), how));
    return asks(call);
  }

  Scene recognised(String call, Recognition as) {
    return on(new Event.CallerRecognised(now, call(call), as));
  }

  Scene customer(String call, long customer) {
    return on(new Event.CustomerChosen(now, call(call), customer));
  }

  Scene phoneRings(String call, String who) {
    return on(new Event.PhoneRings(now, call(call), phone(who)));
  }

  Scene answers(String who, String call) {
    return on(new Event.CallAnswered(now, call(call), phone(who)));
  }

  Scene billed(String call) {
    return on(new Event.CallBilled(now, call(call)));
  }

  Scene hangsUp(String call) {
    return on(new Event.CallEnded(now, call(call)));
  }

  Scene answerLost(String call) {
    return on(new Event.AnswerLost(now, call(call)));
  }

  Scene moveFailed(String call) {
    return on(new Event.MoveFailed(now, call(call), offerOf(call)));
  }

  Scene timer(Timer timer) {
    return on(new Event.TimerRang(now, timer));
  }

  Scene on(Event event) {
    last = board.on(event);
    always.hold(board, event, last);
    return this;
  }

  // --- what came of it

  List<Effect> effects() {
    return last;
  }

  <E extends Effect> List<E> effects(Class<E> kind) {
    return last.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <S extends Step> List<S> steps(Class<S> kind) {
    return effects(Effect.Journal.class).stream()
        .map(Effect.Journal::step)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** The whole record so far of one call. */
  List<String> story(String call) {
    return always.steps(call(call)).stream().map(s -> s.getClass().getSimpleName()).toList();
  }

  <S extends Step> List<S> story(String call, Class<S> kind) {
    return always.steps(call(call)).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  Instant now() {
    return now;
  }

  Optional<Call> find(String call) {
    return board.calls().stream().filter(c -> c.id().equals(call(call))).findFirst();
  }

  Call theCall(String call) {
    return find(call).orElseThrow(() -> new AssertionError("no live call " + call));
  }

  Agent theAgent(String who) {
    return board.agents().stream().filter(a -> a.id().equals(agent(who))).findFirst().orElseThrow();
  }

  OfferId offerOf(String call) {
    return theCall(call).offer().orElseThrow().id();
  }

  // --- what is expected

  Scene offers(String call, String who) {
    assertThat(theCall(call).state()).as(call).isEqualTo(CallState.OFFERED);
    assertThat(theCall(call).offer().orElseThrow().agent()).isEqualTo(agent(who));
    return this;
  }

  /** Offered by the event just taken. */
  Scene offersNow(String call, String who) {
    assertThat(effects(Effect.ShowPop.class))
        .extracting(Effect.ShowPop::agent)
        .contains(agent(who));
    return offers(call, who);
  }

  Scene because(String call, String rule) {
    assertThat(theCall(call).offer().orElseThrow().reason().rule()).isEqualTo(rule);
    return this;
  }

  Scene inState(String call, CallState state) {
    assertThat(theCall(call).state()).as(call).isEqualTo(state);
    return this;
  }

  Scene waits(String call) {
    return inState(call, CallState.WAITING);
  }

  Scene isFree(String who) {
    assertThat(theAgent(who).engagement()).as(who).isEqualTo(Engagement.FREE);
    return this;
  }

  Scene nothingHappens() {
    assertThat(last).isEmpty();
    return this;
  }

  Scene movesNow(String call, String who) {
    assertThat(effects(Effect.Move.class))
        .extracting(Effect.Move::call, move -> move.to().phone())
        .contains(org.assertj.core.groups.Tuple.tuple(call(call), phone(who)));
    return this;
  }

  Scene answersNow(String call, Class<? extends Instruction> instruction) {
    assertThat(effects(Effect.Answer.class))
        .filteredOn(answer -> answer.call().equals(call(call)))
        .singleElement()
        .extracting(Effect.Answer::instruction)
        .isInstanceOf(instruction);
    return this;
  }

  Scene withdrawsNow(String who, OfferEnd how) {
    assertThat(effects(Effect.WithdrawPop.class))
        .extracting(Effect.WithdrawPop::agent, Effect.WithdrawPop::how)
        .contains(org.assertj.core.groups.Tuple.tuple(agent(who), how));
    return this;
  }

  Pop pop(String who) {
    return effects(Effect.ShowPop.class).stream()
        .filter(pop -> pop.agent().equals(agent(who)))
        .map(Effect.ShowPop::pop)
        .reduce((a, b) -> b)
        .orElseThrow(() -> new AssertionError("no pop for " + who));
  }

  // --- words for values

  static AgentId agent(String name) {
    return new AgentId(order(name));
  }

  static Phone phone(String name) {
    return new Phone(name + "phone");
  }

  static CallId call(String name) {
    return new CallId(name);
  }

  private static long order(String name) {
    return name.charAt(0) - 'a' + 1L;
  }

  static Recognition found(KnownCustomer... people) {
    return new Recognition(LookUp.FOUND, List.of(people), Optional.empty());
  }

  static Function<Recognition, Recognition> lastTalkWith(String who) {
    return known ->
        new Recognition(
            known.lookUp(),
            known.customers(),
            Optional.of(new LastTalk(agent(who), MORNING.minusSeconds(86_400))));
  }

  static KnownCustomer person(long id, OpenCase... cases) {
    return new KnownCustomer(id, "person " + id, "", List.of(cases));
  }

  static OpenCase caseOf(long id, String owner, int touchedMinutesAgo) {
    return new OpenCase(
        id,
        "case " + id,
        "",
        agent(owner),
        owner,
        MORNING.minusSeconds(900_000),
        MORNING.minusSeconds(60L * touchedMinutesAgo),
        List.of());
  }
}
