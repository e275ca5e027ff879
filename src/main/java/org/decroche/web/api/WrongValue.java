package org.decroche.web.api;

import io.vertx.json.schema.OutputUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks, of all that a schema has against a value, what a person is to be told: which field, and
 * what is wanted there. The value itself is not repeated.
 */
final class WrongValue {
  /** They only say that something inside is wrong. */
  private static final Set<String> FRAMES =
      Set.of("properties", "items", "$ref", "allOf", "anyOf", "oneOf");

  /**
   * A property that its own schema refuses counts as one too many as well: that is believed only
   * when nothing else is said of it.
   */
  private static final String ONE_TOO_MANY = "additionalProperties";

  private static final Pattern MISSING = Pattern.compile("required property \"([^\"]+)\"");
  private static final Pattern INDEX = Pattern.compile("/([0-9]+)(?=/|$)");

  private WrongValue() {}

  /** A parameter. */
  static Refusal at(String name, OutputUnit judged) {
    return wrong(name, first(judged));
  }

  /** Something in the body. */
  static Refusal in(OutputUnit judged) {
    OutputUnit error = first(judged);
    String field = field(error);
    return field.isEmpty()
        ? Refusal.unreadable("This is not the JSON object that is expected here.")
        : wrong(field, error);
  }

  private static Refusal wrong(String field, OutputUnit error) {
    return Refusal.wrong(field, field + Wanted.by(field, keyword(error), text(error)));
  }

  /** As the validator goes through the schema: of one field, its type comes before its length. */
  private static OutputUnit first(OutputUnit judged) {
    List<OutputUnit> errors = Objects.requireNonNullElse(judged.getErrors(), List.of());
    List<OutputUnit> real =
        errors.stream().filter(error -> !FRAMES.contains(keyword(error))).toList();
    return real.stream().filter(error -> isMeant(error, real)).findFirst().orElse(judged);
  }

  private static boolean isMeant(OutputUnit error, List<OutputUnit> all) {
    return !keyword(error).equals(ONE_TOO_MANY)
        || all.stream().noneMatch(other -> saysMore(other, error));
  }

  private static boolean saysMore(OutputUnit other, OutputUnit error) {
    return place(other).startsWith(place(error) + "/")
        || (place(other).equals(place(error)) && !keyword(other).equals(ONE_TOO_MANY));
  }

  private static String place(OutputUnit error) {
    return Objects.requireNonNullElse(error.getInstanceLocation(), "").replaceFirst("^#", "");
  }

  private static String keyword(OutputUnit error) {
    return Objects.requireNonNullElse(error.getKeywordLocation(), "").replaceFirst(".*/", "");
  }

  private static String text(OutputUnit error) {
    return Objects.requireNonNullElse(error.getError(), "");
  }

  private static String field(OutputUnit error) {
    Matcher missing = MISSING.matcher(text(error));
    String path = missing.find() ? place(error) + "/" + missing.group(1) : place(error);
    return INDEX.matcher(path).replaceAll("[$1]").replaceFirst("^/", "").replace('/', '.');
  }
}
