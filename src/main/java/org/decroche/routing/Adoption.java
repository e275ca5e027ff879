package org.decroche.routing;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall;

/** Brings what we believe in line with a whole look at Asterisk, after a restart of either. */
final class Adoption {
  private final Calls calls;
  private final FoundCalls found;
  private final Resuming resuming;
  private final Roster roster;
  private final Offering offering;
  private final Leaving leaving;
  private final Joining joining;
  private final CallsOut callsOut;
  private final Outbox out;

  Adoption(
      Calls calls,
      FoundCalls found,
      Resuming resuming,
      Roster roster,
      Offering offering,
      Leaving leaving,
      Joining joining,
      CallsOut callsOut,
      Outbox out) {
    this.calls = calls;
    this.found = found;
    this.resuming = resuming;
    this.roster = roster;
    this.offering = offering;
    this.leaving = leaving;
    this.joining = joining;
    this.callsOut = callsOut;
    this.out = out;
  }

  void seen(Event.AsteriskSeen e) {
    offering.linked(false); // nobody is moved before the whole look is taken in
    roster.observeAll(e.phones());
    Map<CallId, LiveCall> live =
        e.calls().stream().collect(Collectors.toMap(LiveCall::call, seen -> seen, (a, b) -> a));
    for (Call call : calls.snapshot()) {
      if (!live.containsKey(call.id()) && !e.mayMiss(call.knownSince())) {
        leaving.end(call, Ending.UNSEEN, e.at());
      }
    }
    Set<CallId> alive = new HashSet<>(live.keySet());
    calls.snapshot().forEach(call -> alive.add(call.id()));
    callsOut.seen(e);
    alive.addAll(callsOut.ids());
    e.legs().forEach(leg -> alive.add(new CallId(leg.leg().value())));
    found.retain(live.keySet(), e.at()).forEach(calls.ended()::add); // known better than "unseen"
    out.add(new Effect.EndUnseen(alive, e.at()));
    for (LiveCall call : e.calls()) {
      if (!calls.ended().contains(call.call()) && !callsOut.ids().contains(call.call())) {
        calls
            .find(call.call())
            .ifPresentOrElse(ours -> align(ours, call, e), () -> adopt(call, e.at()));
      }
    }
    recall();
    offering.linked(true);
    joining.seen(e.legs(), e.at());
  }

  private void adopt(LiveCall call, Instant now) {
    if (call.where() == LiveCall.Where.CALLING_OUT) {
      return;
    }
    found.see(call);
    resuming.resume(call.call(), now);
    letAsk(call);
  }

  /** What an earlier run of ours knew of those who talk is on record. */
  private void recall() {
    Set<CallId> unknown = new HashSet<>(found.unrecalled());
    unknown.addAll(callsOut.unrecalled());
    if (!unknown.isEmpty()) {
      out.add(new Effect.Recall(unknown));
    }
  }

  private void align(Call ours, LiveCall call, Event.AsteriskSeen e) {
    if (ours.state() == CallState.ADRIFT) {
      letAsk(call);
    }
    if (call.where() != LiveCall.Where.TALKING) {
      return;
    }
    if (ours.state() == CallState.TALKING) {
      joining.seen(ours, call, e.legs(), e.at());
    } else {
      // Picked up while we could not see it. By whom is told by the phone.
      call.phone().ifPresent(phone -> leaving.answered(ours, phone, call.phoneChannel(), e.at()));
    }
  }

  private void letAsk(LiveCall call) {
    switch (call.where()) {
      case WAITING, FALLBACK -> {
        // With a phone ringing for them a human may pick up this very moment: taking them away
        // could tear a conversation apart. They ask by themselves when nobody does.
        if (call.phone().isEmpty()) {
          out.add(new Effect.AskAgain(call.call(), call.channel()));
        }
      }
      case OFFERED, TALKING, CALLING_OUT -> {}
    }
  }
}
