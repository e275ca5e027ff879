package org.decroche.web.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.NewAgent;
import org.decroche.store.Outcome;
import org.decroche.store.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody has to be able to let the others in: whoever has the one-time code, which is readable on
 * the machine itself only, makes the first administrator with it. Every call blocks.
 */
public final class FirstStart {
  public static final String LOGIN = "admin";
  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
  private static final String NAME = "Administrator";

  private final Agents agents;
  private final Passwords passwords;
  private final Path file;
  private final Secrets secrets = new Secrets();
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /**
   * Nothing is made yet.
   *
   * @param file where the code is kept until it is used, for its owner alone
   */
  public FirstStart(Agents agents, Passwords passwords, Path file) {
    this.agents = agents;
    this.passwords = passwords;
    this.file = file;
  }

  /**
   * To be called at the start: sees to it that there is an administrator, or a code to make one.
   *
   * @param password for an installation without hands: {@code admin} is made with it at once
   */
  public void prepare(Optional<String> password) {
    if (agents.hasAdministrator()) {
      forgetCode();
    } else if (password.isPresent()) {
      if (create(LOGIN, NAME, password.get()) instanceof Outcome.Done) {
        LOG.info("the first administrator was created: sign in as {}", LOGIN);
      } else {
        LOG.error("there is no administrator, and the login {} belongs to somebody else", LOGIN);
      }
    } else {
      keepCode();
      LOG.info("there is no administrator yet: the code to make one with is in {}", file);
    }
  }

  /** Whether it still waits for the first administrator. */
  public boolean isOpen() {
    return !agents.hasAdministrator();
  }

  /** Whether this is the code; it may be typed with or without what stands between its groups. */
  public boolean isCode(String typed) {
    return code().map(kept -> MessageDigest.isEqual(bytes(kept), bytes(typed))).orElse(false);
  }

  /**
   * Makes the first administrator, once.
   *
   * @return a conflict on {@code code} when there is one already, on {@code login} when it is taken
   */
  public Outcome<AgentAccount> create(String login, String name, String password) {
    oneAtATime.lock();
    try {
      if (agents.hasAdministrator()) {
        return new Outcome.Conflict<>("code");
      }
      Outcome<AgentAccount> made =
          agents.create(
              new NewAgent(
                  login,
                  name,
                  Role.ADMINISTRATOR,
                  passwords.hash(PasswordRules.plain(password)),
                  null,
                  List.of()));
      if (made instanceof Outcome.Done) {
        forgetCode();
      }
      return made;
    } finally {
      oneAtATime.unlock();
    }
  }

  private Optional<String> code() {
    try {
      return Files.readString(file).lines().findFirst().filter(line -> !line.isBlank());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private void keepCode() {
    if (code().isPresent()) {
      return; // an earlier start's: whoever has read it may still type it
    }
    try {
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              "first-start",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, secrets.recoveryCode() + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      throw new UncheckedIOException("the code of the first start cannot be kept", full);
    }
  }

  private void forgetCode() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // It is worth nothing any more.
      LOG.warn("{} could not be deleted: {}", file, stays.toString());
    }
  }

  private static byte[] bytes(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }
}
