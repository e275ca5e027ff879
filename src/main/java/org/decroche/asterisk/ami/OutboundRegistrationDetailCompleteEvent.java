package org.decroche.asterisk.ami;

import org.asteriskjava.manager.event.ResponseEvent;

/** The last registration was told. asterisk-java finds it by the name of this class. */
public final class OutboundRegistrationDetailCompleteEvent extends ResponseEvent {
  private static final long serialVersionUID = 1L;

  public OutboundRegistrationDetailCompleteEvent(Object source) {
    super(source);
  }
}
