package org.decroche.routing.call;

import java.time.Instant;

/** Why an agent got a call: the rule that chose them and what it went by. */
public sealed interface Reason {
  /** The rule's name, as the API, the record and the pages spell it. */
  String rule();

  /** One line for a human, in English; the pages say it in the reader's language. */
  String sentence();

  /** The agent owns the customer's open case. */
  record OwnerOfOpenCase(long caseId, String title, Instant openedAt) implements Reason {
    @Override
    public String rule() {
      return "owner-of-open-case";
    }

    @Override
    public String sentence() {
      return "you own their open case: " + title;
    }
  }

  /** The agent was the last to really talk with this caller. */
  record LastTalkedWith(Instant talkedAt) implements Reason {
    @Override
    public String rule() {
      return "last-talked-with";
    }

    @Override
    public String sentence() {
      return "you were the last to talk with them";
    }
  }

  /** Nobody knows the caller, or who does is not free. */
  record LongestIdle(String team, Instant idleSince) implements Reason {
    @Override
    public String rule() {
      return "longest-idle";
    }

    @Override
    public String sentence() {
      return "you have been free the longest in " + team;
    }
  }

  /** Asterisk found the agent by itself while the service could not decide. */
  record Fallback() implements Reason {
    @Override
    public String rule() {
      return "fallback";
    }

    @Override
    public String sentence() {
      return "your phone was free while the routing could not decide";
    }
  }
}
