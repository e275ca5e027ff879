package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Offer;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.TeamId;

/**
 * First come, first served; and nobody waits while somebody is free for them. Times here are by a
 * clock that nobody can set, but for the hours of a door.
 */
final class Fairness {
  // A timer may ring a little late.
  private static final Duration LATE = Duration.ofSeconds(1);
  private static final Duration REST = Limits.DEFAULT.rest().plusSeconds(1);
  // A clock that was set is noticed when a waiting caller asks again: after a round, or after half
  // a minute in the fallback. How long they waited between two questions is then not counted.
  private static final Duration TO_NOTICE_A_JUMP = Duration.ofSeconds(40);
  // A caller whose first question was lost while the clock was set asks again after half a minute
  // in
  // the fallback, and only then has a place: the time on their channel is the other clock's.
  private static final Duration SAME_MOMENT = TO_NOTICE_A_JUMP;

  private record Refusal(CallId call, AgentId agent) {}

  private final Supplier<Switchboard> board;
  private final Function<CallId, Instant> arrived;
  private final Map<Refusal, Instant> refused = new HashMap<>();
  private Instant noticed = Instant.MIN;
  private boolean jumped;

  Fairness(Supplier<Switchboard> board, Function<CallId, Instant> arrived) {
    this.board = board;
    this.arrived = arrived;
  }

  /** A start of the service forgets who rests from whom. */
  void restarted() {
    refused.clear();
  }

  void clockJumped(Instant steady) {
    noticed = steady.plus(TO_NOTICE_A_JUMP);
    jumped = true;
  }

  /**
   * To be asked after every event.
   *
   * @param wall what the clock on the wall shows
   * @param steady what a clock shows that nobody can set
   */
  void hold(List<Effect> effects, boolean link, Instant wall, Instant steady) {
    steps(effects, Step.OfferEnded.class)
        .forEach(over -> refused.put(new Refusal(over.call(), over.agent()), steady));
    List<Call> waiting =
        board.get().calls().stream().filter(call -> call.state() == CallState.WAITING).toList();
    if (!link || waiting.isEmpty()) {
      return;
    }
    for (Step.Offered offered : steps(effects, Step.Offered.class)) {
      inTheAir(offered).ifPresent(served -> checkTurn(offered.agent(), served, waiting, steady));
    }
    for (Step.CalledOut out : steps(effects, Step.CalledOut.class)) {
      checkNobodyWaitsFor(out.agent(), waiting);
    }
    if (steady.isBefore(noticed)) {
      return;
    }
    for (Agent agent : board.get().agents()) {
      if (agent.canRing()) {
        for (Call call : waiting) {
          assertThat(mayServe(agent, call, wall, steady) && !rests(agent, call, steady))
              .as("%s waits at %s while %s is free", call.id(), wall, agent.id())
              .isFalse();
        }
      }
    }
  }

  private static <S extends Step> List<S> steps(List<Effect> effects, Class<S> kind) {
    return effects.stream()
        .filter(Effect.Journal.class::isInstance)
        .map(effect -> ((Effect.Journal) effect).step())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private Optional<Call> inTheAir(Step.Offered offered) {
    return board
        .get()
        .call(offered.call())
        .filter(call -> call.state() == CallState.OFFERED)
        .filter(call -> call.offer().map(Offer::id).equals(Optional.of(offered.offer())));
  }

  private void checkTurn(AgentId to, Call served, List<Call> waiting, Instant steady) {
    Agent agent = find(to);
    for (Call call : waiting) {
      if (mightServe(agent, call) && !rests(agent, call, steady)) {
        assertThat(arrived.apply(call.id()))
            .as("%s was offered %s before %s", to, served.id(), call.id())
            .isAfterOrEqualTo(
                arrived.apply(served.id()).minus(jumped ? SAME_MOMENT : Duration.ZERO));
      }
    }
  }

  private void checkNobodyWaitsFor(AgentId id, List<Call> waiting) {
    Agent agent = find(id);
    for (Call call : waiting) {
      assertThat(mightServe(agent, call))
          .as("%s calls out while %s waits for them", id, call.id())
          .isFalse();
    }
  }

  private Agent find(AgentId id) {
    return board.get().agents().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Of its own team and in no doubt: the door is open and nobody in particular is waited for. */
  private boolean mightServe(Agent agent, Call call) {
    Policy policy = call.door().policy();
    return agent.profile().teams().contains(call.door().team())
        && agent.availability() == Availability.READY
        && policy.hours().isOpen(call.arrivedAt())
        && (known(call).isEmpty() || policy.patience().isZero());
  }

  /** The rule, said once more in other words: who may be rung for whom. */
  private boolean mayServe(Agent agent, Call call, Instant wall, Instant steady) {
    Policy policy = call.door().policy();
    Duration late = jumped ? TO_NOTICE_A_JUMP : LATE;
    Duration waited = Duration.between(arrived.apply(call.id()), steady.minus(late));
    Instant told = wall.minus(jumped ? TO_NOTICE_A_JUMP : LATE);
    boolean onCall =
        policy.onCallAt(told).equals(Optional.of(agent.id()))
            && policy.onCallUntil(told).map(wall::isBefore).orElse(true);
    if (!policy.hours().isOpen(told) && !policy.hours().isOpen(call.arrivedAt())) {
      return onCall && agent.canRing() && !policy.hours().isOpen(wall);
    }
    if (!agent.isFree()) {
      return false;
    }
    boolean patient = waited.compareTo(policy.patience()) < 0;
    boolean rightOneIsBusy =
        known(call).stream().anyMatch(who -> who.isBusy() && !call.tried().containsKey(who.id()));
    if (known(call).contains(agent)) {
      return true;
    }
    Set<TeamId> teams = agent.profile().teams();
    return !(patient && rightOneIsBusy)
        && (teams.contains(call.door().team())
            || policy.overflow().stream()
                .anyMatch(
                    next -> teams.contains(next.team()) && waited.compareTo(next.after()) >= 0));
  }

  private Set<Agent> known(Call call) {
    Set<AgentId> known = new HashSet<>();
    call.openCase().ifPresent(open -> known.add(open.owner()));
    call.owed().ifPresent(owed -> known.add(owed.by()));
    call.lastTalk().ifPresent(talk -> known.add(talk.agent()));
    return board.get().agents().stream()
        .filter(agent -> known.contains(agent.id()))
        .collect(Collectors.toSet());
  }

  private boolean rests(Agent agent, Call call, Instant steady) {
    Instant over = refused.get(new Refusal(call.id(), agent.id()));
    // A rest that began before the clock was set may be counted anew.
    Duration rest = jumped ? REST.plus(TO_NOTICE_A_JUMP) : REST;
    return over != null && steady.isBefore(over.plus(rest));
  }
}
