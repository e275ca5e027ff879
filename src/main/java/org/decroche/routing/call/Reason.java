package org.decroche.routing.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.caller.Owed;

/** Why an agent got a call: the rule that chose them and what it went by. */
public sealed interface Reason {
  /** The rule's name, as the API, the record and the pages spell it. */
  String rule();

  /** One line for a human, in English; the pages say it in the reader's language. */
  String sentence();

  /** The agent owns the customer's open case. */
  record OwnerOfOpenCase(long caseId, String title, Instant openedAt) implements Reason {
    public static final String RULE = "owner-of-open-case";

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return "you own their open case: " + title;
    }
  }

  /** The agent was the last to really talk with this caller. */
  record LastTalkedWith(Instant talkedAt) implements Reason {
    public static final String RULE = "last-talked-with";

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return "you were the last to talk with them";
    }
  }

  /**
   * The agent owes the caller something.
   *
   * @param due by when; perhaps past
   */
  record OwesThem(Owed.What what, Instant due) implements Reason {
    public static final String RULE = "owes-them";

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return switch (what) {
        case PROMISE -> "you promised them something";
        case CALL_BACK -> "you owe them a call back";
      };
    }
  }

  /**
   * The agent stands in for somebody who knows the caller and is off or away.
   *
   * @param of that person's name
   * @param their the rule that found that person
   */
  record DeputyOf(String of, String their) implements Reason {
    public static final String RULE = "deputy";

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return "you stand in for " + of + ", who knows them";
    }
  }

  /** Nobody knows the caller, or who does is not free. */
  record LongestIdle(String team, Instant idleSince) implements Reason {
    public static final String RULE = "longest-idle";

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return "you have been free the longest in " + team;
    }
  }

  /**
   * The door's own team had its time.
   *
   * @param waited how long the caller has rung
   */
  record NextTeam(String team, Duration waited) implements Reason {
    public static final String RULE = "next-team";

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return team + " helps after " + waited.toSeconds() + " s of waiting";
    }
  }

  /**
   * Outside hours, or nobody of the teams is ready.
   *
   * @param until when somebody else is on call; empty when that is nobody else for long
   */
  record OnCall(String door, Optional<Instant> until) implements Reason {
    public static final String RULE = "on-call";

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return "you are on call for " + door + until.map(at -> " until " + at).orElse("");
    }
  }

  /**
   * A colleague who talks with the caller passes them on.
   *
   * @param by the colleague's name
   * @param summary what it is about, in their words, so that nothing has to be said twice
   * @param movesCase the case that becomes the agent's when they pick up, if one does
   */
  record HandedOver(String by, String summary, Optional<Long> movesCase) implements Reason {
    public static final String RULE = "handed-over";

    /** No case becomes the agent's by it. */
    public HandedOver(String by, String summary) {
      this(by, summary, Optional.empty());
    }

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return by + " hands over: " + summary;
    }
  }

  /**
   * A colleague who talks with the caller wants the agent to join.
   *
   * @param by the colleague's name
   * @param summary what it is about, in their words
   */
  record BroughtIn(String by, String summary) implements Reason {
    public static final String RULE = "brought-in";

    @Override
    public String rule() {
      return RULE;
    }

    @Override
    public String sentence() {
      return by + " asks you to join: " + summary;
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
