package org.decroche.web.api;

import java.util.Locale;
import java.util.Optional;
import org.decroche.store.AgentAccount;
import org.decroche.store.Role;

/** Who may ask for an operation: the contract's {@code x-who}. There is no other table. */
public enum Who {
  ANYONE,
  /** Whoever is signed in. */
  AGENT,
  /** Supervisors, and administrators. */
  SUPERVISOR,
  ADMINISTRATOR;

  static Who read(io.vertx.openapi.contract.Operation operation) {
    Object who = operation.getOpenAPIModel().getValue("x-who");
    return valueOf(String.valueOf(who).toUpperCase(Locale.ROOT));
  }

  /**
   * Lets those pass who may.
   *
   * @throws Refusal for anybody else
   */
  void check(Optional<AgentAccount> agent) {
    if (this == ANYONE) {
      return;
    }
    AgentAccount asking = agent.orElseThrow(Refusal::signedOut);
    if (!lets(asking.role())) {
      throw Refusal.forbidden(
          this == SUPERVISOR
              ? "Only a supervisor or an administrator may do this."
              : "Only an administrator may do this.");
    }
  }

  private boolean lets(Role role) {
    return switch (this) {
      case ANYONE, AGENT -> true;
      case SUPERVISOR -> role != Role.AGENT;
      case ADMINISTRATOR -> role == Role.ADMINISTRATOR;
    };
  }
}
