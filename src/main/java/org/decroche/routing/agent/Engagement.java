package org.decroche.routing.agent;

/** What the core has given an agent to do. */
public enum Engagement {
  FREE,
  OFFERED,
  TALKING,
  /** They make a call of their own, from the key pressed to the end of it. */
  CALLING_OUT,
  /** After a conversation, until the agent's key or the front door's limit. */
  WRAPPING_UP
}
