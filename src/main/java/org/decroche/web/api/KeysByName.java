package org.decroche.web.api;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.decroche.store.Setting;
import org.jspecify.annotations.Nullable;

/**
 * The keys of settings by what people call them in a file. Each kind is read once, however often it
 * is asked for: whoever adds one says so here.
 */
final class KeysByName {
  private final ChangeLog log;
  private final Map<Setting, Map<String, String>> known = new EnumMap<>(Setting.class);

  KeysByName(ChangeLog log) {
    this.log = log;
  }

  /** Null when nothing is called that. */
  @Nullable String key(Setting setting, String name) {
    return all(setting).get(name);
  }

  /** One more, by what it is called where it is kept. */
  void added(Setting setting, String name, String key) {
    all(setting).put(name, key);
  }

  private Map<String, String> all(Setting setting) {
    return known.computeIfAbsent(
        setting,
        missing -> {
          Map<String, String> keys = new HashMap<>();
          log.of(missing)
              .all()
              .forEach((key, document) -> keys.put(document.getString(called(missing)), key));
          return keys;
        });
  }

  private static String called(Setting setting) {
    return switch (setting) {
      case PERSON -> "login";
      case FRONT_DOOR, SHARED_NUMBER -> "number";
      case TEAM, SITE, ROUTING, HOUSE, RETENTION, AVAILABILITY -> "name";
    };
  }
}
