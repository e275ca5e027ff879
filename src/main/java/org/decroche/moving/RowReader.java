package org.decroche.moving;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.decroche.moving.Fault.What;
import org.decroche.numbers.NumberReader;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Understands the cells of a row, each by itself. What needs the database is not judged here. */
final class RowReader {
  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[;,|\\n\\r]+");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("(?<![0-9a-zA-Z])[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+(?![0-9a-zA-Z])");

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

  /** Line breaks and other signs that do not show. */
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}+");

  private static final Pattern CONTROLS_BUT_LINES = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");

  private final Kind kind;
  private final List<@Nullable Field> columns;
  private final String country;
  private final NumberReader numbers;

  /**
   * @param columns what each column holds; null for a column that is left out
   * @param country ISO 3166 code: how a number without country code is meant
   */
  RowReader(Kind kind, List<@Nullable Field> columns, String country, NumberReader numbers) {
    this.kind = kind;
    this.columns = columns;
    this.country = country;
    this.numbers = numbers;
  }

  /** The first cell that is wrong refuses the row. */
  Row read(long line, List<String> cells) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    List<String> theirs = new ArrayList<>();
    Fault fault = null;
    for (int i = 0; i < columns.size(); i++) {
      Field field = columns.get(i);
      if (field != null) {
        String cell = Cells.plain(i < cells.size() ? cells.get(i) : "");
        Fault wrong = field == Field.NUMBER ? addNumbers(theirs, cell) : put(values, field, cell);
        fault = fault == null ? wrong : fault;
      }
    }
    if (fault == null) {
      fault = missing(values, theirs);
    }
    joinNames(values);
    return new Row(line, values, theirs, fault);
  }

  private @Nullable Fault put(Map<Field, String> values, Field field, String cell) {
    String text = clean(field, cell);
    if (text.codePointCount(0, text.length()) > field.longest()) {
      return new Fault(field, What.TOO_LONG, text);
    }
    String read = understood(field, text);
    if (read == null) {
      return new Fault(field, What.UNREADABLE, text);
    }
    values.put(field, read);
    return null;
  }

  private @Nullable String understood(Field field, String text) {
    if (field.isMoment()) {
      return Moments.read(text);
    }
    return switch (field) {
      case LANGUAGE -> text.isEmpty() || LANGUAGE.matcher(text).matches() ? text : null;
      case DETAIL -> Details.read(text);
      case STATUS, STATE, KIND -> Choices.read(kind, field, text);
      default -> text;
    };
  }

  private static String clean(Field field, String cell) {
    String lines = cell.replace("\r\n", "\n").replace('\r', '\n');
    return field.isText()
        ? CONTROLS_BUT_LINES.matcher(lines).replaceAll(" ").strip()
        : CONTROLS.matcher(lines).replaceAll(" ").strip();
  }

  private @Nullable Fault addNumbers(List<String> theirs, String cell) {
    String text = cell.strip();
    if (SCIENTIFIC.matcher(text).find()) {
      return new Fault(Field.NUMBER, What.SCIENTIFIC, text);
    }
    for (String one : BETWEEN_NUMBERS.split(text, -1)) {
      String number = one.strip();
      if (number.isEmpty()) {
        continue;
      }
      if (!(numbers.read(number, country) instanceof CallerNumber.Dialable(PhoneNumber read))) {
        return new Fault(Field.NUMBER, What.UNREADABLE, number);
      }
      if (!kind.hasNumbers() && !theirs.isEmpty()) {
        // One number a row there: a label is for one, and so is what becomes of it.
        return new Fault(Field.NUMBER, What.UNREADABLE, text);
      }
      if (!theirs.contains(read.e164())) {
        theirs.add(read.e164());
      }
    }
    return null;
  }

  private @Nullable Fault missing(Map<Field, String> values, List<String> theirs) {
    for (Field field : kind.needed()) {
      boolean there =
          field == Field.NUMBER ? !theirs.isEmpty() : !values.getOrDefault(field, "").isEmpty();
      if (!there) {
        return new Fault(field, What.MISSING, "");
      }
    }
    Field name = kind == Kind.CASES ? Field.TITLE : Field.NAME;
    boolean empty =
        columns.contains(name)
            && values.getOrDefault(name, "").isEmpty()
            && values.getOrDefault(Field.FIRST_NAME, "").isEmpty();
    return empty ? new Fault(name, What.MISSING, "") : null;
  }

  private static void joinNames(Map<Field, String> values) {
    String first = values.remove(Field.FIRST_NAME);
    if (first != null && !first.isEmpty()) {
      String whole = (first + " " + values.getOrDefault(Field.NAME, "")).strip();
      values.put(Field.NAME, whole.substring(0, Math.min(whole.length(), Field.NAME.longest())));
    }
  }
}
