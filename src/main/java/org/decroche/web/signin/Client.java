package org.decroche.web.signin;

import java.util.Optional;

/**
 * Where a request comes from, as far as it can be told.
 *
 * @param address the browser's, or its /64 with IPv6: a household has that many
 * @param device browser and system, as in "Firefox, Windows"; may be empty
 * @param known the token that browsers which have signed in before carry
 */
public record Client(String address, String device, Optional<SessionToken> known) {}
