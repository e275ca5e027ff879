package org.decroche.routing.call;

import java.util.Optional;
import org.decroche.routing.agent.Phone;

/**
 * Somebody whom a look at Asterisk found on a caller's line, their phone picked up.
 *
 * @param channel by what its hang-up is told: a leg of ours by its id, any other by its name
 * @param phone whose it is, as far as Asterisk tells: it knows nobody outside whom it did not dial
 *     itself
 */
public record LiveParty(String channel, Optional<Phone> phone) {}
