package org.decroche.asterisk;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the channels of a test call. Only who may originate calls can give a channel its id,
 * so nobody outside can make theirs look like one.
 */
public final class TestCallId {
  /** Known to the dialplan as well (asterisk-config/extensions.conf). */
  private static final String PREFIX = "test-";

  private final AtomicLong last;

  /**
   * Ids that have not been used.
   *
   * @param first larger than whatever an earlier run can have come to
   */
  public TestCallId(long first) {
    this.last = new AtomicLong(first);
  }

  public String next() {
    return PREFIX + last.incrementAndGet();
  }

  /** Whether a channel of this id belongs to a test call. */
  public static boolean is(@Nullable String id) {
    return id != null && id.startsWith(PREFIX);
  }
}
