package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import org.decroche.routing.agent.Phone;

/** Where phones register, as typed into them. */
public record PhoneServer(String host, int port) {

  JsonObject account(Phone phone, String password) {
    return new JsonObject()
        .put("user", phone.name())
        .put("password", password)
        .put("server", host)
        .put("port", port)
        .put("transport", "udp");
  }
}
