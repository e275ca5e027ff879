package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.TeamId;

/** First come, first served; and nobody waits while somebody is free for them. */
final class Fairness {
  // A timer may ring a little late.
  private static final Duration LATE = Duration.ofSeconds(1);
  private static final Duration REST = Limits.DEFAULT.rest().plusSeconds(1);

  private final Switchboard board;

  Fairness(Switchboard board) {
    this.board = board;
  }

  void hold(List<Effect> effects, boolean link, Instant now) {
    if (!link) {
      return;
    }
    List<Call> waiting =
        board.calls().stream().filter(call -> call.state() == CallState.WAITING).toList();
    for (Agent agent : board.agents()) {
      for (Call call : waiting) {
        boolean could = mayServe(agent, call, now) && !rests(agent, call, now);
        assertThat(could)
            .as("%s waits at %s while %s is free", call.id(), now, agent.id())
            .isFalse();
        if (!rests(agent, call, now) && mightServe(agent, call)) {
          checkTurn(effects, agent, call);
        }
      }
    }
  }

  private void checkTurn(List<Effect> effects, Agent agent, Call waiting) {
    for (Call served : board.calls()) {
      boolean offeredNow =
          served.state() == CallState.OFFERED
              && served.offer().orElseThrow().agent().equals(agent.id())
              && effects.stream()
                  .anyMatch(
                      effect ->
                          effect instanceof Effect.Journal(Step step)
                              && step instanceof Step.Offered offered
                              && offered.offer().equals(served.offer().orElseThrow().id()));
      if (offeredNow) {
        assertThat(waiting.arrivedAt())
            .as("%s was offered %s before %s", agent.id(), served.id(), waiting.id())
            .isAfterOrEqualTo(served.arrivedAt());
      }
    }
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
  private boolean mayServe(Agent agent, Call call, Instant now) {
    Instant told = now.minus(LATE);
    Policy policy = call.door().policy();
    boolean onCall = policy.onCall().equals(Optional.of(agent.id()));
    if (!policy.hours().isOpen(told) && !policy.hours().isOpen(call.arrivedAt())) {
      return onCall && agent.canRing() && !policy.hours().isOpen(now);
    }
    if (!agent.isFree()) {
      return false;
    }
    boolean patient = told.isBefore(call.arrivedAt().plus(policy.patience()));
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
                    next ->
                        teams.contains(next.team())
                            && !told.isBefore(call.arrivedAt().plus(next.after()))));
  }

  private Set<Agent> known(Call call) {
    Set<AgentId> known = new HashSet<>();
    call.openCase().ifPresent(open -> known.add(open.owner()));
    call.owed().ifPresent(owed -> known.add(owed.by()));
    call.lastTalk().ifPresent(talk -> known.add(talk.agent()));
    return board.agents().stream()
        .filter(agent -> known.contains(agent.id()))
        .collect(Collectors.toSet());
  }

  private static boolean rests(Agent agent, Call call, Instant now) {
    Instant tried = call.tried().get(agent.id());
    return tried != null && now.isBefore(tried.plus(REST));
  }
}
