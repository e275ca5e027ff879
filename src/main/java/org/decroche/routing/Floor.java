package org.decroche.routing;

import java.util.List;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.door.FrontDoor;

/** Everybody who may answer and every number that may be called, as the store has them now. */
public record Floor(List<FrontDoor> doors, List<AgentProfile> agents, House house) {
  public Floor {
    doors = List.copyOf(doors);
    agents = List.copyOf(agents);
  }

  /** A floor of a house that has decided nothing. */
  public Floor(List<FrontDoor> doors, List<AgentProfile> agents) {
    this(doors, agents, House.DEFAULT);
  }
}
