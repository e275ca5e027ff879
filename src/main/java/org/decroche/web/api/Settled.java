package org.decroche.web.api;

import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.Setting;
import org.decroche.store.SettingChange.Which;
import org.decroche.web.desk.OpenDesks;

/** What follows a change of settings that is stored: the core is told, whoever is out is out. */
record Settled(FloorReload floor, Agents agents, OpenDesks desks, PhonesOff phones) {
  /** Blocks until the core knows. */
  void after(Which which) {
    after(List.of(which));
  }

  /** The same for several at once. */
  void after(List<Which> all) {
    all.forEach(this::letOut);
    floor.now();
  }

  private void letOut(Which which) {
    if (which.setting() == Setting.PERSON) {
      agents
          .byId(new AgentId(Long.parseLong(which.key())))
          .filter(AgentAccount::disabled)
          .ifPresent(
              out -> {
                desks.closeAll(out.id());
                phones.signOff(out.id());
              });
    }
  }
}
