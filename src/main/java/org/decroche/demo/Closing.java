package org.decroche.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Ends all that was begun, side by side, once: at the end or when somebody presses Ctrl-C. */
final class Closing implements AutoCloseable {
  private final Deque<Runnable> begun = new ArrayDeque<>();
  private boolean over;

  /** Remembers something begun; when all is over already, it is ended at once. */
  void later(Runnable end) {
    synchronized (this) {
      if (!over) {
        begun.push(end);
        return;
      }
    }
    end.run();
  }

  synchronized boolean isOver() {
    return over;
  }

  @Override
  public void close() {
    List<Thread> ends = new ArrayList<>();
    synchronized (this) {
      over = true;
      while (!begun.isEmpty()) {
        ends.add(Thread.ofVirtual().start(begun.pop()));
      }
    }
    for (Thread end : ends) {
      try {
        end.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
