package org.decroche.web.api;

import org.decroche.routing.agent.AgentId;

/** Takes the phone of somebody who is disabled off Asterisk. Returns at once. */
@FunctionalInterface
public interface PhonesOff {
  void signOff(AgentId agent);
}
