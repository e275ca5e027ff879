package org.decroche.web.desk;

import org.decroche.routing.agent.Availability;
import org.jspecify.annotations.Nullable;

/** What an agent said of themselves. */
record Chosen(Availability availability, @Nullable String reason) {}
