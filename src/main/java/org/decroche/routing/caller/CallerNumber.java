package org.decroche.routing.caller;

/** What the network said of the caller's number. A hint, never an identity check. */
public sealed interface CallerNumber {
  /** A number one could call back. */
  record Dialable(PhoneNumber number) implements CallerNumber {}

  /** The caller, or a network on the way, hid it. It matches nobody. */
  record Withheld() implements CallerNumber {}

  /** A short number of this or another PBX: digits only, 2 to 6 of them. */
  record Extension(String digits) implements CallerNumber {}

  /** Something was sent that is no number. Nothing of it is kept. */
  record Unreadable() implements CallerNumber {}
}
