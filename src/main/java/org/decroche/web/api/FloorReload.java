package org.decroche.web.api;

/**
 * Told after every change of who may answer which number. Blocks until the change holds, or until
 * the store has failed to answer once; it is asked again then.
 */
@FunctionalInterface
public interface FloorReload {
  void now();
}
