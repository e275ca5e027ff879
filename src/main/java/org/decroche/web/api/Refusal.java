package org.decroche.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.decroche.store.SettingChange;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not done, and what the one who asked can do about it. Nothing has been changed.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Settings that have changed meanwhile: more of them nobody reads in a sentence. */
  private static final int MOST_NAMED = 10;

  private final int status;
  private final @Nullable String field;
  private final @Nullable String reason;
  private final @Nullable String who;
  private final ArrayList<String> changed = new ArrayList<>();

  private Refusal(int status, @Nullable String field, String detail) {
    this(status, field, detail, null, null);
  }

  private Refusal(
      int status,
      @Nullable String field,
      String detail,
      @Nullable String reason,
      @Nullable String who) {
    // No stack trace: it is an answer, not a fault.
    super(detail, null, false, false);
    this.status = status;
    this.field = field;
    this.reason = reason;
    this.who = who;
  }

  /**
   * The same, with its reason as one word, for a page that says it in its reader's language.
   *
   * @param colleague the name of the colleague it is about, if it is about one
   */
  public Refusal because(Enum<?> why, Optional<String> colleague) {
    return new Refusal(status, field, detail(), Words.word(why), colleague.orElse(null));
  }

  /** The same, said of a part: {@code name} in {@code people[3]} is {@code people[3].name}. */
  Refusal under(String place) {
    String named = field == null ? place : place + "." + field;
    String said = field == null ? place + ": " + detail() : detail().replace(field, named);
    Refusal under = new Refusal(status, named, said, reason, who);
    under.changed.addAll(changed);
    return under;
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

  /** The password is right; what is missing, or wrong, is the code. */
  static Refusal code(Code why) {
    return new Refusal(401, "code", why.sentence, Words.word(why), null);
  }

  enum Code {
    CODE_NEEDED("Type the code that your authenticator shows, or a recovery code."),
    CODE_WRONG("This code is not the one of this moment, or was used before.");

    private final String sentence;

    Code(String sentence) {
      this.sentence = sentence;
    }
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

  /**
   * Made on something that is not as it was.
   *
   * @param by who changed it; empty when the service itself did
   * @param what the fields that are different now
   */
  static Refusal stale(String by, List<String> what) {
    Refusal refusal =
        new Refusal(
            409,
            "version",
            "%s meanwhile (%s). Nothing was saved: look at it as it is now."
                .formatted(
                    by.isEmpty() ? "It has changed" : by + " has changed it",
                    String.join(", ", what)),
            "changed",
            by.isEmpty() ? null : by);
    refusal.changed.addAll(what);
    return refusal;
  }

  /**
   * A file of settings was looked at, and settings have changed since.
   *
   * @param since the changes, newest first
   */
  static Refusal overtaken(List<SettingChange> since) {
    String by = since.getFirst().by().name();
    String said =
        since.stream()
            .map(
                change ->
                    "%s, %s %s (%s)"
                        .formatted(
                            change.by().name(),
                            Words.word(change.which().setting()),
                            change.name(),
                            String.join(", ", change.fields())))
            .distinct()
            .limit(MOST_NAMED)
            .collect(Collectors.joining("; "));
    Refusal refusal =
        new Refusal(
            409,
            "seen",
            "Settings have changed meanwhile: %s. Nothing was brought in: see again what the file would change."
                .formatted(said),
            "changed",
            by);
    since.stream()
        .map(SettingChange::name)
        .distinct()
        .limit(MOST_NAMED)
        .forEach(refusal.changed::add);
    return refusal;
  }

  /**
   * It cannot be taken back, since something newer stands on it.
   *
   * @param by who made the newer change; empty when that is not known
   * @param what the fields it changed
   */
  static Refusal standsOnIt(String by, List<String> what) {
    Refusal refusal =
        new Refusal(
            409,
            null,
            "A newer change%s stands on it (%s): take that back first."
                .formatted(by.isEmpty() ? "" : " by " + by, String.join(", ", what)),
            "newer",
            by.isEmpty() ? null : by);
    refusal.changed.addAll(what);
    return refusal;
  }

  public static Refusal notJson() {
    return new Refusal(415, null, "Send JSON, with Content-Type: application/json.");
  }

  /** It cannot be done now, and nothing is wrong with what was asked. */
  public static Refusal unavailable(String detail) {
    return new Refusal(503, null, detail);
  }

  /** More than anybody in need sends. */
  static Refusal tooMany(String field, String detail) {
    return new Refusal(429, field, detail);
  }

  static Refusal notAFile() {
    return new Refusal(415, null, "Send the file as it is, with Content-Type: text/csv.");
  }

  static Refusal lengthNeeded() {
    return new Refusal(411, null, "Say how long the file is, with Content-Length.");
  }

  static Refusal tooLarge(String detail) {
    return new Refusal(413, null, detail);
  }

  public int status() {
    return status;
  }

  public @Nullable String field() {
    return field;
  }

  public @Nullable String reason() {
    return reason;
  }

  public @Nullable String who() {
    return who;
  }

  /** The fields that somebody else changed meanwhile; empty when that is not the reason. */
  public List<String> changed() {
    return List.copyOf(changed);
  }

  /** One sentence for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
