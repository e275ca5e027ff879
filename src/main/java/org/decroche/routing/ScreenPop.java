package org.decroche.routing;

import java.time.Instant;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.Party;
import org.decroche.routing.call.Pop;

/** The card of a call, as it is now, for the desk of every agent who has the call in hand. */
final class ScreenPop {
  private ScreenPop() {}

  static void show(Call call, Outbox out) {
    switch (call.state()) {
      case OFFERED -> call.offer().ifPresent(offer -> show(call, offer, false, offer.at(), out));
      case TALKING -> {
        for (Party party : call.conversation().ours()) {
          show(call, party.offer(), true, party.since(), out);
        }
        // Last: their phone is about to ring, and waits for this card.
        call.conversation()
            .invited()
            .ifPresent(
                made -> {
                  if (made instanceof Invitation.Colleague one) {
                    show(call, one.offer(), false, one.offer().at(), out);
                  }
                });
      }
      case IDENTIFYING, WAITING, ADRIFT -> {}
    }
  }

  private static void show(Call call, Offer offer, boolean talking, Instant since, Outbox out) {
    out.add(
        new Effect.ShowPop(
            offer.agent(),
            new Pop(
                offer.id(),
                call.id(),
                talking,
                since,
                call.door(),
                call.number(),
                call.recognition(),
                call.customer(),
                offer.reason(),
                call.conversation().others(offer.agent()),
                call.billedBefore(call.answeredAt().orElse(since)),
                offer.explanation())));
  }
}
