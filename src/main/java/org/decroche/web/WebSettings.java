package org.decroche.web;

import java.time.Duration;
import java.util.Set;
import org.decroche.web.api.DoorDefaults;
import org.decroche.web.api.PhoneServer;

/**
 * How the service is reached, and how it tells phones to reach it.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param allowedOrigins further origins whose pages may use this service, such as {@code
 *     https://desk.example.org}
 * @param session how long a session lasts after its last use
 * @param trustProxy whether {@code X-Forwarded-Proto} and {@code X-Forwarded-Host} come from a
 *     proxy of ours
 * @param phones what phones are told to register with
 * @param doors how a new front door is
 */
public record WebSettings(
    String host,
    int port,
    Set<String> allowedOrigins,
    Duration session,
    boolean trustProxy,
    PhoneServer phones,
    DoorDefaults doors) {
  public WebSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }
}
