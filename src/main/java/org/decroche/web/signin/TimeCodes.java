package org.decroche.web.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that change every half minute (RFC 6238), as any authenticator program makes them. */
final class TimeCodes {
  private static final int SECRET_BYTES = 20; // as long as HMAC-SHA-1's own (RFC 4226, 4)
  private static final String ISSUER = "Décroché";

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final SecureRandom random = new SecureRandom();

  byte[] secret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** For a QR code. */
  String uri(byte[] secret, String login) {
    String issuer = URLEncoder.encode(ISSUER, StandardCharsets.UTF_8);
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(issuer, login, Base32.of(secret), issuer);
  }

  /** The time step this code is of: the one at that moment, or a neighbour's (RFC 6238, 5.2). */
  OptionalLong step(byte[] secret, String code, Instant now) {
    Duration each = generator.getTimeStep();
    for (int off : new int[] {0, -1, 1}) {
      Instant then = now.plus(each.multipliedBy(off));
      if (equal(code(secret, then), code)) {
        return OptionalLong.of(Math.floorDiv(then.toEpochMilli(), each.toMillis()));
      }
    }
    return OptionalLong.empty();
  }

  String code(byte[] secret, Instant at) {
    try {
      return generator.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
