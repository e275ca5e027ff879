package org.decroche.routing.agent;

/** What Asterisk observes of a phone. */
public enum PhoneState {
  IDLE,
  RINGING,
  IN_USE,
  /** Not registered, or Asterisk does not know it. */
  UNREACHABLE
}
