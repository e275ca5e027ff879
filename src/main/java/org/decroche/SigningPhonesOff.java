package org.decroche;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.decroche.asterisk.sip.PhoneSignOff;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Agents;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.web.api.PhonesOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs phones off whose password is worth nothing any more, beside whoever made it so. */
final class SigningPhonesOff implements PhonesOff {
  private static final Logger LOG = LoggerFactory.getLogger(SigningPhonesOff.class);

  private final Agents agents;
  private final PhoneSignOff asterisk;
  private final ExecutorService blocking;

  SigningPhonesOff(Agents agents, PhoneSignOff asterisk, ExecutorService blocking) {
    this.agents = agents;
    this.asterisk = asterisk;
    this.blocking = blocking;
  }

  @Override
  public CompletableFuture<Boolean> signOff(AgentId agent) {
    return CompletableFuture.supplyAsync(() -> now(agent), blocking);
  }

  private boolean now(AgentId agent) {
    try {
      Optional<Agents.SigningOff> gone =
          agents.signingOff(agent).filter(off -> asterisk.signOff(off.phone(), off.ha1()));
      gone.ifPresent(off -> LOG.info("phone {} is signed off", off.phone().name()));
      return gone.isPresent();
    } catch (DatabaseUnavailable away) {
      // Its password is worth nothing all the same, and nobody disabled is sent a call.
      LOG.warn("the phone of agent {} stays signed in for a while", agent.value());
      return false;
    }
  }
}
