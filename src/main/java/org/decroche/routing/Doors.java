package org.decroche.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;

/** The front doors, in the store's order. */
final class Doors {
  private final Map<FrontDoorId, FrontDoor> doors = new LinkedHashMap<>();

  void replace(List<FrontDoor> all) {
    doors.clear();
    all.forEach(door -> doors.put(door.id(), door));
  }

  Optional<FrontDoor> find(FrontDoorId id) {
    return Optional.ofNullable(doors.get(id));
  }

  /** The door that was called; a number without a door goes to the first. */
  Optional<FrontDoor> find(Optional<FrontDoorId> called) {
    return called.flatMap(this::find).or(() -> doors.values().stream().findFirst());
  }
}
