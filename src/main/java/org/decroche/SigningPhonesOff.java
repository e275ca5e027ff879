package org.decroche;

import java.util.concurrent.ExecutorService;
import org.decroche.asterisk.sip.PhoneSignOff;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Agents;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.web.api.PhonesOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the phones of disabled people off, beside whoever disabled them. */
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
  public void signOff(AgentId agent) {
    blocking.execute(
        () -> {
          try {
            agents
                .signingOff(agent)
                .ifPresent(
                    off -> {
                      if (asterisk.signOff(off.phone(), off.ha1())) {
                        LOG.info("phone {} is signed off", off.phone().name());
                      }
                    });
          } catch (DatabaseUnavailable away) {
            // Its password is worth nothing all the same, and nobody is sent to it.
            LOG.warn("the phone of agent {} stays signed in for a while", agent.value());
          }
        });
  }
}
