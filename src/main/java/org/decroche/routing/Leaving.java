package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.Agent;
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
    Optional<Agent> agent = inHandOf(call);
    offering.leave(call, OfferEnd.CALLER_HUNG_UP, now);
    settleQuestion(call);
    offering.gaveUp(call);
    out.journal(
        new Step.Ended(call.id(), call.nextSeq(), now, call.talked() ? Ending.TALKED : untalked));
    calls.end(call);
    serve(agent, now);
  }

  /** We no longer know where in the dialplan the caller is; they come back by asking. */
  void lose(Call call, Instant now) {
    Optional<Agent> agent = inHandOf(call);
    offering.leave(call, OfferEnd.LOST, now);
    settleQuestion(call);
    serve(agent, now);
  }

  /** The caller asks although they were in something: that is over. */
  void decideAnew(Call call, OfferEnd how, Instant now) {
    Optional<Agent> agent = inHandOf(call);
    boolean offered = call.state() == CallState.OFFERED;
    offering.leave(call, how, now);
    if (offered) {
      // However it ended: the same phone again at once could go round without end.
      agent.ifPresent(tried -> offering.rest(call, tried.id(), now));
    }
    offering.decide(call, now);
    serve(agent, now);
  }

  /** A human picked up, perhaps not the one whose phone we rang. */
  void answered(Call call, Phone phone, Instant now) {
    Optional<Agent> agent = inHandOf(call);
    settleQuestion(call);
    offering.talk(call, phone, now);
    serve(agent, now);
  }

  private void settleQuestion(Call call) {
    if (call.isAsking()) {
      offering.answer(call, new Instruction.UseFallback());
    }
  }

  private Optional<Agent> inHandOf(Call call) {
    return call.offer().map(Offer::agent).flatMap(roster::find);
  }

  private void serve(Optional<Agent> freed, Instant now) {
    freed.ifPresent(agent -> offering.serve(agent, now));
  }
}
