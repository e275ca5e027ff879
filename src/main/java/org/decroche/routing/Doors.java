package org.decroche.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;

/** The front doors, in the store's order. */
final class Doors {
  private final Map<FrontDoorId, FrontDoor> doors = new LinkedHashMap<>();

  void replace(List<FrontDoor> all) {
    doors.clear();
    all.forEach(door -> doors.put(door.id(), door));
  }

  /** The first door that one of these teams answers. */
  Optional<FrontDoor> of(Set<TeamId> teams) {
    return doors.values().stream().filter(door -> teams.contains(door.team())).findFirst();
  }

  boolean isOurs(PhoneNumber number) {
    return doors.values().stream().anyMatch(door -> door.number().equals(number));
  }

  Optional<FrontDoor> find(FrontDoorId id) {
    return Optional.ofNullable(doors.get(id));
  }

  /** The door that was called; a number without a door goes to the first. */
  Optional<FrontDoor> find(Optional<FrontDoorId> called) {
    return called.flatMap(this::find).or(() -> doors.values().stream().findFirst());
  }
}
