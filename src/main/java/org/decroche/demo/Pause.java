package org.decroche.demo;

import java.time.Duration;

/** Waits between two looks at something that cannot tell by itself. */
final class Pause {
  private Pause() {}

  static void of(Duration time) throws Trouble {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Trouble.unavailable("interrupted");
    }
  }
}
