package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.decroche.store.AgentAccount;
import org.decroche.web.signin.Client;
import org.decroche.web.signin.SessionToken;
import org.jspecify.annotations.Nullable;

/**
 * A request as an operation sees it: checked against the contract, and by somebody who may.
 *
 * @param agent who is signed in; null only for operations that anyone may ask
 * @param body empty when the operation takes none
 * @param secure whether it came over https
 * @param client the machine that asks
 */
record Asked(
    @Nullable AgentAccount agent,
    @Nullable SessionToken token,
    Map<String, String> parameters,
    JsonObject body,
    boolean secure,
    Client client) {

  AgentAccount who() {
    if (agent == null) {
      throw Refusal.signedOut();
    }
    return agent;
  }

  /**
   * Refuses oneself: a session alone, left open or stolen, changes nothing of how its owner signs
   * in. On the account page the password is asked for.
   */
  void mustBeAboutSomebodyElse() {
    if (id() == who().id().value()) {
      throw Refusal.forbidden(
          "This is for somebody else: your own is on your account page, with your password.");
    }
  }

  /** The {@code id} in the path. */
  long id() {
    return Long.parseLong(text("id"));
  }

  String text(String parameter) {
    String value = parameters.get(parameter);
    if (value == null) {
      throw Refusal.wrong(parameter, "%s is missing.".formatted(parameter));
    }
    return value;
  }

  /** A line of text of the body, without blanks around it. */
  String line(String field) {
    return body.getString(field).strip();
  }

  /** Null, or no text at all, is null. */
  @Nullable String optional(String field) {
    String value = body.getString(field);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
