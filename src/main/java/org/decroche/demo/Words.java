package org.decroche.demo;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the demonstration says, in the language of the system: French, else English. */
final class Words {
  private final Locale locale;
  private final ResourceBundle bundle;

  Words(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "org.decroche.demo.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Words of(Map<String, String> environment) {
    String language =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return new Words(language.startsWith("fr") ? Locale.FRANCE : Locale.ROOT);
  }

  String say(String key, Object... with) {
    return new MessageFormat(bundle.getString(key), locale).format(with);
  }

  boolean knows(String key) {
    return bundle.containsKey(key);
  }

  /** Seconds, two digits after the point or comma. */
  String seconds(Duration time) {
    return String.format(locale, "%.2f s", time.toMillis() / 1000.0);
  }
}
