package org.decroche.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;
import org.decroche.routing.Switchboard;
import org.decroche.routing.Timer;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for every call that an event concerns or changes: where it stood, what happened, where
 * it stands.
 */
final class TransitionLog {
  private static final Logger LOG = LoggerFactory.getLogger("org.decroche.calls");
  private static final String NOWHERE = "-";

  private final Switchboard switchboard;
  private final Consumer<String> line;

  /** Where each call stood after the last event: many events change calls they do not name. */
  private final Map<CallId, String> stood = new HashMap<>();

  TransitionLog(Switchboard switchboard) {
    this(switchboard, LOG::info);
  }

  TransitionLog(Switchboard switchboard, Consumer<String> line) {
    this.switchboard = switchboard;
    this.line = line;
  }

  /** Writes what the event and its effects came to. */
  void note(Event event, List<Effect> effects) {
    if (LOG.isInfoEnabled()) {
      Optional<CallId> named = named(event);
      for (CallId call : touched(event, named, effects)) {
        note(call, event, named.filter(call::equals).isPresent());
      }
    }
  }

  private void note(CallId call, Event event, boolean always) {
    String after =
        switchboard
            .call(call)
            .<Enum<?>>map(Call::state)
            .or(() -> switchboard.callOut(call))
            .map(Enum::name)
            .orElse(NOWHERE);
    String known = after.equals(NOWHERE) ? stood.remove(call) : stood.put(call, after);
    String before = known == null ? NOWHERE : known;
    boolean changed = !before.equals(after);
    if (changed || (always && !after.equals(NOWHERE))) {
      line.accept(
          call.value()
              + ": "
              + before
              + " -> "
              + event.getClass().getSimpleName()
              + " -> "
              + after);
    }
  }

  /** Whatever is done for a call names it; a whole look at Asterisk may change any of them. */
  private Set<CallId> touched(Event event, Optional<CallId> named, List<Effect> effects) {
    Set<CallId> calls = new LinkedHashSet<>();
    named.ifPresent(calls::add);
    effects.forEach(effect -> named(effect).ifPresent(calls::add));
    if (event instanceof Event.AsteriskSeen) {
      calls.addAll(stood.keySet());
    }
    return calls;
  }

  private static Optional<CallId> named(Event event) {
    return switch (event) {
      case Event.CallAsks e -> Optional.of(e.call());
      case Event.CallerRecognised e -> Optional.of(e.call());
      case Event.CustomerChosen e -> Optional.of(e.call());
      case Event.PhoneRings e -> Optional.of(e.call());
      case Event.OfferRefused e -> Optional.of(e.call());
      case Event.OfferWithdrawn e -> Optional.of(e.call());
      case Event.CallAnswered e -> Optional.of(e.call());
      case Event.CallBilled e -> Optional.of(e.call());
      case Event.JoinWanted e -> Optional.of(e.call());
      case Event.JoinWithdrawn e -> Optional.of(e.call());
      case Event.LeaveWanted e -> Optional.of(e.call());
      case Event.EndWanted e -> Optional.of(e.call());
      case Event.TogetherFailed e -> Optional.of(e.call());
      case Event.PhoneHungUp e ->
          Optional.empty(); // of little news; a leaving shows by its effects
      case Event.CallEnded e -> Optional.of(e.call());
      case Event.AnswerLost e -> Optional.of(e.call());
      case Event.MoveFailed e -> Optional.of(e.call());
      case Event.TimerRang e -> named(e.timer());
      case Event.FloorChanged e -> Optional.empty();
      case Event.AvailabilityChosen e -> Optional.empty();
      case Event.DeskSeen e -> Optional.empty();
      case Event.WrapUpEnded e -> Optional.empty();
      case Event.PhoneReported e -> Optional.empty();
      case Event.CallOutWanted e -> Optional.empty();
      case Event.CallsOutCounted e -> Optional.empty();
      case Event.CallOutDropped e -> Optional.of(e.call());
      case Event.PhoneDialled e -> Optional.of(e.call());
      case Event.CalleeRings e -> Optional.of(e.call());
      case Event.CalleeAnswered e -> Optional.of(e.call());
      case Event.CalleeUnreached e -> Optional.of(e.call());
      case Event.LegUp e -> Optional.empty();
      case Event.KeyPressed e -> Optional.empty();
      case Event.LegDown e -> Optional.empty();
      case Event.PhoneLost e -> Optional.empty();
      case Event.AsteriskSeen e -> Optional.empty();
      case Event.CallRecalled e -> Optional.of(e.says().call());
      case Event.AsteriskLost e -> Optional.empty();
    };
  }

  private static Optional<CallId> named(Timer timer) {
    return switch (timer) {
      case Timer.LookUpDeadline t -> Optional.of(t.call());
      case Timer.RestOver t -> Optional.of(t.call());
      case Timer.OfferOverdue t -> Optional.of(t.call());
      case Timer.ReachChanges t -> Optional.of(t.call());
      case Timer.LongWait t -> Optional.of(t.call());
      case Timer.WrapUpOver t -> Optional.empty();
      case Timer.ReportMissing t -> Optional.empty();
      case Timer.DeskAwaited t -> Optional.empty();
    };
  }

  private static Optional<CallId> named(Effect effect) {
    return switch (effect) {
      case Effect.LookUp e -> Optional.of(e.call());
      case Effect.Answer e -> Optional.of(e.call());
      case Effect.Move e -> Optional.of(e.call());
      case Effect.AskAgain e -> Optional.of(e.call());
      case Effect.ShowPop e -> Optional.of(e.pop().call());
      case Effect.ShowEnded e -> Optional.of(e.call());
      case Effect.Journal e -> Optional.of(e.step().call());
      case Effect.SetTimer e -> named(e.timer());
      case Effect.ShowCallerWaiting e -> Optional.of(e.caller().call());
      case Effect.ShowCallerGone e -> Optional.of(e.call());
      case Effect.BringTogether e -> Optional.of(e.call());
      case Effect.HangUpChannel e -> Optional.of(e.call());
      case Effect.MoveCase e -> Optional.of(e.call());
      case Effect.ShowNotJoined e -> Optional.of(e.call());
      case Effect.Reply e -> Optional.empty();
      case Effect.ShowCallOut e -> Optional.of(e.card().call());
      case Effect.ReplyCallOut e -> Optional.empty();
      case Effect.Dial e -> Optional.empty();
      case Effect.HangUp e -> Optional.empty();
      case Effect.MakeAway e -> Optional.empty();
      case Effect.WithdrawPop e -> Optional.empty();
      case Effect.ShowActivity e -> Optional.empty();
      case Effect.EndUnseen e -> Optional.empty();
      case Effect.Recall e -> Optional.empty();
      case Effect.SetFallbackMember e -> Optional.empty();
      case Effect.SetFallbackMembers e -> Optional.empty();
    };
  }
}
