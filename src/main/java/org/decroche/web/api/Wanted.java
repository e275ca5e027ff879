package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a schema's keyword wants, as the rest of a sentence that begins with the field. */
final class Wanted {
  /** The validator's sentences end with the schema's side of the matter. */
  private static final Pattern BOUND = Pattern.compile("(-?[0-9]+)\\)?$");

  private static final Pattern WORDS = Pattern.compile("\\[.*]$", Pattern.DOTALL);

  private Wanted() {}

  /**
   * Says it.
   *
   * @param field as in {@code numbers[0].number}
   * @param said the validator's own sentence
   */
  static String by(String field, String keyword, String said) {
    return switch (keyword) {
      case "required" -> " is missing.";
      case "type" -> " must be %s.".formatted(type(said.replaceFirst(".*Expected ", "")));
      case "enum" -> " must be one of: %s.".formatted(words(said));
      case "pattern" -> pattern(field.replaceFirst(".*\\.", ""));
      case "minLength" -> " must not be empty.";
      case "maxLength" -> " is too long: %s signs at most.".formatted(bound(said));
      case "minimum" -> " must be %s or more.".formatted(bound(said));
      case "maximum" -> " must be %s or less.".formatted(bound(said));
      case "maxItems" -> " has too many entries: %s at most.".formatted(bound(said));
      case "uniqueItems" -> " must not name the same twice.";
      case "not" -> " must not hold control signs, nor half of a sign.";
      case "additionalProperties", "false" -> " is not known here.";
      default -> " is not as it should be.";
    };
  }

  private static String type(String expected) {
    if (expected.contains("string")) {
      return expected.contains("null") ? "text, or null" : "text";
    }
    return switch (expected) {
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      default -> "an " + expected;
    };
  }

  /** A pattern is no sentence; these are the fields that have one. */
  private static String pattern(String name) {
    return switch (name) {
      case "name", "title", "text", "summary", "what", "reason" -> " must not be blank.";
      case "login" ->
          " must be small letters, digits, dots, dashes or underscores, a letter first.";
      case "country" -> " must be two capital letters, as in FR.";
      case "language" -> " must be a language's code, as in fr or fr-FR.";
      case "number" -> " must be an international number, as in +33199001234.";
      default -> " has another shape than it should.";
    };
  }

  private static String words(String said) {
    Matcher list = WORDS.matcher(said);
    return list.find()
        ? new JsonArray(list.group())
            .stream().map(String::valueOf).collect(Collectors.joining(", "))
        : "the words known here";
  }

  private static String bound(String said) {
    Matcher number = BOUND.matcher(said);
    return number.find() ? number.group(1) : "fewer";
  }
}
