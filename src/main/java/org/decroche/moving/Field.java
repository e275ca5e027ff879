package org.decroche.moving;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of a file may hold. */
public enum Field {
  /** Known to the other system by this; read again, the row changes what it made. */
  KEY(100),
  NAME(200),
  /** Put in front of the name, for files that keep the two apart. */
  FIRST_NAME(200),
  /** Phone numbers, several apart by a comma, a semicolon or a line. */
  NUMBER(1000),
  NOTE(4000),
  LANGUAGE(10),
  /** The key of the customer. */
  CUSTOMER(100),
  LABEL(60),
  TITLE(200),
  /** The matter as the customer told it. */
  WORDS(8000),
  /** What it does to the customer. */
  EFFECT(2000),
  /** What is technically wrong. */
  TECHNICAL(2000),
  /** The login of an agent. */
  OWNER(32),
  STATUS(40),
  /** Of a case that waits for its customer. */
  UNTIL(40),
  OPENED(40),
  TOUCHED(40),
  /** When a closed case was. */
  CLOSED(40),
  /** The login of who heard the customer's word. */
  HEARD_BY(32),
  /** The customer's word that it was solved: no closed case comes without. */
  CLOSING(500);

  private final int longest;

  Field(int longest) {
    this.longest = longest;
  }

  /** In characters. */
  int longest() {
    return longest;
  }

  /** Whether a line break may stand in it. */
  boolean isText() {
    return this == NOTE || this == WORDS || this == EFFECT || this == TECHNICAL;
  }

  /** {@code first-name}, as in the API and in the files' first line. */
  public String spelt() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty for a word that names none. */
  public static Optional<Field> read(String spelt) {
    return Arrays.stream(values()).filter(field -> field.spelt().equals(spelt)).findFirst();
  }
}
