package org.decroche.casework;

/**
 * Whose move a case waits for. All but {@link #CLOSED} are open: the case is there when they call.
 */
public enum CaseStatus {
  WAITING_FOR_US,
  WAITING_FOR_THIRD_PARTY,
  /** Until a date; silence past it brings the case back to its owner. */
  WAITING_FOR_CUSTOMER,
  /** On the customer's word, and on nothing else. */
  CLOSED;

  public boolean isOpen() {
    return this != CLOSED;
  }
}
