package org.decroche;

import java.util.Optional;
import org.decroche.asterisk.agi.Numbers;
import org.decroche.engine.Floors;
import org.decroche.numbers.NumberReader;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;

/** Numbers as the network sends them: which door was called, and by whom. Reads memory only. */
record DialledNumbers(NumberReader reader, Floors floors, String country) implements Numbers {
  @Override
  public Optional<FrontDoorId> door(String dialled) {
    return floors.current().doors().stream()
        .filter(door -> isNumberOf(door, dialled))
        .map(FrontDoor::id)
        .findFirst();
  }

  @Override
  public CallerNumber caller(String sent, Optional<FrontDoorId> door) {
    return reader.read(sent, door.flatMap(this::countryOf).orElse(country));
  }

  private boolean isNumberOf(FrontDoor door, String dialled) {
    return reader.read(dialled, door.country()) instanceof CallerNumber.Dialable(PhoneNumber number)
        && number.equals(door.number());
  }

  private Optional<String> countryOf(FrontDoorId id) {
    return floors.current().doors().stream()
        .filter(door -> door.id().equals(id))
        .map(FrontDoor::country)
        .findFirst();
  }
}
