package org.decroche.web.api;

import io.vertx.json.schema.OutputUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a person's words which value a schema refuses. The value itself is not repeated. */
final class WrongValue {
  private static final Pattern MISSING = Pattern.compile("required property \"([^\"]+)\"");
  private static final Pattern INDEX = Pattern.compile("/([0-9]+)(?=/|$)");

  private WrongValue() {}

  /** A parameter. */
  static Refusal at(String name, OutputUnit judged) {
    return Refusal.wrong(name, sentence(name, worst(judged)));
  }

  /** Something in the body. */
  static Refusal in(OutputUnit judged) {
    OutputUnit worst = worst(judged);
    String field = field(worst);
    return field.isEmpty()
        ? Refusal.unreadable("This is not the JSON object that is expected here.")
        : Refusal.wrong(field, sentence(field, worst));
  }

  /** The most precise one: deepest in the document, then last found. */
  private static OutputUnit worst(OutputUnit judged) {
    List<OutputUnit> errors = Objects.requireNonNullElse(judged.getErrors(), List.of());
    return errors.stream()
        .reduce((first, second) -> BY_DEPTH.compare(first, second) > 0 ? first : second)
        .orElse(judged);
  }

  private static final Comparator<OutputUnit> BY_DEPTH =
      Comparator.comparingInt(error -> field(error).length());

  private static String field(OutputUnit error) {
    String path =
        Objects.requireNonNullElse(error.getInstanceLocation(), "").replaceFirst("^#", "");
    Matcher missing = MISSING.matcher(Objects.requireNonNullElse(error.getError(), ""));
    if (missing.find()) {
      path += "/" + missing.group(1);
    }
    return INDEX.matcher(path).replaceAll("[$1]").replaceFirst("^/", "").replace('/', '.');
  }

  private static String sentence(String field, OutputUnit error) {
    String keyword =
        Objects.requireNonNullElse(error.getKeywordLocation(), "").replaceFirst(".*/", "");
    return field
        + switch (keyword) {
          case "required" -> " is missing.";
          case "type" -> " has the wrong type.";
          case "maxLength" -> " is too long.";
          case "minLength" -> " is empty.";
          case "enum" -> " is none of the words known here.";
          case "minimum", "maximum" -> " is out of range.";
          case "maxItems" -> " has too many entries.";
          case "additionalProperties", "false" -> " is not known here.";
          case "not" -> " holds signs that cannot be used here.";
          default -> " is not as it should be.";
        };
  }
}
