package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Party;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;

/** What must hold after every single event, whatever the event. */
public final class Invariants {
  private final Map<CallId, List<Step>> record = new HashMap<>();
  private final Map<OfferId, AgentId> onDesk = new HashMap<>();
  private final Set<OfferId> talked = new HashSet<>();
  private final Set<OfferId> used = new HashSet<>();
  private final Set<CallId> arrived = new HashSet<>();
  private final Set<CallId> askedNow = new HashSet<>();
  private final Map<CallId, Step.CalledOut> callingOut = new LinkedHashMap<>();
  private final Set<CallId> callsOut = new LinkedHashSet<>();
  private Set<CallId> asking = new HashSet<>();

  public List<Step> steps(CallId call) {
    return record.getOrDefault(call, List.of());
  }

  /** The service starts anew: what the desks showed is gone, the record stays. */
  void restarted() {
    onDesk.clear();
    talked.clear();
    asking.clear();
    callingOut.clear();
    arrived.clear();
  }

  /** All calls out that began. */
  Set<CallId> callsOut() {
    return Set.copyOf(callsOut);
  }

  public void hold(Switchboard board, Event event, List<Effect> effects) {
    askedNow.clear();
    if (event instanceof Event.CallAsks question) {
      askedNow.add(question.call());
    }
    if (event instanceof Event.PhoneDialled question) {
      askedNow.add(question.call());
    }
    if (event instanceof Event.CallRecalled(Instant at, Recalled.Out says)
        && board.callOut(says.call()).isPresent()) {
      callingOut.putIfAbsent(says.call(), goesOn(says));
    }
    for (Effect effect : effects) {
      check(board, effect);
      if (effect instanceof Effect.HangUpChannel(CallId call, String channel)) {
        assertThat(board.call(call).map(Call::channel).filter(channel::equals))
            .as("nobody hangs up on %s but by an agent's word: %s", call, event)
            .matches(own -> own.isEmpty() || event instanceof Event.EndWanted);
      }
    }
    checkCallsAndAgents(board);
    asking = new HashSet<>();
    board.calls().stream().filter(Call::isAsking).map(Call::id).forEach(asking::add);
  }

  private void check(Switchboard board, Effect effect) {
    switch (effect) {
      case Effect.Journal(Step step) -> checkStep(board, step);
      case Effect.ShowPop(AgentId agent, var pop) -> {
        onDesk.put(pop.offer(), agent);
        if (pop.talking()) {
          talked.add(pop.offer()); // perhaps since before this run
        }
      }
      case Effect.WithdrawPop(AgentId agent, OfferId offer, var how) ->
          assertThat(onDesk.remove(offer))
              .as("a pop is taken from the desk it was on")
              .isEqualTo(agent);
      case Effect.Answer(CallId call, Instruction instruction) -> {
        assertThat(askedNow.remove(call) || asking.remove(call))
            .as("call %s is answered only when it asks", call)
            .isTrue();
        Instruction then = instruction;
        if (instruction instanceof Instruction.AnswerFirst first) {
          assertThat(board.call(call).flatMap(live -> live.door().policy().longWait()))
              .as("call %s is answered without a human where a door says so", call)
              .isPresent();
          then = first.then();
        }
        if (then instanceof Instruction.Ring ring) {
          checkRing(ring.offer());
        }
      }
      case Effect.Move(var call, var channel, Instruction.Ring ring) -> checkRing(ring.offer());
      case Effect.Dial(Leg leg)
          when leg.then() instanceof LegPurpose.Join && leg.to() instanceof LegTarget.OurPhone ->
          checkRing(new OfferId(Long.parseLong(leg.id().value().replace("leg-", ""))));
      case Effect.EndUnseen(var alive, var before) -> endUnseen(alive, before);
      default -> {}
    }
  }

  /** As the store does it. */
  private void endUnseen(Set<CallId> alive, Instant before) {
    record.forEach(
        (call, steps) -> {
          if (!alive.contains(call)
              && !(steps.getLast() instanceof Step.Ended)
              && steps.getFirst().at().isBefore(before)) {
            steps.add(new Step.Ended(call, steps.getLast().seq() + 1, before, Ending.UNSEEN));
            callingOut.remove(call);
          }
        });
  }

  private void checkRing(OfferId offer) {
    assertThat(onDesk).as("the card is on the desk before the phone rings").containsKey(offer);
    assertThat(used.add(offer)).as("an offer is made once").isTrue();
  }

  private void checkStep(Switchboard board, Step step) {
    if (step instanceof Step.Chosen && board.call(step.call()).isEmpty()) {
      return; // who it was may be said long after the end
    }
    List<Step> before = record.computeIfAbsent(step.call(), id -> new ArrayList<>());
    if (!before.isEmpty()) {
      assertThat(step.seq()).as("seq grows").isGreaterThan(before.getLast().seq());
      assertThat(before.getLast()).as("nothing after the end").isNotInstanceOf(Step.Ended.class);
    }
    if (step instanceof Step.Arrived) {
      assertThat(arrived.add(step.call())).as("arrives once").isTrue();
    }
    before.add(step);
    if (step instanceof Step.CalledOut out) {
      checkCallOut(out);
    } else if (step instanceof Step.Ended) {
      callingOut.remove(step.call());
    }
    if (step instanceof Step.Answered answered) {
      talked.add(answered.offer());
    }
    if (step instanceof Step.Joined joined) {
      talked.add(joined.offer());
    }
  }

  private void checkCallOut(Step.CalledOut out) {
    callsOut.add(out.call());
    for (Step.CalledOut other : callingOut.values()) {
      assertThat(out.number())
          .as("one call out at a time to a number")
          .isNotEqualTo(other.number());
      assertThat(out.agent()).as("one call out at a time by an agent").isNotEqualTo(other.agent());
      assertThat(out.customer().filter(who -> other.customer().equals(Optional.of(who))))
          .as("one call out at a time to a customer")
          .isEmpty();
    }
    callingOut.put(out.call(), out);
  }

  /** A call out that an earlier run of ours began. */
  private static Step.CalledOut goesOn(Recalled.Out says) {
    return new Step.CalledOut(
        says.call(),
        0,
        says.began(),
        says.door().orElse(Cast.DOOR.id()),
        says.number(),
        says.agent(),
        says.customer(),
        says.debt(),
        false);
  }

  private void checkCallsAndAgents(Switchboard board) {
    Map<AgentId, Call> inHand = new HashMap<>();
    Set<OfferId> live = new HashSet<>();
    for (Call call : board.calls()) {
      boolean held = call.state() == CallState.OFFERED || call.state() == CallState.TALKING;
      if (call.state() != CallState.TALKING) {
        assertThat(call.offer().isPresent()).as("an offer exactly while offered").isEqualTo(held);
      }
      if (call.state() != CallState.IDENTIFYING) {
        assertThat(call.isAsking()).as("no question is left open in %s", call.state()).isFalse();
      }
      for (Offer offer : offers(call)) {
        live.add(offer.id());
        assertThat(inHand.put(offer.agent(), call)).as("one call per agent").isNull();
        assertThat(onDesk).as("its card is on the desk").containsKey(offer.id());
      }
    }
    onDesk.keySet().retainAll(liveOrTalked(live));
    for (Agent agent : board.agents()) {
      Engagement expected =
          Optional.ofNullable(inHand.get(agent.id()))
              .map(
                  c ->
                      c.conversation().party(agent.id()).isPresent()
                          ? Engagement.TALKING
                          : Engagement.OFFERED)
              .orElse(Engagement.FREE);
      if (expected == Engagement.FREE) {
        assertThat(agent.engagement())
            .as("agent %s", agent.id())
            .isIn(Engagement.FREE, Engagement.WRAPPING_UP, Engagement.CALLING_OUT);
        if (agent.engagement() == Engagement.CALLING_OUT) {
          assertThat(callingOut.values())
              .as("agent %s calls out", agent.id())
              .extracting(Step.CalledOut::agent)
              .contains(agent.id());
        }
      } else {
        assertThat(agent.engagement()).as("agent %s", agent.id()).isEqualTo(expected);
      }
    }
  }

  /** Those that ring, and those that became a part in the conversation. */
  private static List<Offer> offers(Call call) {
    if (call.state() != CallState.TALKING) {
      assertThat(call.conversation().voices()).as("nobody talks in %s", call.state()).isZero();
      assertThat(call.conversation().invited()).as("nobody is rung to join").isEmpty();
      return call.offer().stream().toList();
    }
    Stream<Offer> rung =
        call.conversation().invited().stream()
            .flatMap(
                made ->
                    made instanceof Invitation.Colleague one
                        ? Stream.of(one.offer())
                        : Stream.empty());
    return Stream.concat(call.conversation().ours().stream().map(Party::offer), rung).toList();
  }

  /** A card whose offer is over must be gone, unless the talk it became is over too. */
  private Set<OfferId> liveOrTalked(Set<OfferId> live) {
    for (OfferId offer : onDesk.keySet()) {
      if (!live.contains(offer)) {
        assertThat(talked(offer)).as("card of %s was withdrawn or talked", offer).isTrue();
      }
    }
    return live;
  }

  private boolean talked(OfferId offer) {
    return talked.contains(offer);
  }
}
