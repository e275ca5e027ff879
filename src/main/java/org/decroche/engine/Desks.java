package org.decroche.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.WaitingCaller;
import org.decroche.routing.out.CallOutCard;

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

  /**
   * The conversation is over.
   *
   * @param wrapUp the longest the agent is left alone from now on; zero for not at all
   */
  void showEnded(AgentId agent, CallId call, Duration wrapUp);

  /** A caller of theirs waits while they are busy. */
  void showCallerWaiting(AgentId agent, WaitingCaller caller);

  /**
   * The caller does not wait for them any more.
   *
   * @param takenBy who took the call, by name; empty when the caller gave up
   */
  void showCallerGone(AgentId agent, CallId call, Optional<String> takenBy);

  /** Whom this agent asked to join does not come; the card on their desk follows by itself. */
  void showNotJoined(Invitation who, CallId call, OfferEnd how);

  /** A call out of theirs, as it stands now. */
  void showCallOut(AgentId agent, CallOutCard card);

  void showActivity(AgentId agent, Activity activity);
}
