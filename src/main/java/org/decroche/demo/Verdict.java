package org.decroche.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Was a call served as promised?
 *
 * @param faults what went wrong, one line each; empty when nothing did
 */
record Verdict(List<String> faults) {
  /** A card later than this after the phone does not help (design, section 8). */
  private static final Duration TOO_LATE = Duration.ofMillis(-100);

  Verdict {
    faults = List.copyOf(faults);
  }

  boolean right() {
    return faults.isEmpty();
  }

  /**
   * Judges.
   *
   * @param right who had to get the call
   * @param rule and by which rule
   */
  static Verdict on(Observed seen, Player right, String rule, Words words) {
    List<String> faults = new ArrayList<>();
    if (seen.answeredBy == 0) {
      faults.add(words.say("fault.nobody"));
    } else if (seen.answeredBy != right.id()) {
      faults.add(words.say("fault.somebody-else", seen.answeredByName, right.called()));
    } else {
      if (!seen.rule.equals(rule)) {
        faults.add(words.say("fault.rule", seen.rule, rule));
      }
      if (seen.shownTo != right.id()) {
        faults.add(words.say("fault.no-card", right.called()));
      } else if (seen.lead().isEmpty()) {
        faults.add(words.say("fault.unseen-phone", right.called()));
      } else if (seen.lead().get().compareTo(TOO_LATE) < 0) {
        faults.add(words.say("fault.late-card", right.called(), -seen.lead().get().toMillis()));
      }
    }
    if (seen.billedBefore() > 0) {
      faults.add(words.say("fault.billed", seen.billedBefore()));
    }
    if (seen.soundBeforeAnswer != null) {
      faults.add(words.say("fault.sound"));
    }
    return new Verdict(faults);
  }
}
