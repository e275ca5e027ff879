package org.decroche.asterisk.ami;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.PJSipShowContactsAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.ContactList;
import org.asteriskjava.manager.event.ContactStatusEnum;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.decroche.engine.TelephonyHealth;
import org.decroche.engine.TelephonyHealth.Trunk;
import org.decroche.routing.agent.Phone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Asterisk how it is. Blocks, for two seconds at most a question. */
final class Examination {
  private static final Logger LOG = LoggerFactory.getLogger(Examination.class);
  private static final long PATIENCE_MILLIS = 2_000;
  private static final String TRUNK = "trunk";

  private Examination() {}

  /**
   * Looks.
   *
   * @param members who is to be in the fallback's queue
   * @param trunk whether a provider's server is set
   */
  static TelephonyHealth of(Link link, Set<Phone> members, boolean trunk) {
    try {
      QueueStatusAction queue = new QueueStatusAction();
      queue.setQueue(FallbackMembers.QUEUE);
      Set<Phone> present = new HashSet<>();
      for (ResponseEvent event : asked(link, queue)) {
        if (event instanceof QueueMemberEvent member) {
          Devices.phone(member.getInterface()).ifPresent(present::add);
        }
      }
      Trunk state = trunk ? Trunk.NOT_ASKED : Trunk.NONE;
      for (ResponseEvent event : asked(link, new PJSipShowContactsAction())) {
        if (trunk
            && event instanceof ContactList contact
            && (isTrunk(contact.getEndpoint()) || isTrunk(contact.getObjectname()))) {
          state = trunk(contact.getStatus());
        }
      }
      return new TelephonyHealth(true, link.asterisk(), state, present.equals(members));
    } catch (IOException | EventTimeoutException | IllegalStateException cut) {
      LOG.info("Asterisk could not be examined: {}", cut.getMessage());
      return TelephonyHealth.AWAY;
    }
  }

  private static Iterable<ResponseEvent> asked(Link link, EventGeneratingAction action)
      throws IOException, EventTimeoutException {
    return link.sendEventGeneratingAction(action, PATIENCE_MILLIS).getEvents();
  }

  private static boolean isTrunk(@Nullable String name) {
    return name != null && name.startsWith(TRUNK);
  }

  private static Trunk trunk(@Nullable ContactStatusEnum status) {
    return status == ContactStatusEnum.REACHABLE
        ? Trunk.REACHABLE
        : status == ContactStatusEnum.UNREACHABLE ? Trunk.UNREACHABLE : Trunk.NOT_ASKED;
  }
}
