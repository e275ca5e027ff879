package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.out.CallOut;

/** What follows a conversation: time for the agent, until their key or the front door's limit. */
final class WrapUps {
  private final InHand inHand;
  private final Outbox out;
  private final Map<AgentId, CallId> after = new HashMap<>();

  WrapUps(InHand inHand, Outbox out) {
    this.inHand = inHand;
    this.out = out;
  }

  /** This agent's part of the conversation is over. */
  void begin(AgentId agent, Call call, Instant now) {
    Duration wrapUp = call.door().policy().wrapUp();
    out.add(new Effect.ShowEnded(agent, call.id(), wrapUp));
    if (!wrapUp.isPositive()) {
      inHand.release(agent, call, Engagement.FREE, now);
      return;
    }
    inHand.release(agent, call, Engagement.WRAPPING_UP, now);
    begun(agent, call.id(), wrapUp);
  }

  /** The same after a talk that they called out for, and which does not hold them any more. */
  void begin(CallOut call) {
    Duration wrapUp = call.door().policy().wrapUp();
    out.add(new Effect.ShowEnded(call.agent(), call.id(), wrapUp));
    if (wrapUp.isPositive()) {
      begun(call.agent(), call.id(), wrapUp);
    }
  }

  private void begun(AgentId agent, CallId call, Duration wrapUp) {
    after.put(agent, call);
    out.add(new Effect.SetTimer(new Timer.WrapUpOver(agent, call), wrapUp));
  }

  /** They talk again: whatever they had to write down, they can no longer be left alone for it. */
  void forget(AgentId agent) {
    after.remove(agent);
  }

  /** The agent has said that they are done. Tells whether that frees them. */
  boolean end(Agent agent, Instant now) {
    boolean was = after.remove(agent.id()) != null;
    if (was && agent.engagement() == Engagement.WRAPPING_UP) {
      inHand.engage(agent.id(), Engagement.FREE, now);
      return true;
    }
    return false;
  }

  /** The time for this one wrap-up is over. Tells whether that frees them. */
  boolean over(Agent agent, CallId call, Instant now) {
    return call.equals(after.get(agent.id())) && end(agent, now);
  }
}
