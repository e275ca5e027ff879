package org.decroche.asterisk.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asks for the state of every device; asterisk-java has no class for it. */
public final class ListDevices extends AbstractManagerAction {
  private static final long serialVersionUID = 1L;

  @Override
  public String getAction() {
    return "DeviceStateList";
  }
}
