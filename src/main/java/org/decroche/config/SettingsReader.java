package org.decroche.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads single settings and collects what is wrong with them instead of stopping at the first. */
final class SettingsReader {
  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  List<String> faults() {
    return faults;
  }

  String text(String name, String fallback) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? fallback : value;
  }

  String text(String name, String fallback, Pattern shape, String wanted) {
    String value = text(name, fallback);
    if (!shape.matcher(value).matches()) {
      faults.add("%s must be %s, not \"%s\"".formatted(name, wanted, value));
      return fallback;
    }
    return value;
  }

  int number(String name, int fallback, int least, int most) {
    String value = text(name, Integer.toString(fallback));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below, with the range
    }
    faults.add("%s must be a number from %d to %d, not \"%s\"".formatted(name, least, most, value));
    return fallback;
  }

  /** The same, when the file is there. */
  Optional<Secret> secretIfAny(Path directory, String name) {
    return Files.exists(directory.resolve(name))
        ? Optional.of(secret(directory, name))
        : Optional.empty();
  }

  /** The first line of a file made at install. */
  Secret secret(Path directory, String name) {
    Path file = directory.resolve(name);
    try {
      String line = Files.readString(file).lines().findFirst().orElse("").strip();
      if (!line.isEmpty()) {
        return new Secret(line);
      }
      faults.add("the secret " + file + " is empty; scripts/run makes it when it is not there");
    } catch (IOException unreadable) {
      faults.add("the secret " + file + " cannot be read; scripts/run makes it");
    }
    return new Secret("");
  }
}
