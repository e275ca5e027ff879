package org.decroche.web.api;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.decroche.store.Messages.Taken;

/** The one line a sender gets: who will call and by when, since that is what we will do. */
final class Receipt {
  private Receipt() {}

  static String of(Taken taken, ZoneId zone, Locale language) {
    boolean french = language.getLanguage().equals("fr");
    ResourceBundle words =
        ResourceBundle.getBundle(
            "org.decroche.web.api.receipt",
            french ? Locale.FRENCH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Optional<Instant> due = taken.due();
    if (due.isEmpty()) {
      return words.getString("taken");
    }
    Locale region = french ? Locale.FRANCE : Locale.UK;
    String day =
        DateTimeFormatter.ofPattern("EEEE d MMMM", region).withZone(zone).format(due.get());
    String time = DateTimeFormatter.ofPattern("HH:mm", region).withZone(zone).format(due.get());
    return taken
        .by()
        .map(
            who ->
                new MessageFormat(words.getString("named"), region)
                    .format(new Object[] {who, day, time}))
        .orElseGet(
            () ->
                new MessageFormat(words.getString("somebody"), region)
                    .format(new Object[] {day, time}));
  }
}
