package org.decroche.config;

import java.util.List;

/** The settings cannot be used; every fault is named, one line each. */
public final class BadSettings extends Exception {
  private final List<String> faults;

  public BadSettings(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
