package org.decroche.measure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes on that something has happened which somebody may be looking at; not what. */
public final class Facts {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Tells everybody who listens. From any thread. */
  public void happened() {
    listeners.forEach(Runnable::run);
  }

  /**
   * Listens from now on.
   *
   * @param told on whatever thread; must return at once
   */
  public void listen(Runnable told) {
    listeners.add(told);
  }
}
