package org.decroche.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.decroche.routing.Switchboard;

/** Feeds a core what another was told, and holds its decisions against that one's. */
public final class Replay {
  private static final int MOST_DIFFERENCES = 100;

  private final Switchboard switchboard;
  private final List<Difference> differences = new ArrayList<>();
  private long seq;
  private long decisions;

  /** From the start of this run. */
  public Replay(Run run) {
    this.switchboard = run.switchboard();
  }

  /**
   * An event after which the core decided otherwise.
   *
   * @param seq the event's number in its run
   */
  public record Difference(long seq, Instant at, List<Decided> then, List<Decided> now) {}

  /**
   * The next event of the run.
   *
   * @throws Incomplete when one before it is missing: from here on nothing could be trusted
   */
  public void take(Recorded recorded) {
    if (recorded.seq() != seq + 1) {
      throw new Incomplete(seq + 1);
    }
    seq = recorded.seq();
    List<Decided> now = Decided.of(switchboard.on(recorded.event()));
    decisions += now.size();
    if (!now.equals(recorded.decisions()) && differences.size() < MOST_DIFFERENCES) {
      differences.add(new Difference(seq, recorded.event().at(), recorded.decisions(), now));
    }
  }

  /** The core as it was after the last event; to be looked at only. */
  public Switchboard switchboard() {
    return switchboard;
  }

  public long events() {
    return seq;
  }

  public long decisions() {
    return decisions;
  }

  /** The first hundred. */
  public List<Difference> differences() {
    return List.copyOf(differences);
  }

  /** An event of the run was not kept. */
  public static final class Incomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Incomplete(long missing) {
      super("event %d of the run was not kept".formatted(missing));
    }
  }
}
