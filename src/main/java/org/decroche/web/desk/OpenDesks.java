package org.decroche.web.desk;

import io.vertx.core.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.decroche.engine.Desks;
import org.decroche.measure.Facts;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.WaitingCaller;
import org.decroche.routing.out.CallOutCard;
import org.decroche.store.AgentAccount;
import org.decroche.web.json.NumberJson;
import org.decroche.web.signin.SessionToken;
import org.jspecify.annotations.Nullable;

/**
 * All desks.
 *
 * <p>They live on one event loop, the engine's. Called from there, a frame is handed to the
 * operating system before the call returns: that is how a card is on its way before the phone is
 * rung. Called from elsewhere, it is done there a moment later.
 */
public final class OpenDesks implements Desks {
  /** For what came of a call out. */
  private static final Duration TO_WRITE_DOWN = Duration.ofMinutes(30);

  private final Context home;
  private final Facts facts = new Facts();
  private final Facts ended = new Facts();
  private final Identified identified = new Identified();
  private final DeskFrames frames;
  private final Clock clock;
  private final BiConsumer<AgentId, Pop> shown;
  private final Map<AgentId, Desk> desks = new ConcurrentHashMap<>();
  private volatile @Nullable Thread homeThread;

  /**
   * No page is open yet.
   *
   * @param home an event-loop context, the engine's own
   * @param shown told of every card before it is shown for the first time; must return at once
   */
  public OpenDesks(Context home, NumberJson numbers, Clock clock, BiConsumer<AgentId, Pop> shown) {
    this.home = home;
    this.shown = shown;
    this.clock = clock;
    this.frames = new DeskFrames(new PopJson(numbers), identified, clock);
    home.runOnContext(nothing -> homeThread = Thread.currentThread());
  }

  @Override
  public CompletableFuture<Void> showPop(AgentId agent, Pop pop) {
    CompletableFuture<Void> received = new CompletableFuture<>();
    at(
        agent,
        desk -> {
          desk.expectNoMore(pop.call());
          if (desk.isNews(pop)) {
            shown.accept(agent, pop);
          }
          desk.show(pop);
          desk.send(frames.pop(pop), received);
        });
    return received;
  }

  @Override
  public void withdrawPop(AgentId agent, OfferId offer, OfferEnd how) {
    if (how == OfferEnd.ANSWERED) {
      // They talk now: the card stays, and says so when it is shown again.
      return;
    }
    at(
        agent,
        desk -> {
          desk.drop(offer);
          desk.send(frames.withdrawn(offer, how));
        });
  }

  @Override
  public void showEnded(AgentId agent, CallId call, Duration wrapUp) {
    at(
        agent,
        desk -> {
          desk.wrapUp(call, wrapUp.isPositive());
          desk.send(frames.ended(call, wrapUp));
          identified.keep(this::isHad);
        });
  }

  @Override
  public void showCallerWaiting(AgentId agent, WaitingCaller caller) {
    at(
        agent,
        desk -> {
          desk.expect(caller);
          desk.send(frames.waiting(caller));
        });
  }

  @Override
  public void showCallerGone(AgentId agent, CallId call, Optional<String> takenBy) {
    at(
        agent,
        desk -> {
          desk.expectNoMore(call);
          desk.send(frames.gone(call, takenBy));
        });
  }

  @Override
  public void showNotJoined(Invitation who, CallId call, OfferEnd how) {
    at(who.by(), desk -> desk.send(frames.notJoined(call, who, how)));
  }

  @Override
  public void showActivity(AgentId agent, Activity activity) {
    at(
        agent,
        desk -> {
          desk.observe(activity);
          facts.happened();
          desk.send(frames.activity(activity));
          identified.keep(this::isHad);
        });
  }

  /** Tells these agents' pages that whom they are to call back has changed. From any thread. */
  public void showDebts(Set<AgentId> agents) {
    agents.forEach(agent -> at(agent, desk -> desk.send(frames.debts())));
    facts.happened();
  }

  @Override
  public void showCallOut(AgentId agent, CallOutCard card) {
    at(
        agent,
        desk -> {
          desk.callOut(card);
          desk.send(frames.callOut(card));
        });
  }

  /** The agent has said what came of their call out. */
  public void callOutJudged(AgentId agent, CallId call) {
    at(
        agent,
        desk -> {
          desk.callOutDone(call);
          desk.send(frames.callOutDone(call));
        });
  }

  /** Whether that agent makes this call out now. From any thread. */
  public boolean isCallingOut(AgentId agent, CallId call) {
    Desk desk = desks.get(agent);
    return desk != null && desk.isCallingOut(call);
  }

  /** Tells all pages of an agent what one of them chose, or what was chosen for them. */
  public void showAvailability(AgentAccount stands) {
    AgentId agent = stands.id();
    Chosen chosen = new Chosen(stands.availability(), stands.awayReason(), stands.awayBecause());
    at(
        agent,
        desk -> {
          desk.choose(chosen);
          desk.send(frames.availability(chosen));
          facts.happened();
        });
  }

  /** Whether that agent talks on this call, or is not done with it yet. From any thread. */
  public boolean has(AgentId agent, CallId call) {
    Desk desk = desks.get(agent);
    return desk != null && desk.has(call);
  }

  /**
   * Somebody who talks on the call has made sure who it is: everybody who talks on it sees more of
   * them from now on. From any thread; holds when this returns.
   */
  public void identify(CallId call, long customer) {
    identified.add(call, customer);
    onHome(
        () ->
            desks
                .values()
                .forEach(
                    desk -> {
                      Pop pop = desk.pop();
                      if (pop != null && desk.has(call) && pop.call().equals(call)) {
                        desk.send(frames.pop(pop));
                      }
                    }));
  }

  /** Whether that agent has a call with this customer, and it was made sure that it is they. */
  public boolean isIdentified(AgentId agent, long customer) {
    Desk desk = desks.get(agent);
    return desk != null
        && desk.had().stream().anyMatch(call -> identified.of(call).contains(customer));
  }

  /**
   * Whether that agent is calling this customer, or writes down what came of it. Not while only
   * their own phone rings, and not for as long as they leave it unsaid who answered.
   */
  public boolean isCalling(AgentId agent, long customer) {
    Desk desk = desks.get(agent);
    CallOutCard card = desk == null ? null : desk.callOut();
    return card != null
        && card.customer().filter(whom -> whom == customer).isPresent()
        && switch (card.state()) {
          case RINGING_AGENT -> false;
          case DIALLING, RINGING_CALLEE, TALKING -> true;
          case ENDED ->
              card.isToJudge() && card.since().plus(TO_WRITE_DOWN).isAfter(clock.instant());
        };
  }

  private boolean isHad(CallId call) {
    return desks.values().stream().anyMatch(desk -> desk.has(call));
  }

  /** Whether this call rings or talks at that desk, as far as it has been told. From any thread. */
  public boolean isShowing(AgentId agent, CallId call) {
    Desk desk = desks.get(agent);
    return desk != null && desk.isShowing(call);
  }

  /**
   * Whether this very offer still rings there, as far as that desk has been told. From any thread.
   */
  public boolean isRinging(AgentId agent, CallId call, OfferId offer) {
    Desk desk = desks.get(agent);
    return desk != null && desk.isRinging(call, offer);
  }

  /** Whether this very offer still rings at anybody's phone. From any thread. */
  public boolean isRinging(CallId call, OfferId offer) {
    return desks.values().stream().anyMatch(desk -> desk.isRinging(call, offer));
  }

  /** What their phone was doing when last heard of. From any thread. */
  public Activity activity(AgentId agent) {
    Desk desk = desks.get(agent);
    return desk == null ? Activity.UNREACHABLE : desk.activity();
  }

  /** Told of what changed on any desk, for boards that show it too. */
  public Facts facts() {
    return facts;
  }

  /** Told that sessions are over, for pages that are no desks. */
  public Facts ended() {
    return ended;
  }

  /** Whether that agent's phone was connected when last heard of. From any thread. */
  public boolean isReachable(AgentId agent) {
    Desk desk = desks.get(agent);
    return desk != null && desk.activity() != Activity.UNREACHABLE;
  }

  /** Closes the pages of a session that is over. */
  public void endSession(SessionToken session) {
    onHome(() -> close(sockets(socket -> socket.session().equals(session))));
    ended.happened();
  }

  /** Closes the pages of those sessions of one agent that are over. */
  public void endSessions(AgentId agent, Predicate<SessionToken> over) {
    at(agent, desk -> close(desk.sockets(socket -> over.test(socket.session()))));
    ended.happened();
  }

  /** Closes every page of somebody who may not sign in any more. */
  public void closeAll(AgentId agent) {
    at(
        agent,
        desk -> {
          close(desk.sockets(any -> true));
          // What they had chosen is not theirs to find when they come back.
          desk.choose(new Chosen(Availability.OFF, null, null));
        });
    ended.happened();
  }

  Desk desk(AgentId agent) {
    return desks.computeIfAbsent(agent, anew -> new Desk());
  }

  List<DeskSocket> sockets(Predicate<DeskSocket> wanted) {
    List<DeskSocket> found = new ArrayList<>();
    desks.values().forEach(desk -> found.addAll(desk.sockets(wanted)));
    return found;
  }

  DeskFrames frames() {
    return frames;
  }

  void onHome(Runnable work) {
    if (Thread.currentThread().equals(homeThread)) {
      work.run();
    } else {
      home.runOnContext(nothing -> work.run());
    }
  }

  private void at(AgentId agent, Consumer<Desk> work) {
    onHome(() -> work.accept(desk(agent)));
  }

  private static void close(List<DeskSocket> sockets) {
    sockets.forEach(socket -> socket.close(DeskSocket.SESSION_OVER));
  }
}
