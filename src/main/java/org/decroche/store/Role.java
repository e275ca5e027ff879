package org.decroche.store;

/** What somebody who signs in may do. */
public enum Role {
  AGENT,
  /** Also changes agents, teams and front doors. */
  ADMINISTRATOR
}
