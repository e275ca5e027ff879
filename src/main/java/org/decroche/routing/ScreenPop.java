package org.decroche.routing;

import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.Pop;

/** The card of a call, as it is now, for the desk of the agent who has the call in hand. */
final class ScreenPop {
  private ScreenPop() {}

  static void show(Call call, Outbox out) {
    if (call.state() == CallState.OFFERED || call.state() == CallState.TALKING) {
      call.offer()
          .ifPresent(offer -> out.add(new Effect.ShowPop(offer.agent(), card(call, offer))));
    }
  }

  private static Pop card(Call call, Offer offer) {
    boolean talking = call.state() == CallState.TALKING;
    return new Pop(
        offer.id(),
        call.id(),
        talking,
        call.answeredAt().filter(at -> talking).orElse(offer.at()),
        call.door(),
        call.number(),
        call.recognition(),
        call.customer(),
        offer.reason());
  }
}
