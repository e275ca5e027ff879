package org.decroche.web.signin;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which browser on which system, so that somebody knows their own machines in a list. */
final class DeviceName {
  private DeviceName() {}

  /** As in "Firefox, Windows"; empty when the User-Agent header tells neither. */
  static String of(@Nullable String header) {
    String told = header == null ? "" : header;
    // In this order: the names of later ones stand in what the earlier ones say of themselves.
    Stream<Map.Entry<String, String>> browsers =
        Stream.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("HeadlessChrome/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));
    Stream<Map.Entry<String, String>> systems =
        Stream.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Macintosh", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));
    return String.join(
        ", ",
        Stream.concat(first(browsers, told).stream(), first(systems, told).stream()).toList());
  }

  private static Optional<String> first(Stream<Map.Entry<String, String>> names, String told) {
    return names.filter(name -> told.contains(name.getKey())).map(Map.Entry::getValue).findFirst();
  }
}
