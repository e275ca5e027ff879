package org.decroche.web.api;

import java.time.ZoneId;
import java.util.Optional;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.DoorRouting;
import org.decroche.store.FrontDoors;
import org.decroche.store.RoutingSettings;

/** Whose day it is: that of the front door; of all of them together, that of the first. */
record Zones(FrontDoors doors, DoorRouting routing) {
  private static final ZoneId NO_DOOR_YET = ZoneId.of("Europe/Paris");

  ZoneId of(Optional<FrontDoorId> door) {
    return door.or(() -> doors.all().stream().findFirst().map(FrontDoors.Door::id))
        .flatMap(routing::of)
        .map(RoutingSettings::zone)
        .orElse(NO_DOOR_YET);
  }
}
