package org.decroche;

import org.decroche.engine.Floors;
import org.decroche.numbers.Destination;
import org.decroche.numbers.DestinationReader;
import org.decroche.numbers.OutwardNumbers;

/**
 * What the house lets its people call. Reads memory only.
 *
 * @param trunk whether a trunk for calls out is set
 */
record AllowedNumbers(DestinationReader reader, Floors floors, String country, boolean trunk)
    implements OutwardNumbers {
  @Override
  public Destination destination(String text) {
    Destination destination = reader.read(text, country, floors.current().house().out().prefixes());
    boolean stopped = destination instanceof Destination.Callable && !trunk;
    return stopped ? new Destination.Refused(Destination.Why.NO_TRUNK) : destination;
  }
}
