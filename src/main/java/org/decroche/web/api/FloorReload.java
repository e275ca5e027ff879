package org.decroche.web.api;

/** Told after every change of who may answer which number. Returns at once. */
@FunctionalInterface
public interface FloorReload {
  void soon();
}
