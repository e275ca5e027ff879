package org.decroche.asterisk.ami;

import org.asteriskjava.manager.event.ResponseEvent;
import org.jspecify.annotations.Nullable;

/** One registration of ours with a provider. asterisk-java finds it by the name of this class. */
public final class OutboundRegistrationDetailEvent extends ResponseEvent {
  private static final long serialVersionUID = 1L;

  private @Nullable String status;

  public OutboundRegistrationDetailEvent(Object source) {
    super(source);
  }

  /** As Asterisk says it: Registered, Unregistered, Rejected, Stopping or Stopped. */
  public @Nullable String getStatus() {
    return status;
  }

  public void setStatus(String is) {
    this.status = is;
  }
}
