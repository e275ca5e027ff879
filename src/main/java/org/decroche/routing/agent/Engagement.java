package org.decroche.routing.agent;

/** What the core has given an agent to do. */
public enum Engagement {
  FREE,
  OFFERED,
  TALKING
}
