package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;

/**
 * Callers who wait so long that their network would cut. A front door may have their side answered
 * then, and a plain ringing tone go on; nothing else ever answers it before a human does. While a
 * phone rings for them nobody is disturbed: the answer goes with the next instruction.
 */
final class LongWaits {
  private final Offering offering;
  private final Outbox out;

  LongWaits(Offering offering, Outbox out) {
    this.offering = offering;
    this.out = out;
  }

  void arrived(Call call, Instant now) {
    if (!call.isBilled()) {
      call.door()
          .policy()
          .longWait()
          .ifPresent(
              limit ->
                  out.add(
                      new Effect.SetTimer(
                          new Timer.LongWait(call.id()), left(limit, call.waited(now)))));
    }
  }

  /** They may have rung for long enough; a wait in the dialplan has to be left to be answered. */
  void over(Call call, Instant now) {
    if (!call.isLongFor(now)) {
      arrived(call, now); // it rang early, or the clock was set back, or the door was changed
    } else if (call.state() == CallState.WAITING && !call.isAsking() && offering.isLinked()) {
      out.add(new Effect.AskAgain(call.id(), call.channel()));
    }
  }

  /** The caller's side was answered; a human's picking up is told apart from this by the order. */
  void billed(Call call, Instant at) {
    boolean news = !call.isBilled();
    call.billed(at);
    if (news && call.isToldToAnswer() && call.state() != CallState.TALKING) {
      out.journal(new Step.Billed(call.id(), call.nextSeq(), at));
    }
  }

  /** What an earlier run of ours, or the channel alone, knows. */
  void found(Call call, Optional<Instant> billedSince) {
    billedSince.ifPresent(
        since -> {
          call.toldToAnswer();
          billed(call, since);
        });
  }

  private static Duration left(Duration limit, Duration waited) {
    Duration left = limit.minus(waited);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
