package org.decroche.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.decroche.routing.Step;
import org.decroche.routing.call.CallId;
import org.junit.jupiter.api.Test;

class JournalQueueTest {
  private final List<Step> written = new CopyOnWriteArrayList<>();

  @Test
  void stepsReachTheStoreInTheirOrder() {
    try (JournalQueue journal = new JournalQueue(written::addAll)) {
      journal.start();
      List<Step> steps = steps(1200);
      steps.forEach(journal::write);

      await().until(() -> written.size() == 1200);
      assertThat(written).isEqualTo(steps);
    }
  }

  @Test
  void whileTheStoreIsAwayStepsAreKeptAndNoneIsLostOrMoved() {
    AtomicInteger refusals = new AtomicInteger(2);
    StepStore awayAtFirst =
        steps -> {
          if (refusals.getAndDecrement() > 0) {
            throw new IllegalStateException("away");
          }
          written.addAll(steps);
        };
    try (JournalQueue journal = new JournalQueue(awayAtFirst)) {
      journal.start();
      List<Step> steps = steps(30);
      steps.forEach(journal::write);

      await().until(() -> written.size() == 30);
      assertThat(written).isEqualTo(steps);
    }
  }

  @Test
  void closingWritesWhatIsLeft() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    StepStore slow =
        steps -> {
          first.countDown();
          awaitQuietly(go);
          written.addAll(steps);
        };
    JournalQueue journal = new JournalQueue(slow);
    journal.start();
    List<Step> steps = steps(10);
    journal.write(steps.getFirst());
    first.await();
    steps.stream().skip(1).forEach(journal::write);
    go.countDown();

    journal.close();

    assertThat(written).isEqualTo(steps);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Step> steps(int count) {
    return IntStream.range(0, count)
        .<Step>mapToObj(n -> new Step.Waiting(new CallId("1.1"), n, Instant.EPOCH))
        .toList();
  }
}
