package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.agent;
import static org.decroche.routing.Cast.call;

import java.time.Duration;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Pop;

/** What a test may expect of the core after the last event. */
abstract class Expecting<S> extends Watched {
  /** This scene, for the next sentence. */
  abstract S self();

  S offers(String call, String who) {
    assertThat(theCall(call).state()).as(call).isEqualTo(CallState.OFFERED);
    assertThat(theCall(call).offer().orElseThrow().agent()).isEqualTo(agent(who));
    return self();
  }

  /** Offered by the event just taken. */
  S offersNow(String call, String who) {
    assertThat(effects(Effect.ShowPop.class))
        .extracting(Effect.ShowPop::agent)
        .contains(agent(who));
    return offers(call, who);
  }

  /** When the timer set by the event just taken, of this kind, rings. */
  Duration timerIn(Class<? extends Timer> kind) {
    return effects(Effect.SetTimer.class).stream()
        .filter(set -> kind.isInstance(set.timer()))
        .map(Effect.SetTimer::after)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no timer " + kind.getSimpleName()));
  }

  S because(String call, String rule) {
    assertThat(theCall(call).offer().orElseThrow().reason().rule()).isEqualTo(rule);
    return self();
  }

  S inState(String call, CallState state) {
    assertThat(theCall(call).state()).as(call).isEqualTo(state);
    return self();
  }

  S waits(String call) {
    return inState(call, CallState.WAITING);
  }

  S engaged(String who, Engagement in) {
    assertThat(theAgent(who).engagement()).as(who).isEqualTo(in);
    return self();
  }

  S isFree(String who) {
    assertThat(theAgent(who).engagement()).as(who).isEqualTo(Engagement.FREE);
    return self();
  }

  S isAway(String who) {
    assertThat(theAgent(who).availability()).as(who).isEqualTo(Availability.AWAY);
    return self();
  }

  S isReady(String who) {
    assertThat(theAgent(who).availability()).as(who).isEqualTo(Availability.READY);
    return self();
  }

  S nothingHappens() {
    assertThat(effects()).isEmpty();
    return self();
  }

  S movesNow(String call, String who) {
    assertThat(effects(Effect.Move.class))
        .extracting(Effect.Move::call, move -> move.to().phone())
        .contains(org.assertj.core.groups.Tuple.tuple(call(call), Cast.phone(who)));
    return self();
  }

  S answersNow(String call, Class<? extends Instruction> instruction) {
    assertThat(effects(Effect.Answer.class))
        .filteredOn(answer -> answer.call().equals(call(call)))
        .singleElement()
        .extracting(Effect.Answer::instruction)
        .isInstanceOf(instruction);
    return self();
  }

  S withdrawsNow(String who, OfferEnd how) {
    assertThat(effects(Effect.WithdrawPop.class))
        .extracting(Effect.WithdrawPop::agent, Effect.WithdrawPop::how)
        .contains(org.assertj.core.groups.Tuple.tuple(agent(who), how));
    return self();
  }

  Pop pop(String who) {
    return effects(Effect.ShowPop.class).stream()
        .filter(pop -> pop.agent().equals(agent(who)))
        .map(Effect.ShowPop::pop)
        .reduce((a, b) -> b)
        .orElseThrow(() -> new AssertionError("no pop for " + who));
  }
}
