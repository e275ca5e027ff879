package org.decroche.web.api;

import java.util.Map;

/** Some operations of the contract, by their id there. */
interface Operations {
  Map<String, Operation> byId();

  /** Those that take a file. */
  default Map<String, Upload> uploads() {
    return Map.of();
  }
}
