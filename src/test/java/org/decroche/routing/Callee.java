package org.decroche.routing;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferEnd;

/** Whoever an agent of the {@link World} calls, and the network between them. */
final class Callee {
  private static final List<OfferEnd> UNREACHED =
      List.of(OfferEnd.BUSY, OfferEnd.NO_ANSWER, OfferEnd.REFUSED, OfferEnd.UNREACHABLE);

  private final World world;
  private final CallId call;
  private final BooleanSupplier agentIsThere;
  private final Runnable hangUp;

  Callee(World world, CallId call, BooleanSupplier agentIsThere, Runnable hangUp) {
    this.world = world;
    this.call = call;
    this.agentIsThere = agentIsThere;
    this.hangUp = hangUp;
  }

  void dial() {
    then(world.upTo(50), () -> world.report(new Event.CalleeRings(world.time(), call)));
    then(100 + world.upTo(6000), this::answerOrNot);
  }

  private void answerOrNot() {
    if (world.chance(35)) {
      OfferEnd how = UNREACHED.get(world.dice.nextInt(UNREACHED.size()));
      world.report(new Event.CalleeUnreached(world.time(), call, how));
      hangUp.run();
    } else {
      world.report(new Event.CalleeAnswered(world.time(), call));
      then(500 + world.upTo(15_000), hangUp);
    }
  }

  private void then(long in, Runnable what) {
    world.later(
        in,
        () -> {
          if (agentIsThere.getAsBoolean()) {
            what.run();
          }
        });
  }
}
