package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;
import org.decroche.routing.leg.LiveLeg;
import org.decroche.routing.out.CallMade;
import org.decroche.routing.out.CallOut;
import org.decroche.routing.out.CallOutRefusal;
import org.decroche.routing.out.CallOutState;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.routing.out.CallOutVerdict.Begun;
import org.decroche.routing.out.CallOutVerdict.Refused;

/** The calls that agents make, by a key of the desk or on the phone itself: the same rules. */
final class CallsOut {
  private static final Duration AGENTS_PHONE = Duration.ofSeconds(30);
  private static final Duration CALLEE = Duration.ofSeconds(60);

  private final Roster roster;
  private final Doors doors;
  private final Offering offering;
  private final Calls calls;
  private final FoundCalls foundCalls;
  private final WrapUps wrapUps;
  private final CallsOutRule rule;
  private final Outbox out;
  private final Map<CallId, CallOut> live = new LinkedHashMap<>();

  private final FoundCallsOut found = new FoundCallsOut();

  CallsOut(
      Roster roster,
      Doors doors,
      Calls calls,
      FoundCalls foundCalls,
      Offering offering,
      WrapUps wrapUps,
      Outbox out) {
    this.roster = roster;
    this.doors = doors;
    this.calls = calls;
    this.foundCalls = foundCalls;
    this.offering = offering;
    this.wrapUps = wrapUps;
    this.rule = new CallsOutRule(roster, doors, calls, offering, live.values());
    this.out = out;
  }

  void house(House house) {
    rule.limits(house.out());
  }

  /** What an earlier run of ours let through within the last hour. */
  void counted(List<CallMade> made) {
    rule.madeBefore(made);
  }

  void wanted(Event.CallOutWanted e) {
    Optional<Agent> agent = roster.find(e.agent());
    Optional<FrontDoor> door = e.door().flatMap(doors::find).or(() -> doorOf(agent));
    Optional<Refused> refused =
        agent.isEmpty()
            ? Optional.of(new Refused(CallOutRefusal.NO_PHONE, Optional.empty()))
            : rule.refuses(agent.get(), e.number(), e.customer(), false, e.at());
    CallOutVerdict verdict =
        refused.isPresent()
            ? refused.get()
            : door.<CallOutVerdict>map(from -> begin(e, agent.orElseThrow(), from))
                .orElseGet(() -> new Refused(CallOutRefusal.NO_FRONT_DOOR, Optional.empty()));
    out.add(new Effect.ReplyCallOut(verdict));
  }

  /** Somebody outside is to join a conversation; counted when nothing is against it. */
  Optional<Refused> bringsIn(AgentId by, PhoneNumber number, Instant now) {
    Optional<Refused> refused = rule.refusesToBringIn(by, number, now);
    if (refused.isEmpty()) {
      rule.made(by, now);
    }
    return refused;
  }

  private Begun begin(Event.CallOutWanted e, Agent agent, FrontDoor door) {
    LegId leg = LegId.of(offering.nextId().value());
    CallOut call =
        new CallOut(
            new CallId(leg.value()),
            agent.id(),
            door,
            e.number(),
            e.customer(),
            e.debt(),
            CallOutState.RINGING_AGENT,
            e.at());
    agent.profile().outside().ifPresent(there -> call.byKey());
    begun(call, agent, false);
    out.add(new Effect.Dial(leg(leg, e, agent, door)));
    return new Begun(call.id());
  }

  /** Their phone outside may be picked up by a voicemail: nobody is called before a key. */
  private static Leg leg(LegId leg, Event.CallOutWanted e, Agent agent, FrontDoor door) {
    return agent
        .profile()
        .outside()
        .map(
            there ->
                new Leg(
                    leg,
                    new LegTarget.Outside(there, door.number()),
                    new LegPurpose.DialOutByKey(e.number(), door.number(), CALLEE),
                    AGENTS_PHONE))
        .orElseGet(
            () ->
                new Leg(
                    leg,
                    new LegTarget.OurPhone(agent.phone(), Optional.of(e.number())),
                    new LegPurpose.DialOut(e.number(), door.number(), CALLEE),
                    AGENTS_PHONE));
  }

  /** Dialled on the phone itself: its channel is there already. */
  void dialled(Event.PhoneDialled e) {
    if (calls.ended().contains(e.call())) {
      // Hung up before their question reached us; what has ended does not come back to life.
      out.add(new Effect.Answer(e.call(), new Instruction.Refuse()));
      return;
    }
    Optional<Agent> agent = roster.find(e.phone());
    Optional<FrontDoor> door = doorOf(agent);
    boolean again = live.containsKey(e.call());
    boolean may =
        agent.isPresent()
            && door.isPresent()
            && (again
                || rule.refuses(agent.get(), e.number(), Optional.empty(), true, e.at()).isEmpty());
    if (may && !again) {
      CallOut call =
          new CallOut(
              e.call(),
              agent.get().id(),
              door.get(),
              e.number(),
              Optional.empty(),
              Optional.empty(),
              CallOutState.DIALLING,
              e.at());
      begun(call, agent.get(), true);
    }
    out.add(
        new Effect.Answer(
            e.call(),
            may
                ? new Instruction.CallOut(e.number(), door.get().number(), CALLEE)
                : new Instruction.Refuse()));
  }

  private void begun(CallOut call, Agent agent, boolean byHand) {
    live(call, call.began());
    rule.made(call.agent(), call.began());
    roster.engage(agent, Engagement.CALLING_OUT, call.began());
    out.journal(
        new Step.CalledOut(
            call.id(),
            call.nextSeq(),
            call.began(),
            call.door().id(),
            call.number(),
            call.agent(),
            call.customer(),
            call.card().debt(),
            byHand));
    out.add(new Effect.ShowCallOut(call.agent(), call.card()));
    out.add(new Effect.LookUp(call.id(), call.door().id(), call.number()));
  }

  /** It is this run's own from now on, and no caller, as a look may have taken it for. */
  private void live(CallOut call, Instant now) {
    found.forget(call.id());
    call.numberStepsFrom(foundCalls.forget(call.id(), now));
    live.put(call.id(), call);
  }

  /** The door whose number is shown: one of a team of theirs, else the first. */
  private Optional<FrontDoor> doorOf(Optional<Agent> agent) {
    return agent
        .flatMap(who -> doors.of(who.profile().teams()))
        .or(() -> doors.find(Optional.empty()));
  }

  /** The agent's phone was picked up; one outside perhaps by a voicemail. */
  void legUp(LegId leg, Instant now) {
    CallId id = new CallId(leg.value());
    if (Optional.ofNullable(live.get(id)).filter(CallOut::isByKey).isEmpty()) {
      progress(id, CallOutState.DIALLING, now);
    }
  }

  /** The agent is there, and who they call is being dialled. */
  void agentThere(LegId leg, Instant now) {
    progress(new CallId(leg.value()), CallOutState.DIALLING, now)
        .ifPresent(call -> outside(call, PhoneState.IN_USE));
  }

  /** Nobody reports a phone outside. */
  private void outside(CallOut call, PhoneState state) {
    if (call.isByKey()) {
      roster.find(call.agent()).ifPresent(agent -> roster.observeOutside(agent, state));
    }
  }

  void calleeRings(CallId id, Instant now) {
    progress(id, CallOutState.RINGING_CALLEE, now)
        .ifPresent(call -> out.journal(new Step.CalleeRinging(id, call.nextSeq(), now)));
  }

  void calleeAnswered(CallId id, Instant now) {
    progress(id, CallOutState.TALKING, now)
        .ifPresent(
            call -> out.journal(new Step.CalleeAnswered(id, call.nextSeq(), now, call.agent())));
  }

  void calleeUnreached(CallId id, OfferEnd how) {
    Optional.ofNullable(live.get(id)).ifPresent(call -> call.unreached(how));
  }

  private Optional<CallOut> progress(CallId id, CallOutState next, Instant now) {
    found.progress(id, next);
    Optional<CallOut> news =
        Optional.ofNullable(live.get(id)).filter(call -> call.become(next, now));
    news.ifPresent(call -> out.add(new Effect.ShowCallOut(call.agent(), call.card())));
    return news;
  }

  /** Tells whether it was one of these. */
  boolean recognised(CallId id, Recognition who, Instant now) {
    CallOut call = live.get(id);
    if (call == null) {
      return false;
    }
    boolean unknown = call.customer().isEmpty();
    call.recognise(who);
    call.customer()
        .filter(customer -> unknown)
        .ifPresent(
            customer ->
                out.journal(
                    new Step.Identified(
                        id,
                        call.nextSeq(),
                        now,
                        who.lookUp(),
                        Optional.of(customer),
                        who.customers().size())));
    out.add(new Effect.ShowCallOut(call.agent(), call.card()));
    return true;
  }

  /** The agent wants it no more. */
  void dropped(Event.CallOutDropped e) {
    Optional.ofNullable(live.get(e.call()))
        .filter(call -> call.agent().equals(e.by()))
        .ifPresent(
            call -> {
              call.drop();
              out.add(new Effect.HangUpChannel(call.id(), call.id().value()));
            });
  }

  void legDown(LegId leg, LegEnd how, Instant now) {
    over(new CallId(leg.value()), how, now);
  }

  /** The agent's own side is gone. Tells whether it was one of these. */
  boolean over(CallId id, LegEnd how, Instant now) {
    CallOut call = live.remove(id);
    if (call != null) {
      calls.ended().add(id);
      end(call, call.ending(how), now);
      return true;
    }
    boolean wasFound = found.remove(id).isPresent();
    if (wasFound) {
      out.add(new Effect.EndUnseen(alive(), now));
    }
    return wasFound;
  }

  private void end(CallOut call, Ending ending, Instant now) {
    out.journal(new Step.Ended(call.id(), call.nextSeq(), now, ending));
    out.add(new Effect.ShowCallOut(call.agent(), call.card(ending, now)));
    outside(call, PhoneState.IDLE);
    Optional<Agent> agent = roster.find(call.agent());
    agent
        .filter(one -> one.engagement() == Engagement.CALLING_OUT)
        .ifPresent(
            one -> {
              roster.engage(one, after(call), now);
              if (call.talked()) {
                roster.talked(one, now);
                wrapUps.begin(call);
              }
            });
    // Also whom a start of ours had rung before it knew of this call: what kept them from the next
    // caller after that was only their phone outside, of which nobody else reports.
    agent.ifPresent(one -> offering.serve(one, now));
  }

  private static Engagement after(CallOut call) {
    boolean wrapsUp = call.talked() && call.door().policy().wrapUp().isPositive();
    return wrapsUp ? Engagement.WRAPPING_UP : Engagement.FREE;
  }

  /** Brings what we believe in line with a whole look at Asterisk. */
  void seen(Event.AsteriskSeen e) {
    Set<CallId> there = new HashSet<>();
    e.legs().forEach(leg -> there.add(new CallId(leg.leg().value())));
    e.calls().forEach(call -> there.add(call.call()));
    for (CallOut call : List.copyOf(live.values())) {
      if (!there.contains(call.id()) && !e.mayMiss(call.began())) {
        live.remove(call.id());
        calls.ended().add(call.id());
        end(call, call.talked() ? Ending.TALKED : Ending.UNSEEN, e.at());
      }
    }
    found.see(e, id -> live.containsKey(id) || calls.ended().contains(id));
    e.legs().stream().filter(LiveLeg::up).forEach(leg -> agentThere(leg.leg(), e.at()));
  }

  /**
   * What a look found and took for a call out rings somebody to join a conversation.
   *
   * @return how far it is; empty when it is not there
   */
  Optional<CallOutState> joins(LegId leg) {
    return found.remove(new CallId(leg.value()));
  }

  /** Those of which nobody has told yet what is on record. */
  Set<CallId> unrecalled() {
    return found.ids();
  }

  /** What is on record of a call out that was found is known: it goes on like any other. */
  void recalled(Recalled.Out says, Instant now) {
    doors
        .find(says.door())
        .ifPresent(
            door ->
                found
                    .remove(says.call())
                    .map(seen -> CallOut.goingOn(says, door, seen, now))
                    .ifPresent(call -> resume(call, says, now)));
  }

  private void resume(CallOut call, Recalled.Out says, Instant now) {
    if (LegId.isName(call.id().value())
        && roster.find(call.agent()).flatMap(who -> who.profile().outside()).isPresent()) {
      call.byKey();
    }
    live(call, now);
    takeBack(now);
    if (call.card().state() != CallOutState.RINGING_AGENT) {
      outside(call, PhoneState.IN_USE);
    }
    if (call.talked() && says.answeredAt().isEmpty()) {
      out.journal(new Step.CalleeAnswered(call.id(), call.nextSeq(), now, call.agent()));
    }
    out.add(new Effect.ShowCallOut(call.agent(), call.card()));
    out.add(new Effect.LookUp(call.id(), call.door().id(), call.number()));
  }

  private Set<CallId> alive() {
    Set<CallId> alive = new HashSet<>(live.keySet());
    alive.addAll(found.ids());
    alive.addAll(foundCalls.ids());
    calls.view().forEach(call -> alive.add(call.id()));
    return alive;
  }

  Optional<CallOutState> state(CallId id) {
    return Optional.ofNullable(live.get(id)).map(call -> call.card().state());
  }

  /** Those that are on, as things stand, by their ids in the record. */
  Set<CallId> ids() {
    return Set.copyOf(live.keySet());
  }

  /** Somebody who left the floor while they called out, and came back to it, still calls. */
  void takeBack(Instant now) {
    live.values()
        .forEach(
            call ->
                roster
                    .find(call.agent())
                    .filter(agent -> agent.engagement() == Engagement.FREE)
                    .ifPresent(agent -> roster.engage(agent, Engagement.CALLING_OUT, now)));
  }
}
