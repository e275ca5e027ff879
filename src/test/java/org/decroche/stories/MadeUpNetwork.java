package org.decroche.stories;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.LegId;
import org.decroche.stories.Stage.Act;

/** The public network of the made-up stage: everybody's mobile, and what agents call there. */
final class MadeUpNetwork {
  private final CoreStage stage;
  private final Map<PhoneNumber, String> owners = new HashMap<>();
  private final Map<String, MadeUpPhone> mobiles = new HashMap<>();
  private final Map<CallId, MadeUpCallOut> callsOut = new LinkedHashMap<>();

  MadeUpNetwork(CoreStage stage) {
    this.stage = stage;
  }

  PhoneNumber numberOf(String who) {
    PhoneNumber number =
        new PhoneNumber("+3363998%04d".formatted(Math.floorMod(who.hashCode(), 10_000)));
    owners.put(number, who);
    return number;
  }

  String owner(PhoneNumber number) {
    return owners.get(number);
  }

  MadeUpPhone mobile(String who) {
    return mobiles.computeIfAbsent(who, first -> MadeUpPhone.outside(stage, who));
  }

  MadeUpPhone mobile(PhoneNumber number) {
    return mobile(owner(number));
  }

  Collection<MadeUpPhone> mobiles() {
    return mobiles.values();
  }

  /** It is decided that there is one. */
  MadeUpCallOut begin(CallId id, PhoneNumber callee) {
    return callsOut.computeIfAbsent(
        id, first -> new MadeUpCallOut(stage, id, owner(callee), mobile(callee)));
  }

  /** From the desk: the agent's phone is rung first. */
  void rings(MadeUpPhone phone, LegId leg, PhoneNumber callee) {
    phone.ring(begin(new CallId(leg.value()), callee).from(phone), leg);
  }

  /** By hand: the phone waits for what it is told. */
  void dials(MadeUpPhone phone, PhoneNumber callee) {
    CallId id = new CallId("dialled-" + (callsOut.size() + 1));
    phone.dials(begin(id, callee).from(phone));
    stage.report(new Event.PhoneDialled(stage.now(), id, phone.name, callee));
  }

  Optional<MadeUpCallOut> callOut(CallId id) {
    return Optional.ofNullable(callsOut.get(id));
  }

  Optional<CallId> newestTo(String callee) {
    return callsOut.values().stream()
        .filter(call -> call.callee().equals(callee))
        .map(MadeUpCallOut::id)
        .reduce((before, later) -> later);
  }

  List<String> callees() {
    return callsOut.values().stream().map(MadeUpCallOut::callee).distinct().toList();
  }

  void does(String who, Act act) {
    MadeUpPhone mobile = mobile(who);
    mobile
        .callOut()
        .ifPresentOrElse(
            out -> out.does(mobile, act),
            () -> stage.does(mobile, mobile.call().orElseThrow(), act));
  }
}
