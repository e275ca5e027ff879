package org.decroche.moving;

import static org.decroche.moving.Field.CLOSED;
import static org.decroche.moving.Field.CLOSING;
import static org.decroche.moving.Field.CUSTOMER;
import static org.decroche.moving.Field.EFFECT;
import static org.decroche.moving.Field.FIRST_NAME;
import static org.decroche.moving.Field.HEARD_BY;
import static org.decroche.moving.Field.KEY;
import static org.decroche.moving.Field.LABEL;
import static org.decroche.moving.Field.LANGUAGE;
import static org.decroche.moving.Field.NAME;
import static org.decroche.moving.Field.NOTE;
import static org.decroche.moving.Field.NUMBER;
import static org.decroche.moving.Field.OPENED;
import static org.decroche.moving.Field.OWNER;
import static org.decroche.moving.Field.STATUS;
import static org.decroche.moving.Field.TECHNICAL;
import static org.decroche.moving.Field.TITLE;
import static org.decroche.moving.Field.TOUCHED;
import static org.decroche.moving.Field.UNTIL;
import static org.decroche.moving.Field.WORDS;

import java.util.List;
import java.util.Locale;

/** What a file is about: each row one of these. */
public enum Kind {
  CUSTOMERS,
  NUMBERS,
  CASES;

  /** What its columns may hold. */
  public List<Field> fields() {
    return switch (this) {
      case CUSTOMERS -> List.of(KEY, NAME, FIRST_NAME, NUMBER, NOTE, LANGUAGE);
      case NUMBERS -> List.of(CUSTOMER, NUMBER, LABEL);
      case CASES ->
          List.of(
              KEY, CUSTOMER, TITLE, WORDS, EFFECT, TECHNICAL, OWNER, STATUS, UNTIL, OPENED, TOUCHED,
              CLOSED, HEARD_BY, CLOSING);
    };
  }

  /** Without a column for each of these a row says nothing. */
  public List<Field> needed() {
    return switch (this) {
      case CUSTOMERS, CASES -> List.of(KEY);
      case NUMBERS -> List.of(CUSTOMER, NUMBER);
    };
  }

  public String spelt() {
    return name().toLowerCase(Locale.ROOT);
  }
}
