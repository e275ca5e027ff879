package org.decroche.demo;

/** What the caller's side of the wire shows: the only honest word on what they heard and paid. */
final class CallerSide {
  private final Observed seen;
  private final Teller teller;
  private final Words words;

  CallerSide(Observed seen, Teller teller, Words words) {
    this.seen = seen;
    this.teller = teller;
    this.words = words;
  }

  void look(Caller caller) {
    caller.fresh().forEach(this::take);
  }

  private void take(SipMessage message) {
    if (message.sent() && message.isRequest("INVITE") && seen.dialled == null) {
      seen.dialled = message.at();
    } else if (message.isInviteAnswer(180) && seen.firstRing == null) {
      seen.firstRing = message.at();
      teller.startAt(message.at());
    } else if (message.isInviteAnswer(183) && seen.soundBeforeAnswer == null) {
      seen.soundBeforeAnswer = message.at();
      teller.tell(message.at(), words.say("sound"));
    } else if (message.isInviteAnswer(200) && seen.answeredForCaller == null) {
      seen.answeredForCaller = message.at();
    } else if (isEnd(message) && seen.hungUp == null) {
      seen.hungUp = message.at();
      teller.tell(
          message.at(), words.say(seen.answeredForCaller == null ? "ends-unanswered" : "ends"));
    }
  }

  private static boolean isEnd(SipMessage message) {
    boolean refused =
        message.cseq().endsWith("INVITE") && message.start().matches("SIP/2\\.0 [3-6].*");
    return refused || message.isRequest("BYE") || message.isRequest("CANCEL");
  }
}
