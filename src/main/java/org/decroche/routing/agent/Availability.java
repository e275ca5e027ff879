package org.decroche.routing.agent;

/** What an agent chose. Never changed by what is observed of their phone. */
public enum Availability {
  READY,
  AWAY,
  OFF
}
