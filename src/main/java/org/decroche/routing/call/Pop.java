package org.decroche.routing.call;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;

/**
 * The card on an agent's desk: who calls, and why them.
 *
 * @param talking false while it rings
 * @param since when it began to ring, or to be talked
 * @param customer which of the people using this number it is, once known
 */
public record Pop(
    OfferId offer,
    CallId call,
    boolean talking,
    Instant since,
    FrontDoor door,
    CallerNumber number,
    Recognition recognition,
    Optional<Long> customer,
    Reason why) {}
