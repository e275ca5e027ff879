package org.decroche.routing.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.leg.LegId;

/** What the record says of a call that goes on and that an earlier run of ours began. */
public sealed interface Recalled {
  CallId call();

  /** The front door that took it, or whose number is shown; empty when that was not seen. */
  Optional<FrontDoorId> door();

  /**
   * A caller's.
   *
   * @param answeredAt when the first human picked up; empty when that was not seen
   * @param answeredBy who that was, if they are known
   * @param billedSince when the caller's side was answered without a human, if it was
   * @param offers all of them, in their order
   * @param outside who was brought in from outside, in their order
   */
  record In(
      CallId call,
      Optional<FrontDoorId> door,
      CallerNumber number,
      Instant arrivedAt,
      Optional<Long> customer,
      Optional<Instant> answeredAt,
      Optional<AgentId> answeredBy,
      Optional<Instant> billedSince,
      List<Offered> offers,
      List<Outside> outside)
      implements Recalled {
    public In {
      offers = List.copyOf(offers);
      outside = List.copyOf(outside);
    }
  }

  /**
   * One that an agent made.
   *
   * @param answeredAt when somebody, or a machine, answered there; empty when that was not seen
   */
  record Out(
      CallId call,
      Optional<FrontDoorId> door,
      PhoneNumber number,
      AgentId agent,
      Instant began,
      Optional<Long> customer,
      Optional<Long> debt,
      Optional<Instant> answeredAt)
      implements Recalled {}

  /**
   * An offer that was made.
   *
   * @param talkingSince when its agent picked up, if they did
   */
  record Offered(
      OfferId offer, AgentId agent, Reason reason, Instant at, Optional<Instant> talkingSince) {}

  /** Somebody outside whose phone was rung by this leg. */
  record Outside(LegId leg, PhoneNumber number) {}
}
