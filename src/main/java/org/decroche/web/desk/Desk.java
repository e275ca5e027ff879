package org.decroche.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.WaitingCaller;
import org.decroche.routing.out.CallOutCard;
import org.decroche.routing.out.CallOutState;
import org.decroche.store.AgentAccount;
import org.jspecify.annotations.Nullable;

/**
 * One agent's desk: the pages they have open, and what those show. Kept while no page is open, for
 * the next one.
 */
final class Desk {
  /** More than anybody has tabs for; beyond, the oldest goes. */
  private static final int MOST_SOCKETS = 10;

  private final Set<DeskSocket> sockets = new LinkedHashSet<>();
  private final Map<CallId, WaitingCaller> waiting = new LinkedHashMap<>();
  // Other threads ask what is showing.
  private volatile @Nullable Pop pop;
  private volatile @Nullable CallOutCard callOut;
  private volatile @Nullable CallId wrappingUp;
  // Until the engine has said: an unknown phone takes no calls.
  private volatile Activity activity = Activity.UNREACHABLE;
  private @Nullable Chosen chosen;

  boolean isOpen() {
    return !sockets.isEmpty();
  }

  void add(DeskSocket socket) {
    sockets.add(socket);
    if (sockets.size() > MOST_SOCKETS) {
      sockets.iterator().next().close(DeskSocket.TOO_MANY);
    }
  }

  void remove(DeskSocket socket) {
    sockets.remove(socket);
  }

  void send(String frame) {
    // A copy: a socket that cannot keep up leaves the set while we write.
    for (DeskSocket socket : List.copyOf(sockets)) {
      socket.send(frame);
    }
  }

  /**
   * Sends the frame to all pages.
   *
   * @param received ends when the first of them has it, or at once when there is none
   */
  void send(String frame, CompletableFuture<Void> received) {
    send(frame);
    if (sockets.isEmpty()) {
      received.complete(null);
    }
    for (DeskSocket socket : List.copyOf(sockets)) {
      socket.whenReceived(received);
    }
  }

  List<DeskSocket> sockets(Predicate<DeskSocket> wanted) {
    return new ArrayList<>(sockets).stream().filter(wanted).toList();
  }

  void expect(WaitingCaller caller) {
    waiting.put(caller.call(), caller);
  }

  void expectNoMore(CallId call) {
    waiting.remove(call);
  }

  /** Callers of theirs who wait while they are busy, in the order in which that was told. */
  List<WaitingCaller> waiting() {
    return List.copyOf(waiting.values());
  }

  /** What is over and needs no judgement is not shown to pages opened later. */
  void callOut(CallOutCard card) {
    callOut = card.state() == CallOutState.ENDED && !card.isToJudge() ? null : card;
  }

  void callOutDone(CallId call) {
    CallOutCard now = callOut;
    if (now != null && now.call().equals(call) && now.state() == CallOutState.ENDED) {
      callOut = null;
    }
  }

  boolean isCallingOut(CallId call) {
    CallOutCard now = callOut;
    return now != null && now.call().equals(call) && now.state() != CallOutState.ENDED;
  }

  @Nullable CallOutCard callOut() {
    return callOut;
  }

  /** A card is sent again when it changes: news is another offer, or other people. */
  boolean isNews(Pop card) {
    Pop now = pop;
    return now == null
        || !now.offer().equals(card.offer())
        || !now.recognition().customers().equals(card.recognition().customers());
  }

  void show(Pop card) {
    pop = card;
  }

  void drop(OfferId offer) {
    Pop now = pop;
    if (now != null && now.offer().equals(offer)) {
      pop = null;
    }
  }

  void drop(CallId call) {
    if (isShowing(call)) {
      pop = null;
    }
  }

  /** The conversation is over; what follows it is not, unless there is no time for it. */
  void wrapUp(CallId call, boolean takesTime) {
    if (takesTime && isTalkingOn(call)) {
      wrappingUp = call;
    }
    drop(call);
  }

  /** Talks on it, or is not done with it yet. */
  boolean has(CallId call) {
    return isTalkingOn(call) || call.equals(wrappingUp);
  }

  /** The calls this agent talks on, or is not done with. */
  List<CallId> had() {
    Pop now = pop;
    List<CallId> had = new ArrayList<>();
    if (now != null && now.talking()) {
      had.add(now.call());
    }
    CallId before = wrappingUp;
    if (before != null) {
      had.add(before);
    }
    return had;
  }

  private boolean isTalkingOn(CallId call) {
    Pop now = pop;
    return now != null && now.talking() && now.call().equals(call);
  }

  boolean isShowing(CallId call) {
    Pop now = pop;
    return now != null && now.call().equals(call);
  }

  boolean isRinging(CallId call, OfferId offer) {
    Pop now = pop;
    return now != null && !now.talking() && now.call().equals(call) && now.offer().equals(offer);
  }

  @Nullable Pop pop() {
    return pop;
  }

  Activity activity() {
    return activity;
  }

  void observe(Activity observed) {
    activity = observed;
    if (observed == Activity.IDLE || observed == Activity.RINGING) {
      wrappingUp = null;
    }
  }

  void choose(Chosen choice) {
    chosen = choice;
  }

  /** What was chosen since we run wins over what was read from the store a moment ago. */
  Chosen chosen(AgentAccount read) {
    return chosen != null
        ? chosen
        : new Chosen(read.availability(), read.awayReason(), read.awayBecause());
  }
}
