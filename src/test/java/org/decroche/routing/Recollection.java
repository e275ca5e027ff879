package org.decroche.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Recalled;

/** What the record of the {@link World} says of a call, as the store tells a new start of it. */
final class Recollection {
  private Recollection() {}

  /** Empty for a call of which nothing is on record. */
  static Optional<Recalled> of(CallId call, List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.CalledOut out) {
        return Optional.of(out(out, steps));
      }
      if (step instanceof Step.Arrived in) {
        return Optional.of(in(call, in, steps));
      }
    }
    return Optional.empty();
  }

  private static Recalled out(Step.CalledOut out, List<Step> steps) {
    return new Recalled.Out(
        out.call(),
        Optional.of(out.door()),
        out.number(),
        out.agent(),
        out.at(),
        out.customer(),
        out.debt(),
        first(steps, Step.CalleeAnswered.class).map(Step::at));
  }

  private static Recalled in(CallId call, Step.Arrived in, List<Step> steps) {
    Optional<Step.Answered> answered = first(steps, Step.Answered.class);
    return new Recalled.In(
        call,
        Optional.of(in.door()),
        in.number(),
        in.at(),
        Optional.empty(),
        answered.map(Step::at),
        answered.map(Step.Answered::agent),
        first(steps, Step.Billed.class).map(Step::at),
        all(steps, Step.Offered.class).stream()
            .map(
                made ->
                    new Recalled.Offered(
                        made.offer(),
                        made.agent(),
                        made.reason(),
                        made.at(),
                        talkingSince(made.offer(), steps)))
            .toList(),
        all(steps, Step.Outside.class).stream()
            .filter(one -> one.what() == Step.Outside.What.RUNG)
            .map(one -> new Recalled.Outside(one.leg(), one.number()))
            .toList());
  }

  private static Optional<Instant> talkingSince(OfferId offer, List<Step> steps) {
    return steps.stream()
        .filter(
            step ->
                (step instanceof Step.Answered one && one.offer().equals(offer))
                    || (step instanceof Step.Joined other && other.offer().equals(offer)))
        .map(Step::at)
        .findFirst();
  }

  private static <S extends Step> Optional<S> first(List<Step> steps, Class<S> kind) {
    return all(steps, kind).stream().findFirst();
  }

  private static <S extends Step> List<S> all(List<Step> steps, Class<S> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
