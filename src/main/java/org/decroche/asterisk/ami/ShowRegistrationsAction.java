package org.decroche.asterisk.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.ResponseEvent;

/**
 * Asks how our registrations with providers are. Asterisk answers with an {@code AuthDetail} each
 * as well, which has a password in it: no class of ours takes that event, so it is dropped unread.
 */
final class ShowRegistrationsAction extends AbstractManagerAction implements EventGeneratingAction {
  private static final long serialVersionUID = 1L;

  @Override
  public String getAction() {
    return "PJSIPShowRegistrationsOutbound";
  }

  @Override
  public Class<? extends ResponseEvent> getActionCompleteEventClass() {
    return OutboundRegistrationDetailCompleteEvent.class;
  }
}
