package org.decroche.routing;

import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.DOOR;
import static org.decroche.routing.Cast.MORNING;
import static org.decroche.routing.Cast.agent;
import static org.decroche.routing.Cast.call;
import static org.decroche.routing.Cast.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LiveLeg;

/**
 * A small floor with a hand clock, in the words of the tests: people by first name, calls by any
 * name. One door, of team "care", unless told otherwise. Checks after every event what must always
 * hold.
 */
final class Scene extends Expecting<Scene> {
  private final Map<String, AgentProfile> people = new HashMap<>();
  private final Map<String, Instant> arrivals = new HashMap<>();
  private FrontDoor door = DOOR;
  private House house = House.DEFAULT;
  private Instant now = MORNING;
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
            Cast.phone(name),
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
    return on(
        new Event.FloorChanged(now, new Floor(List.of(door), List.copyOf(people.values()), house)));
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
            door.offerTime(),
            door.policy());
    return floor();
  }

  /** To be said before the floor is opened, or followed by {@link #floor()}. */
  Scene with(Policy policy) {
    door = door.with(policy);
    return this;
  }

  Scene deputy(String of, String who) {
    AgentProfile was = people.get(of);
    return profile(of, Optional.of(agent(who)), was.deskless());
  }

  Scene outside(String who, PhoneNumber number) {
    people.put(who, people.get(who).ringingOutside(number));
    return this;
  }

  Scene atTheirOwn(String who) {
    people.put(who, people.get(who).ringingAtTheirOwn());
    return this;
  }

  Scene needsDesk(String who) {
    return profile(who, people.get(who).deputy(), false);
  }

  private Scene profile(String who, Optional<AgentId> deputy, boolean deskless) {
    AgentProfile was = people.get(who);
    people.put(
        who,
        new AgentProfile(
            was.id(),
            was.name(),
            was.phone(),
            was.teams(),
            was.availability(),
            was.since(),
            deputy,
            deskless));
    return this;
  }

  Scene house(House now) {
    house = now;
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

  Scene seen(List<LiveCall> calls, List<LiveLeg> legs) {
    return on(
        new Event.AsteriskSeen(
            now,
            calls,
            people.values().stream()
                .collect(Collectors.toMap(AgentProfile::phone, p -> PhoneState.IDLE)),
            legs));
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
    return on(new Event.PhoneReported(now, Cast.phone(who), state));
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

  /** The same, for an offer that is not in the air any more. */
  Scene asksAfterOffer(String call, OfferId offer, OfferEnd how) {
    onChannel = Optional.of(new Event.EndedOffer(offer, how));
    return asks(call);
  }

  Scene recognised(String call, Recognition as) {
    return on(new Event.CallerRecognised(now, call(call), as));
  }

  Scene customer(String call, long customer) {
    return on(new Event.CustomerChosen(now, call(call), customer, Cast.agent("alice")));
  }

  Scene phoneRings(String call, String who) {
    return on(new Event.PhoneRings(now, call(call), Cast.phone(who)));
  }

  Scene refuses(String who, String call) {
    return on(new Event.OfferRefused(now, call(call), offerOf(call), agent(who)));
  }

  Scene loses(String who) {
    return on(new Event.PhoneLost(now, Cast.phone(who)));
  }

  Scene answers(String who, String call) {
    return on(new Event.CallAnswered(now, call(call), Cast.phone(who), Optional.of(channel(who))));
  }

  private static String channel(String who) {
    return "PJSIP/" + Cast.phone(who).name() + "-1";
  }

  Scene phoneHangsUp(String call, String who) {
    return on(new Event.PhoneHungUp(now, call(call), channel(who)));
  }

  Scene handsOver(String call, String by, String to, String summary) {
    return on(
        new Event.JoinWanted(
            now,
            call(call),
            agent(by),
            new Invitee.Colleague(agent(to)),
            false,
            summary,
            Optional.empty()));
  }

  Scene wants(Event request) {
    return on(request);
  }

  /** Whoever was rung last to join. */
  Scene picksUp(String call) {
    return on(new Event.LegUp(now, lastLeg()));
  }

  Scene legDown(LegEnd how) {
    return on(new Event.LegDown(now, lastLeg(), how));
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

  Scene desk(String who, boolean open) {
    return on(new Event.DeskSeen(now, agent(who), open));
  }

  Scene endsWrapUp(String who) {
    return on(new Event.WrapUpEnded(now, agent(who)));
  }

  Scene timer(Timer timer) {
    return on(new Event.TimerRang(now, timer));
  }

  /** The time alone has changed who may be rung: rings every timer of this call that is due. */
  Scene reachChanges(String call) {
    return timer(new Timer.ReachChanges(call(call)));
  }

  Scene on(Event event) {
    take(event);
    return this;
  }

  Instant now() {
    return now;
  }

  @Override
  Scene self() {
    return this;
  }
}
