package org.decroche.web.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.OwnAccount;
import org.decroche.store.SecretBytes;

/** A code besides the password, for whoever wants it. Every call blocks. */
public final class SecondFactor {
  private static final int CODES = 10;

  private final OwnAccount accounts;
  private final Secrets secrets = new Secrets();
  private final TimeCodes codes = new TimeCodes();
  private final InstantSource clock;

  public SecondFactor(OwnAccount accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * What an authenticator program needs, shown once.
   *
   * @param secret to type, Base32
   * @param uri the same for a QR code
   */
  public record Prepared(String secret, String uri) {}

  /** Empty when one is in force already. */
  public Optional<Prepared> prepare(AgentId agent, String login) {
    byte[] secret = codes.secret();
    return accounts.prepare(agent, secret)
        ? Optional.of(new Prepared(Base32.of(secret), codes.uri(secret, login)))
        : Optional.empty();
  }

  /** The recovery codes, shown once; empty when the code is not the one of this moment. */
  public Optional<List<String>> confirm(AgentId agent, String code) {
    SecretBytes secret = accounts.factor(agent).secret();
    OptionalLong step =
        secret == null
            ? OptionalLong.empty()
            : codes.step(secret.bytes(), digits(code), clock.instant());
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> fresh = Stream.generate(secrets::recoveryCode).limit(CODES).toList();
    List<byte[]> hashed = fresh.stream().map(SecondFactor::sha256).toList();
    return accounts.confirm(agent, step.getAsLong(), hashed, clock.instant())
        ? Optional.of(fresh)
        : Optional.empty();
  }

  /** Whether this code, or recovery code, lets them in. Each does so once. */
  public boolean accepts(AgentId agent, String code) {
    String typed = digits(code);
    if (!typed.matches("[0-9]{6}")) {
      return accounts.useRecoveryCode(agent, sha256(typed));
    }
    OwnAccount.Factor factor = accounts.factor(agent);
    SecretBytes secret = factor.secret();
    if (secret == null || factor.since() == null) {
      return false;
    }
    OptionalLong step = codes.step(secret.bytes(), typed, clock.instant());
    return step.isPresent() && accounts.useStep(agent, step.getAsLong());
  }

  /** As it is read out: without what people put between groups. */
  private static String digits(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private static byte[] sha256(String code) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(digits(code).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
