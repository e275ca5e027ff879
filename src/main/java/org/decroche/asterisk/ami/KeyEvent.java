package org.decroche.asterisk.ami;

import org.asteriskjava.manager.event.UserEvent;

/**
 * Somebody outside has pressed the key that the dialplan asked for ({@code UserEvent(Key)} in
 * extensions.conf). asterisk-java finds it by the name of this class.
 */
public final class KeyEvent extends UserEvent {
  private static final long serialVersionUID = 1L;

  public KeyEvent(Object source) {
    super(source);
  }
}
