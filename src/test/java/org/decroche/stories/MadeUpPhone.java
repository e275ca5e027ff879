package org.decroche.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.stories.Stage.Ring;
import org.decroche.stories.Stage.State;

/** A phone on the made-up stage; it has one call at a time. */
final class MadeUpPhone {
  final Phone name;
  private final boolean outside;
  private final CoreStage stage;
  private final List<Ring> rings = new ArrayList<>();
  private Optional<MadeUpCall> call = Optional.empty();
  private Optional<MadeUpCallOut> callOut = Optional.empty();
  private Optional<LegId> leg = Optional.empty();
  private boolean unplugged;

  MadeUpPhone(CoreStage stage, Phone name) {
    this(stage, name, false);
  }

  private MadeUpPhone(CoreStage stage, Phone name, boolean outside) {
    this.stage = stage;
    this.name = name;
    this.outside = outside;
  }

  /** A mobile: Asterisk does not see it. */
  static MadeUpPhone outside(CoreStage stage, String who) {
    return new MadeUpPhone(stage, new Phone("trunk" + who), true);
  }

  boolean isOutside() {
    return outside;
  }

  List<Ring> rings() {
    return List.copyOf(rings);
  }

  Optional<MadeUpCall> call() {
    return call;
  }

  Optional<MadeUpCallOut> callOut() {
    return callOut;
  }

  boolean isFor(MadeUpCallOut one) {
    return callOut.equals(Optional.of(one));
  }

  boolean isIn(State state) {
    return !rings.isEmpty() && rings.getLast().state() == state;
  }

  void unplug() {
    unplugged = true;
  }

  void signOff() {
    unplugged = true;
    report(PhoneState.UNREACHABLE);
    stage.report(new Event.PhoneLost(stage.now(), name));
  }

  boolean isSilent() {
    return unplugged;
  }

  boolean isBusy() {
    return call.isPresent() || callOut.isPresent();
  }

  /** The channel by which Asterisk and the service know this part of the call. */
  String channel() {
    return leg.map(LegId::value).orElse("PJSIP/" + name.name() + "-1");
  }

  boolean isOn(LegId one) {
    return leg.equals(Optional.of(one));
  }

  boolean ringsOn(LegId one) {
    return isOn(one) && rings.getLast().state() == State.RINGING;
  }

  void missed() {
    over(LegEnd.NO_ANSWER);
  }

  boolean isAskedToJoin() {
    return leg.isPresent();
  }

  /** Rung so that they join. */
  void ring(MadeUpCall by, LegId on) {
    ring(by);
    leg = Optional.of(on);
  }

  void ring(MadeUpCall by) {
    call = Optional.of(by);
    rings(by.caller());
  }

  /** The agent's own, to call somebody. */
  void ring(MadeUpCallOut by, LegId on) {
    ring(by);
    leg = Optional.of(on);
  }

  void ring(MadeUpCallOut by) {
    callOut = Optional.of(by);
    rings(by.callee());
  }

  private void rings(String caller) {
    rings.add(new Ring(caller, stage.now(), Optional.empty(), State.RINGING));
    report(PhoneState.RINGING);
  }

  /** By hand: in use, without having rung. */
  void dials(MadeUpCallOut one) {
    callOut = Optional.of(one);
    report(PhoneState.IN_USE);
  }

  void legUp() {
    stage.report(new Event.LegUp(stage.now(), leg.orElseThrow()));
  }

  void talk() {
    become(Optional.empty(), State.TALKING);
    report(PhoneState.IN_USE);
  }

  /** A leg of ours is gone; tells so. */
  void over(LegEnd how) {
    leg.ifPresent(one -> stage.report(new Event.LegDown(stage.now(), one, how)));
    over();
  }

  void over() {
    call = Optional.empty();
    callOut = Optional.empty();
    leg = Optional.empty();
    if (!rings.isEmpty() && !isIn(State.OVER)) {
      become(Optional.of(stage.now()), State.OVER);
    }
    report(unplugged ? PhoneState.UNREACHABLE : PhoneState.IDLE);
  }

  private void become(Optional<Instant> until, State state) {
    Ring last = rings.removeLast();
    rings.add(new Ring(last.caller(), last.from(), until, state));
  }

  private void report(PhoneState state) {
    if (!outside) {
      stage.report(new Event.PhoneReported(stage.now(), name, state));
    }
  }
}
