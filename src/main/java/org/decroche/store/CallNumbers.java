package org.decroche.store;

import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** A caller's number as two columns, its kind and its digits. */
final class CallNumbers {
  private CallNumbers() {}

  static String kind(CallerNumber number) {
    return switch (number) {
      case CallerNumber.Dialable dialable -> "number";
      case CallerNumber.Withheld withheld -> "withheld";
      case CallerNumber.Extension extension -> "extension";
      case CallerNumber.Unreadable unreadable -> "unreadable";
    };
  }

  static @Nullable String digits(CallerNumber number) {
    return switch (number) {
      case CallerNumber.Dialable dialable -> dialable.number().e164();
      case CallerNumber.Extension extension -> extension.digits();
      case CallerNumber.Withheld withheld -> null;
      case CallerNumber.Unreadable unreadable -> null;
    };
  }

  static CallerNumber read(String kind, @Nullable String digits) {
    String known = digits == null ? "" : digits;
    return switch (kind) {
      case "number" -> new CallerNumber.Dialable(new PhoneNumber(known));
      case "extension" -> new CallerNumber.Extension(known);
      case "withheld" -> new CallerNumber.Withheld();
      default -> new CallerNumber.Unreadable();
    };
  }
}
