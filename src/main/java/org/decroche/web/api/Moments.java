package org.decroche.web.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.call.CallId;

/** Moments and calls that a body names. */
final class Moments {
  /** A year ahead is a typing mistake rather than a date. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private Moments() {}

  /** One that lies ahead, within a year. */
  static Instant ahead(Asked asked, String field, Instant now) {
    Instant at = read(asked.body().getString(field), field);
    if (!at.isAfter(now) || at.isAfter(now.plus(LONGEST))) {
      throw Refusal.wrong(field, field + " must lie ahead, within a year.");
    }
    return at;
  }

  /** One that lies behind us. */
  static Instant past(Asked asked, String field, Instant now) {
    Instant at = read(asked.body().getString(field), field);
    if (at.isAfter(now)) {
      throw Refusal.wrong(field, field + " lies ahead.");
    }
    return at;
  }

  /** A parameter, when it was given. */
  static Optional<Instant> parameter(Asked asked, String name) {
    return Optional.ofNullable(asked.parameters().get(name)).map(text -> read(text, name));
  }

  /** The call that something belongs to, when the body names one. */
  static Optional<CallId> call(Asked asked) {
    return Optional.ofNullable(asked.optional("callId")).map(CallId::new);
  }

  private static Instant read(String text, String field) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException noMoment) {
      throw Refusal.wrong(field, field + " is no moment: write it as in 2026-12-24T11:00:00Z.");
    }
  }
}
