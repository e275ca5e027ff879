package org.decroche.moving;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
  /** Of a customer: a person or a firm. Of a line of a timeline: what it tells. */
  KIND(40),
  /** How they like to be called. */
  CALLED(100),
  /** The key of the firm that a person belongs to. */
  FIRM(100),
  /** Since when a customer is known, or an alert true. */
  SINCE(40),
  /** The key of the customer that this one turned out to be. */
  SAME_AS(100),
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
  HEARD_AT(40),
  /** The id of the call it was heard on. */
  HEARD_ON(150),
  /** The written message it stands in. */
  HEARD_IN(300),
  /** The customer's word that it was solved: no closed case comes without. */
  CLOSING(500),
  /** The key of the case. */
  CASE(100),
  /** What was promised, or what a third party owes. */
  WHAT(300),
  /** The login of who is to keep a promise. */
  BY(32),
  DUE(40),
  MADE(40),
  MADE_BY(32),
  /** The id of a call during which it was. */
  CALL(150),
  STATE(40),
  ENDED(40),
  ENDED_BY(32),
  /** Of a broken promise. */
  WHY(300),
  /** Which third party. */
  PARTY(200),
  CONTACT(200),
  ASKED(40),
  ASKED_BY(32),
  /** What became of an errand. */
  ENDING(300),
  AT(40),
  /** The login of who wrote it. */
  AUTHOR(32),
  TEXT(8000),
  /** The key of the line of the same timeline that this one sets right. */
  CORRECTS(100),
  PROMISE(100),
  ERRAND(100),
  /** What else belongs to a line, as a JSON object. */
  DETAIL(100_000),
  /** When an alert came to us. */
  RECEIVED(40),
  /** The login of whose it is to call. */
  AGENT(32);

  private static final Set<Field> TEXTS =
      EnumSet.of(
          NOTE, WORDS, EFFECT, TECHNICAL, CLOSING, WHAT, WHY, CONTACT, ENDING, TEXT, HEARD_IN);

  private static final Set<Field> MOMENTS =
      EnumSet.of(
          SINCE, UNTIL, OPENED, TOUCHED, CLOSED, HEARD_AT, DUE, MADE, ENDED, ASKED, AT, RECEIVED);

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
    return TEXTS.contains(this);
  }

  public boolean isMoment() {
    return MOMENTS.contains(this);
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
