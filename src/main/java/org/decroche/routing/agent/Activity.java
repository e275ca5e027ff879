package org.decroche.routing.agent;

/** What is observed of an agent; shown on their desk. */
public enum Activity {
  IDLE,
  RINGING,
  TALKING,
  WRAPPING_UP,
  UNREACHABLE
}
