package org.decroche.routing.call;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoor;

/**
 * Somebody who waits for a human, as the desk of the one they wait for shows them.
 *
 * @param name who it is, when that is sure
 * @param since when they first rang
 */
public record WaitingCaller(
    CallId call, FrontDoor door, CallerNumber number, Optional<String> name, Instant since) {}
