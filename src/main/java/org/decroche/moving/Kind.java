package org.decroche.moving;

import static org.decroche.moving.Field.AGENT;
import static org.decroche.moving.Field.ASKED;
import static org.decroche.moving.Field.ASKED_BY;
import static org.decroche.moving.Field.AT;
import static org.decroche.moving.Field.AUTHOR;
import static org.decroche.moving.Field.BY;
import static org.decroche.moving.Field.CALL;
import static org.decroche.moving.Field.CALLED;
import static org.decroche.moving.Field.CASE;
import static org.decroche.moving.Field.CLOSED;
import static org.decroche.moving.Field.CLOSING;
import static org.decroche.moving.Field.CONTACT;
import static org.decroche.moving.Field.CORRECTS;
import static org.decroche.moving.Field.CUSTOMER;
import static org.decroche.moving.Field.DETAIL;
import static org.decroche.moving.Field.DUE;
import static org.decroche.moving.Field.EFFECT;
import static org.decroche.moving.Field.ENDED;
import static org.decroche.moving.Field.ENDED_BY;
import static org.decroche.moving.Field.ENDING;
import static org.decroche.moving.Field.ERRAND;
import static org.decroche.moving.Field.FIRM;
import static org.decroche.moving.Field.FIRST_NAME;
import static org.decroche.moving.Field.HEARD_AT;
import static org.decroche.moving.Field.HEARD_BY;
import static org.decroche.moving.Field.HEARD_IN;
import static org.decroche.moving.Field.HEARD_ON;
import static org.decroche.moving.Field.KEY;
import static org.decroche.moving.Field.LABEL;
import static org.decroche.moving.Field.LANGUAGE;
import static org.decroche.moving.Field.MADE;
import static org.decroche.moving.Field.MADE_BY;
import static org.decroche.moving.Field.NAME;
import static org.decroche.moving.Field.NOTE;
import static org.decroche.moving.Field.NUMBER;
import static org.decroche.moving.Field.OPENED;
import static org.decroche.moving.Field.OWNER;
import static org.decroche.moving.Field.PARTY;
import static org.decroche.moving.Field.PROMISE;
import static org.decroche.moving.Field.RECEIVED;
import static org.decroche.moving.Field.SAME_AS;
import static org.decroche.moving.Field.SINCE;
import static org.decroche.moving.Field.STATE;
import static org.decroche.moving.Field.STATUS;
import static org.decroche.moving.Field.TECHNICAL;
import static org.decroche.moving.Field.TEXT;
import static org.decroche.moving.Field.TITLE;
import static org.decroche.moving.Field.TOUCHED;
import static org.decroche.moving.Field.UNTIL;
import static org.decroche.moving.Field.WHAT;
import static org.decroche.moving.Field.WHY;
import static org.decroche.moving.Field.WORDS;

import java.util.List;
import java.util.Locale;

/** What a file is about: each row one of these. In this order each finds what it names. */
public enum Kind {
  CUSTOMERS,
  NUMBERS,
  /** Numbers that many people call from. */
  SHARED_NUMBERS,
  CASES,
  PROMISES,
  ERRANDS,
  /** What was said and done on cases, line by line. */
  TIMELINE,
  /** Whom an alert is about, a customer or a number a row. */
  ALERTS;

  /** What its columns may hold. */
  public List<Field> fields() {
    return switch (this) {
      case CUSTOMERS ->
          List.of(
              KEY,
              NAME,
              FIRST_NAME,
              NUMBER,
              NOTE,
              LANGUAGE,
              Field.KIND,
              CALLED,
              FIRM,
              SINCE,
              SAME_AS);
      case NUMBERS -> List.of(CUSTOMER, NUMBER, LABEL);
      case SHARED_NUMBERS -> List.of(NUMBER);
      case CASES ->
          List.of(
              KEY, CUSTOMER, TITLE, WORDS, EFFECT, TECHNICAL, OWNER, STATUS, UNTIL, OPENED, TOUCHED,
              CLOSED, HEARD_BY, HEARD_AT, HEARD_ON, HEARD_IN, CLOSING);
      case PROMISES ->
          List.of(KEY, CASE, WHAT, BY, DUE, MADE, MADE_BY, CALL, STATE, ENDED, ENDED_BY, WHY);
      case ERRANDS ->
          List.of(
              KEY, CASE, PARTY, CONTACT, WHAT, DUE, ASKED, ASKED_BY, STATE, ENDED, ENDED_BY,
              ENDING);
      case TIMELINE ->
          List.of(KEY, CASE, AT, Field.KIND, AUTHOR, TEXT, CALL, CORRECTS, PROMISE, ERRAND, DETAIL);
      case ALERTS -> List.of(KEY, TITLE, SINCE, RECEIVED, NUMBER, CUSTOMER, AGENT);
    };
  }

  /** Without a column for each of these a row says nothing. */
  public List<Field> needed() {
    return switch (this) {
      case CUSTOMERS, CASES, ALERTS -> List.of(KEY);
      case NUMBERS -> List.of(CUSTOMER, NUMBER);
      case SHARED_NUMBERS -> List.of(NUMBER);
      case PROMISES, ERRANDS, TIMELINE -> List.of(KEY, CASE);
    };
  }

  /** Whether a row may hold several numbers, in as many columns. */
  public boolean hasNumbers() {
    return this == CUSTOMERS || this == ALERTS;
  }

  public String spelt() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The one that is spelt so.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Kind read(String spelt) {
    return valueOf(spelt.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
