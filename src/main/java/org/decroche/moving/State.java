package org.decroche.moving;

import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param progress from 0 to 1, of the phase that works
 * @param judged null until the file was checked
 * @param failure one sentence, when it failed
 */
public record State(
    Kind kind,
    String fileName,
    long bytes,
    Phase phase,
    double progress,
    Preview preview,
    @Nullable Judged judged,
    @Nullable String failure) {

  public enum Phase {
    /** The file is there; which column is what is to be said. */
    RECEIVED,
    CHECKING,
    CHECKED,
    /** Checked without a fault, and now being taken in. */
    IMPORTING,
    IMPORTED,
    /** Nothing was changed. */
    FAILED
  }

  boolean works() {
    return phase == Phase.CHECKING || phase == Phase.IMPORTING;
  }

  State with(Phase next, double progress) {
    return new State(kind, fileName, bytes, next, progress, preview, judged, null);
  }

  State judged(Judged rows) {
    return new State(kind, fileName, bytes, phase, progress, preview, rows, null);
  }

  State failed(String sentence) {
    return new State(kind, fileName, bytes, Phase.FAILED, 0, preview, judged, sentence);
  }
}
