package org.decroche.engine;

import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.Switchboard;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for every event that concerns a call: where it stood, what happened, where it stands.
 */
final class TransitionLog {
  private static final Logger LOG = LoggerFactory.getLogger("org.decroche.calls");

  private final Switchboard switchboard;

  TransitionLog(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  /** Writes the line last: a caller does not wait for it. */
  void around(Event event, Runnable core) {
    Optional<CallId> call = LOG.isInfoEnabled() ? concerned(event) : Optional.empty();
    if (call.isEmpty()) {
      core.run();
      return;
    }
    String before = state(call.get());
    core.run();
    String after = state(call.get());
    if (!before.equals("-") || !after.equals("-")) {
      LOG.info(
          "{}: {} -> {} -> {}",
          call.get().value(),
          before,
          event.getClass().getSimpleName(),
          after);
    }
  }

  private String state(CallId call) {
    return switchboard.call(call).map(Call::state).map(Enum::name).orElse("-");
  }

  private static Optional<CallId> concerned(Event event) {
    return switch (event) {
      case Event.CallAsks e -> Optional.of(e.call());
      case Event.CallerRecognised e -> Optional.of(e.call());
      case Event.CustomerChosen e -> Optional.of(e.call());
      case Event.PhoneRings e -> Optional.of(e.call());
      case Event.CallAnswered e -> Optional.of(e.call());
      case Event.CallBilled e -> Optional.of(e.call());
      case Event.CallEnded e -> Optional.of(e.call());
      case Event.AnswerLost e -> Optional.of(e.call());
      case Event.MoveFailed e -> Optional.of(e.call());
      case Event.FloorChanged e -> Optional.empty();
      case Event.AvailabilityChosen e -> Optional.empty();
      case Event.PhoneReported e -> Optional.empty();
      case Event.AsteriskSeen e -> Optional.empty();
      case Event.AsteriskLost e -> Optional.empty();
      case Event.TimerRang e -> Optional.empty();
    };
  }
}
