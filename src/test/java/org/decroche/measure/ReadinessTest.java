package org.decroche.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  @Test
  void aCheckThatFailsOrNeverComesBackDoesNotPass() {
    CountDownLatch never = new CountDownLatch(1);
    List<Check> checks =
        List.of(
            new Check("fine", () -> true),
            new Check(
                "broken",
                () -> {
                  throw new IllegalStateException("broken");
                }),
            new Check(
                "stuck",
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                  }
                  return true;
                }));

    try (Readiness readiness = new Readiness(checks, Duration.ofMillis(200))) {
      assertThat(readiness.now())
          .containsExactly(
              java.util.Map.entry("fine", true),
              java.util.Map.entry("broken", false),
              java.util.Map.entry("stuck", false));
    }
  }
}
