package org.decroche.acceptance.stories;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.stories.Stage.Ring;
import org.decroche.stories.Stage.State;

/** What became of the calls at a phone, read from its SIP messages. */
final class Rings {
  private Rings() {}

  /**
   * One for each call, in order.
   *
   * @param invites the first message of each
   * @param caller whose call it is, by its first message
   */
  static List<Ring> of(
      List<SipMessage> invites, List<SipMessage> messages, Function<SipMessage, String> caller) {
    return invites.stream().map(invite -> of(invite, messages, caller.apply(invite))).toList();
  }

  private static Ring of(SipMessage invite, List<SipMessage> messages, String caller) {
    Optional<Instant> until = Optional.empty();
    State state = State.RINGING;
    for (SipMessage message : messages) {
      if (message.callId().equals(invite.callId()) && state != State.OVER) {
        if (ends(message)) {
          until = Optional.of(message.at());
          state = State.OVER;
        } else if (message.whatOf().equals("ACK")) {
          state = State.TALKING;
        }
      }
    }
    return new Ring(caller, invite.at(), until, state);
  }

  private static boolean ends(SipMessage message) {
    return message.whatOf().equals("CANCEL")
        || message.whatOf().equals("BYE")
        || (message.isAnswer()
            && message.whatOf().endsWith(" INVITE")
            && message.what().compareTo("300") >= 0);
  }
}
