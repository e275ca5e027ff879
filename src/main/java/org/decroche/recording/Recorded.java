package org.decroche.recording;

import java.util.List;
import org.decroche.routing.Event;

/**
 * One event of a run, and the decisions it led to.
 *
 * @param seq counts from 1 without a gap; a gap tells that something could not be kept
 */
public record Recorded(long seq, Event event, List<Decided> decisions) {
  public Recorded {
    decisions = List.copyOf(decisions);
  }
}
