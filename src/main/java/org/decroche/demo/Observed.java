package org.decroche.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was seen of one call. Every part is missing until it was seen. */
final class Observed {
  /** A message is stamped when SIPp has done with it, not when it is on the wire. */
  private static final Duration STAMPING = Duration.ofMillis(50);

  @Nullable Instant dialled;
  @Nullable Instant firstRing;
  @Nullable Instant soundBeforeAnswer;
  @Nullable Instant answeredForCaller;
  @Nullable Instant hungUp;
  @Nullable Instant recordedEnd;

  /** The last agent whose screen got the card, and whose phone rang. */
  long shownTo;

  @Nullable Instant shownAt;
  String rule = "";
  @Nullable Instant phoneRang;
  @Nullable Instant phonePickedUp;

  /** Who answered, as the record says; zero: nobody. */
  long answeredBy;

  String answeredByName = "";
  long billedOnRecord;

  /** How long before the phone the screen had the card; negative when the phone was first. */
  Optional<Duration> lead() {
    Instant shown = shownAt;
    Instant rang = phoneRang;
    return shown == null || rang == null
        ? Optional.empty()
        : Optional.of(Duration.between(shown, rang));
  }

  /**
   * Seconds that the caller had been charged for before the phone was picked up: what the record
   * says or what the wire shows, whichever is more.
   */
  long billedBefore() {
    Instant charged = answeredForCaller;
    Instant picked = phonePickedUp;
    if (charged == null || picked == null) {
      return billedOnRecord;
    }
    Duration seen = Duration.between(charged, picked).minus(STAMPING);
    return Math.max(billedOnRecord, seen.isPositive() ? seen.plusMillis(999).toSeconds() : 0);
  }
}
