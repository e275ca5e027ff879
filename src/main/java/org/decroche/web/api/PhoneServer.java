package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import org.decroche.routing.agent.Phone;

/** Where phones register, as typed into them. */
public record PhoneServer(String host, int port) {

  private static final String TRANSPORT = "udp";

  JsonObject account(Phone phone, String password) {
    return new JsonObject()
        .put("user", phone.name())
        .put("password", password)
        .put("server", host)
        .put("port", port)
        .put("transport", TRANSPORT)
        .put("uri", uri(phone, password));
  }

  /** All of it in one line, for a QR code (RFC 3261, 19.1.1); an IPv6 address is bracketed. */
  private String uri(Phone phone, String password) {
    String address = host.contains(":") ? "[" + host + "]" : host;
    return "sip:%s:%s@%s:%d;transport=%s"
        .formatted(phone.name(), password, address, port, TRANSPORT);
  }
}
