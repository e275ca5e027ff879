package org.decroche.asterisk.ami;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
      return new TelephonyHealth(
          true, true, link.asterisk(), trunk(link, trunk), present.equals(members));
    } catch (EventTimeoutException late) {
      LOG.info("Asterisk did not say in time how it is: {}", late.getMessage());
      return TelephonyHealth.late(link.asterisk());
    } catch (IOException | IllegalStateException cut) {
      LOG.info("Asterisk could not be examined: {}", cut.getMessage());
      return TelephonyHealth.AWAY;
    }
  }

  /** The worst of the contacts of the provider's server, if one is set, and our registrations. */
  private static Trunk trunk(Link link, boolean set) throws IOException, EventTimeoutException {
    List<Trunk> found = new ArrayList<>();
    for (ResponseEvent event : asked(link, new PJSipShowContactsAction())) {
      if (set
          && event instanceof ContactList contact
          && (isTrunk(contact.getEndpoint()) || isTrunk(contact.getObjectname()))) {
        found.add(trunk(contact.getStatus()));
      }
    }
    if (found.isEmpty()) {
      found.add(set ? Trunk.NOT_ASKED : Trunk.NONE);
    }
    for (ResponseEvent event : asked(link, new ShowRegistrationsAction())) {
      if (event instanceof OutboundRegistrationDetailEvent registration) {
        found.add(registration(registration.getStatus()));
      }
    }
    return Collections.min(found);
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

  private static Trunk registration(@Nullable String status) {
    return "Registered".equals(status)
        ? Trunk.REGISTERED
        : "Rejected".equals(status) ? Trunk.REJECTED : Trunk.UNREGISTERED;
  }
}
