package org.decroche.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether calls can be routed now. A check that does not come back in time does not pass. */
public final class Readiness implements AutoCloseable {
  private final List<Check> checks;
  private final Duration patience;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public Readiness(List<Check> checks, Duration patience) {
    this.checks = List.copyOf(checks);
    this.patience = patience;
  }

  /** Asks all at once; blocks for the patience at most. The checks by name, in their order. */
  public Map<String, Boolean> now() {
    Map<String, Future<Boolean>> asked = new LinkedHashMap<>();
    for (Check check : checks) {
      asked.put(check.name(), threads.submit(check.passes()::getAsBoolean));
    }
    long end = System.nanoTime() + patience.toNanos();
    Map<String, Boolean> found = new LinkedHashMap<>();
    asked.forEach((name, answer) -> found.put(name, passed(answer, end - System.nanoTime())));
    return found;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static boolean passed(Future<Boolean> answer, long nanos) {
    try {
      return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException down) {
      answer.cancel(true);
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
