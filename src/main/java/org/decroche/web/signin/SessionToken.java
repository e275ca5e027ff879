package org.decroche.web.signin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a session cookie carries: 256 random bits. Only its SHA-256 is kept, so the store signs
 * nobody in.
 */
public final class SessionToken {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String text;
  private final byte[] sha256;

  private SessionToken(String text) {
    this.text = text;
    this.sha256 = sha256(text);
  }

  public static SessionToken fresh() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Empty for anything that never was a token of ours. */
  public static Optional<SessionToken> read(@Nullable String text) {
    return text != null && SHAPE.matcher(text).matches()
        ? Optional.of(new SessionToken(text))
        : Optional.empty();
  }

  /** The secret itself, for the cookie and nothing else. */
  public String secret() {
    return text;
  }

  public byte[] sha256() {
    return sha256.clone();
  }

  /** Whether this is the token of which the store has kept this hash. */
  public boolean isHashedTo(byte[] kept) {
    return Arrays.equals(sha256, kept);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionToken token && Arrays.equals(sha256, token.sha256);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sha256);
  }

  /** The beginning of the hash: enough to follow a session through the log. */
  @Override
  public String toString() {
    return "session " + HexFormat.of().formatHex(sha256, 0, 4);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
