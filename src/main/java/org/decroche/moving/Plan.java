package org.decroche.moving;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be taken in.
 *
 * @param columns what each column holds; null for one that is left out
 * @param owner the login of who owns cases that name nobody; empty for nobody
 * @param apply false for a dry run
 */
public record Plan(List<@Nullable Field> columns, String owner, boolean apply) {

  Set<Field> fields() {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    columns.forEach(
        field -> {
          if (field != null) {
            fields.add(field == Field.FIRST_NAME ? Field.NAME : field);
          }
        });
    return fields;
  }

  /** What is wrong with it, as a sentence for a person; empty when nothing is. */
  Optional<String> wrong(Kind kind, int width) {
    Set<Field> seen = new HashSet<>();
    if (columns.size() > width) {
      return Optional.of("The file has %d columns.".formatted(width));
    }
    for (Field field : columns) {
      if (field == null) {
        continue;
      }
      if (!kind.fields().contains(field)) {
        return Optional.of("%s do not have a %s.".formatted(kind.spelt(), field.spelt()));
      }
      boolean several = field == Field.NUMBER && kind.hasNumbers();
      if (!seen.add(field) && !several) {
        return Optional.of("Two columns hold the %s.".formatted(field.spelt()));
      }
    }
    return missing(kind).map(needed -> "No column holds the %s.".formatted(needed.spelt()));
  }

  /** A field that every row needs and no column holds. */
  public Optional<Field> missing(Kind kind) {
    return kind.needed().stream().filter(needed -> !columns.contains(needed)).findFirst();
  }
}
