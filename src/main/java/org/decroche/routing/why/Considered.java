package org.decroche.routing.why;

import java.time.Duration;
import org.decroche.routing.agent.AgentId;

/** Somebody, or a team, that the search for a human came by and went on from. */
public sealed interface Considered {
  /** The rule that named them, as the record and the pages spell it. */
  String rule();

  /** One person. */
  record Person(String rule, AgentId agent, String name, PassedOver because)
      implements Considered {}

  /**
   * A team of more people than anybody reads the names of.
   *
   * @param ready how many of them have chosen ready
   * @param free how many of these could be rung
   */
  record Team(String rule, String team, int members, int ready, int free) implements Considered {}

  /**
   * A team whose time had not come.
   *
   * @param after how long a caller rings before it helps
   */
  record NotYet(String rule, String team, Duration after) implements Considered {}
}
