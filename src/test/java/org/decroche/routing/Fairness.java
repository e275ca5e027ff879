package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;

/** First come, first served; and nobody waits while somebody is free for them. */
final class Fairness {
  // A timer may ring a little late.
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
        boolean could = mayServe(agent, call) && !rests(agent, call, now);
        assertThat(could && agent.isFree())
            .as("%s waits at %s while %s is free", call.id(), now, agent.id())
            .isFalse();
        if (could) {
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

  private static boolean mayServe(Agent agent, Call call) {
    return agent.profile().teams().contains(call.door().team())
        || call.wanted().contains(agent.id());
  }

  private static boolean rests(Agent agent, Call call, Instant now) {
    Instant tried = call.tried().get(agent.id());
    return tried != null && now.isBefore(tried.plus(REST));
  }
}
