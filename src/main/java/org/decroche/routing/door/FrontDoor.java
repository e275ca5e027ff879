package org.decroche.routing.door;

import java.time.Duration;
import org.decroche.routing.caller.PhoneNumber;

/**
 * A public number and how its calls are offered.
 *
 * @param country ISO 3166 code: how a caller's number without a country's code is meant
 * @param offerTime how long one agent's phone rings before the next human is tried
 * @param policy who else may answer, and when
 */
public record FrontDoor(
    FrontDoorId id,
    String name,
    PhoneNumber number,
    String country,
    TeamId team,
    String teamName,
    Duration offerTime,
    Policy policy) {

  /** A door with nothing but its team. */
  public FrontDoor(
      FrontDoorId id,
      String name,
      PhoneNumber number,
      String country,
      TeamId team,
      String teamName,
      Duration offerTime) {
    this(id, name, number, country, team, teamName, offerTime, Policy.PLAIN);
  }

  /** The same number with another team behind it. */
  public FrontDoor behind(TeamId other, String name) {
    return new FrontDoor(id, this.name, number, country, other, name, offerTime, policy);
  }

  public FrontDoor with(Policy other) {
    return new FrontDoor(id, name, number, country, team, teamName, offerTime, other);
  }
}
