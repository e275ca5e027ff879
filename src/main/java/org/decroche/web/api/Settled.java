package org.decroche.web.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.Setting;
import org.decroche.store.SettingChange.Which;
import org.decroche.web.desk.OpenDesks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows a change of settings that is stored: the core is told, whoever is out is out. */
record Settled(FloorReload floor, Agents agents, OpenDesks desks, PhonesOff phones) {
  private static final Logger LOG = LoggerFactory.getLogger(Settled.class);

  /** Blocks until the core knows. */
  void after(Which which) {
    after(List.of(which));
  }

  /** The same for several at once. */
  void after(List<Which> all) {
    all.forEach(this::letOut);
    floor.now();
  }

  /**
   * The phone has a new password: whoever has the old one is off when this returns, and before
   * anybody can sign in with the new one. Blocks, for two seconds at most.
   *
   * @return whether that is so; otherwise the old phone may ring until its registration ends
   */
  boolean afterPhonePassword(AgentId of) {
    CompletableFuture<Boolean> off = phones.signOff(of);
    try {
      return off.get(2, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      LOG.warn("the phone of agent {} is still being signed off", of.value());
    } catch (ExecutionException failure) {
      LOG.error("the phone of agent {} could not be signed off", of.value(), failure.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void letOut(Which which) {
    if (which.setting() == Setting.PERSON) {
      agents
          .byId(new AgentId(Long.parseLong(which.key())))
          .filter(AgentAccount::disabled)
          .ifPresent(
              out -> {
                desks.closeAll(out.id());
                CompletableFuture<Boolean> unused = phones.signOff(out.id());
              });
    }
  }
}
