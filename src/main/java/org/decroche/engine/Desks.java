package org.decroche.engine;

import java.util.concurrent.CompletableFuture;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;

/** The agents' desks. Every call returns at once, and the frame is on its way before it does. */
public interface Desks {
  /**
   * Puts the card on every page this agent has open, and keeps it for pages opened later.
   *
   * @return ends, on the engine's context, when one of the pages has received the card; at once
   *     when none is open; perhaps never
   */
  CompletableFuture<Void> showPop(AgentId agent, Pop pop);

  void withdrawPop(AgentId agent, OfferId offer, OfferEnd how);

  void showEnded(AgentId agent, CallId call);

  void showActivity(AgentId agent, Activity activity);
}
