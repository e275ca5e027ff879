package org.decroche.store;

/** What somebody who signs in may do. */
public enum Role {
  AGENT,
  /** Also looks after the others: ends an offer, changes an availability, takes a debt over. */
  SUPERVISOR,
  /** Also changes agents, teams and front doors. */
  ADMINISTRATOR
}
