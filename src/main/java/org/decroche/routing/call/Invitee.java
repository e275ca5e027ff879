package org.decroche.routing.call;

import java.time.Duration;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;

/** Who is wanted on a line. */
public sealed interface Invitee {
  record Colleague(AgentId agent) implements Invitee {}

  /** Whoever of the team has been free the longest. */
  record AnyOf(TeamId team) implements Invitee {}

  /**
   * A number outside, of a destination that may be called.
   *
   * @param ring the longest it rings there
   */
  record Outsider(PhoneNumber number, Duration ring) implements Invitee {}
}
