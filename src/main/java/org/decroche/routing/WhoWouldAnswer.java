package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.why.Explanation;
import org.decroche.routing.why.Foreseen;
import org.decroche.routing.why.Stage;

/**
 * Decides about a call that is not there, by the search that decides about calls. Changes nothing.
 */
final class WhoWouldAnswer {
  private static final CallId NO_CALL = new CallId("foreseen");

  /** More than a front door has teams that help one after the other. */
  private static final int MOST_MOMENTS = 20;

  private final WhoAnswers who;

  WhoWouldAnswer(WhoAnswers who) {
    this.who = who;
  }

  /**
   * From the first ring on, through every moment at which the time alone lets others be asked,
   * until somebody's phone would ring. Nobody waits for a closed door to open.
   */
  List<Foreseen> foresee(FrontDoor door, CallerNumber number, Recognition known, Instant at) {
    Call call = new Call(NO_CALL, "", door, number, at, at, at, 1);
    call.recognise(known);
    List<Foreseen> moments = new ArrayList<>();
    Optional<Instant> next = Optional.of(at);
    while (next.isPresent() && moments.size() < MOST_MOMENTS) {
      Instant now = next.get();
      Search search = who.search(call, now);
      moments.add(foreseen(Duration.between(at, now), search));
      next = search.choice().isPresent() ? Optional.empty() : later(search.explanation(), now);
    }
    return moments;
  }

  private static Optional<Instant> later(Explanation explanation, Instant now) {
    return explanation.stage() == Stage.CLOSED
        ? Optional.empty()
        : explanation.until().filter(now::isBefore);
  }

  private static Foreseen foreseen(Duration after, Search search) {
    return new Foreseen(
        after,
        search
            .choice()
            .map(
                choice ->
                    new Foreseen.Chosen(
                        choice.agent().id(), choice.agent().profile().name(), choice.reason())),
        search.explanation());
  }
}
