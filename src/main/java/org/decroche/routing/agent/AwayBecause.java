package org.decroche.routing.agent;

/** Why an agent who had chosen ready counts as away. */
public enum AwayBecause {
  /** Offers in a row rang out at their phone. */
  MISSED_CALLS,
  /** Their browser was closed, or their computer fell asleep. */
  DESK_GONE
}
