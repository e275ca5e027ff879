package org.decroche.routing.caller;

import java.time.Instant;

/**
 * What one of us said would be done for a case, and is not yet.
 *
 * @param by who is to do it, by name
 */
public record OpenPromise(String what, String by, Instant due) {}
