package org.decroche.web.api;

import org.jspecify.annotations.Nullable;

/**
 * A request that is not done, and what the one who asked can do about it. Nothing has been changed.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String field;

  private Refusal(int status, @Nullable String field, String detail) {
    // No stack trace: it is an answer, not a fault.
    super(detail, null, false, false);
    this.status = status;
    this.field = field;
  }

  /** A value is wrong; {@code field} is spelt like {@code numbers[0].number}. */
  public static Refusal wrong(String field, String detail) {
    return new Refusal(400, field, detail);
  }

  public static Refusal unreadable(String detail) {
    return new Refusal(400, null, detail);
  }

  public static Refusal signedOut() {
    return new Refusal(401, null, "Sign in first.");
  }

  public static Refusal wrongSignIn() {
    return new Refusal(401, null, "The login or the password is wrong.");
  }

  public static Refusal forbidden(String detail) {
    return new Refusal(403, null, detail);
  }

  public static Refusal notFound(String detail) {
    return new Refusal(404, null, detail);
  }

  /** As things stand it cannot be; {@code field} is null when no value is to blame. */
  public static Refusal conflict(@Nullable String field, String detail) {
    return new Refusal(409, field, detail);
  }

  public static Refusal notJson() {
    return new Refusal(415, null, "Send JSON, with Content-Type: application/json.");
  }

  /** It cannot be done now, and nothing is wrong with what was asked. */
  public static Refusal unavailable(String detail) {
    return new Refusal(503, null, detail);
  }

  public int status() {
    return status;
  }

  public @Nullable String field() {
    return field;
  }

  /** One sentence for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
