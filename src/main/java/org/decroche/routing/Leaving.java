package org.decroche.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;

/**
 * Ends what a call is in, settles what comes next for it, and serves whoever became free by that.
 */
final class Leaving {
  private final Calls calls;
  private final Roster roster;
  private final Offering offering;
  private final Outbox out;

  Leaving(Calls calls, Roster roster, Offering offering, Outbox out) {
    this.calls = calls;
    this.roster = roster;
    this.offering = offering;
    this.out = out;
  }

  /** The caller is gone. */
  void end(Call call, Ending untalked, Instant now) {
    List<Agent> freed = inHandOf(call);
    offering.leave(call, OfferEnd.CALLER_HUNG_UP, now);
    settleQuestion(call);
    offering.gaveUp(call);
    out.journal(
        new Step.Ended(call.id(), call.nextSeq(), now, call.talked() ? Ending.TALKED : untalked));
    calls.end(call);
    serve(freed, now);
  }

  /** We no longer know where in the dialplan the caller is; they come back by asking. */
  void lose(Call call, Instant now) {
    List<Agent> freed = inHandOf(call);
    offering.leave(call, OfferEnd.LOST, now);
    settleQuestion(call);
    serve(freed, now);
  }

  /** The caller asks although they were in something: that is over. */
  void decideAnew(Call call, OfferEnd how, Instant now) {
    List<Agent> freed = inHandOf(call);
    boolean offered = call.state() == CallState.OFFERED;
    offering.leave(call, how, now);
    if (offered) {
      // However it ended: the same phone again at once could go round without end.
      freed.forEach(tried -> offering.rest(call, tried.id(), now));
    }
    offering.decide(call, now);
    serve(freed, now);
  }

  /** A human picked up, perhaps not the one whose phone we rang. */
  void answered(Call call, Phone phone, Optional<String> channel, Instant now) {
    List<Agent> freed = inHandOf(call);
    settleQuestion(call);
    offering.talk(call, phone, channel, now);
    serve(freed, now);
  }

  private void settleQuestion(Call call) {
    if (call.isAsking()) {
      offering.answer(call, new Instruction.UseFallback());
    }
  }

  /** Whoever has this call in hand, or is rung to join it. */
  private List<Agent> inHandOf(Call call) {
    List<Agent> agents = new ArrayList<>();
    if (call.state() == CallState.OFFERED) {
      call.offer().map(Offer::agent).flatMap(roster::find).ifPresent(agents::add);
    }
    for (AgentId agent : call.conversation().agents()) {
      roster.find(agent).ifPresent(agents::add);
    }
    return agents;
  }

  private void serve(List<Agent> freed, Instant now) {
    freed.forEach(agent -> offering.serve(agent, now));
  }
}
