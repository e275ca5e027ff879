package org.decroche;

import org.decroche.engine.FloorSource;
import org.decroche.numbers.Destination;
import org.decroche.numbers.DestinationReader;
import org.decroche.routing.Floor;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.caller.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The floor, with nobody to be rung outside where nobody may be called. Their number was judged
 * when it was set; since then the house may have narrowed its destinations, lost its provider or
 * opened a front door with it. Their own phone rings then, as if they had no number outside.
 *
 * @param trunk whether a trunk for calls out is set
 */
record CallableFloor(FloorSource source, DestinationReader reader, String country, boolean trunk)
    implements FloorSource {
  private static final Logger LOG = LoggerFactory.getLogger(CallableFloor.class);

  @Override
  public Floor load() {
    Floor floor = source.load();
    return new Floor(
        floor.doors(),
        floor.agents().stream().map(agent -> reached(agent, floor)).toList(),
        floor.house());
  }

  private AgentProfile reached(AgentProfile agent, Floor floor) {
    if (agent.outside().filter(number -> !mayBeCalled(number, floor)).isEmpty()) {
      return agent;
    }
    LOG.warn(
        "agent {} is rung at their own phone: their number outside may not be called",
        agent.id().value());
    return agent.ringingAtTheirOwn();
  }

  private boolean mayBeCalled(PhoneNumber number, Floor floor) {
    return trunk
        && floor.doors().stream().noneMatch(door -> door.number().equals(number))
        && reader.read(number.e164(), country, floor.house().out().prefixes())
            instanceof Destination.Callable;
  }
}
