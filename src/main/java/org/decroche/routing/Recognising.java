package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;

/** What becomes known of a caller, in time or late, and what that changes. */
final class Recognising {
  private final Offering offering;
  private final Outbox out;

  Recognising(Offering offering, Outbox out) {
    this.offering = offering;
    this.out = out;
  }

  void recognised(Call call, Recognition recognition, Instant now) {
    boolean first = call.recognition().lookUp() == LookUp.PENDING;
    boolean late = recognition.lookUp() == LookUp.LATE;
    if (!first && (late || recognition.equals(call.recognition()))) {
      return; // what is known already is as good or better
    }
    call.recognise(recognition);
    if (late) {
      out.journal(new Step.LookUpLate(call.id(), call.nextSeq(), now));
    } else {
      journal(call, now);
    }
    goOn(call, now);
  }

  /** The look-up had its time. */
  void late(Call call, Instant now) {
    if (call.recognition().lookUp() == LookUp.PENDING) {
      recognised(call, Recognition.LATE, now);
    }
  }

  /** Somebody said who it is. A call that is over has its line in the record all the same. */
  void chosen(Optional<Call> live, Event.CustomerChosen e) {
    live.ifPresentOrElse(
        call -> chosen(call, e),
        () ->
            out.journal(
                new Step.Chosen(e.call(), e.at().toEpochMilli(), e.at(), e.customer(), e.by())));
  }

  private void chosen(Call call, Event.CustomerChosen e) {
    Instant now = e.at();
    long customer = e.customer();
    boolean news = !call.customer().filter(known -> known == customer).isPresent();
    call.choose(customer);
    if (news) {
      out.journal(new Step.Chosen(call.id(), call.nextSeq(), now, customer, e.by()));
    }
    if (call.state() != CallState.IDENTIFYING) {
      goOn(call, now);
    }
    // They may have been written down just now, or be somebody of another number.
    lookUpChosen(call, out);
  }

  /** Asks for whoever was chosen, beside whoever uses the number. */
  static void lookUpChosen(Call call, Outbox out) {
    Optional<PhoneNumber> number =
        call.number() instanceof CallerNumber.Dialable dialable
            ? Optional.of(dialable.number())
            : Optional.empty();
    if (number.isPresent() || call.customer().isPresent()) {
      out.add(new Effect.LookUp(call.id(), call.door().id(), number, call.customer()));
    }
  }

  private void goOn(Call call, Instant now) {
    switch (call.state()) {
      case IDENTIFYING, WAITING -> offering.decide(call, now);
      case OFFERED, TALKING -> ScreenPop.show(call, out);
      case ADRIFT -> {}
    }
  }

  private void journal(Call call, Instant now) {
    Recognition known = call.recognition();
    out.journal(
        new Step.Identified(
            call.id(),
            call.nextSeq(),
            now,
            known.lookUp(),
            call.customer(),
            known.customers().size()));
  }
}
