package org.decroche.routing;

import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.LiveParty;

/**
 * Who talks with a caller of the {@link World}: one of ours at a phone, or somebody outside.
 *
 * @param channel by its name, or by its unique id when it is a leg of ours
 * @param handset empty for somebody outside
 * @param leg empty for who was rung by the dialplan
 */
record Talker(String channel, Optional<Handset> handset, Optional<MadeLeg> leg) {
  Optional<AgentId> agent() {
    return handset.map(Handset::agent);
  }

  /** As a look at Asterisk finds them: somebody on a leg outside could be anybody. */
  LiveParty seen() {
    return new LiveParty(
        channel, handset.filter(one -> leg.isEmpty() || !one.outside).map(one -> one.name));
  }

  /** Their phone is free again, and Asterisk says so. */
  void hangUp(World world, CallId call) {
    leg.ifPresentOrElse(
        MadeLeg::gone,
        () -> {
          world.report(new Event.PhoneHungUp(world.time(), call, channel));
          handset.ifPresent(Handset::lineOver);
        });
  }
}
