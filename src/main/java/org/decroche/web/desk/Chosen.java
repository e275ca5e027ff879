package org.decroche.web.desk;

import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.AwayBecause;
import org.jspecify.annotations.Nullable;

/**
 * What an agent said of themselves.
 *
 * @param because set when it was not they who said so
 */
record Chosen(Availability availability, @Nullable String reason, @Nullable AwayBecause because) {}
