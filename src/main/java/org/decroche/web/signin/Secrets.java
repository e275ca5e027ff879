package org.decroche.web.signin;

import java.security.SecureRandom;
import org.decroche.routing.agent.Phone;

/** Makes the passwords and phone names we give out. */
public final class Secrets {
  // Without letters and digits that look alike: these are typed into desk phones by hand.
  private static final String TYPED = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";
  private static final String NAMES = LETTERS + "23456789";

  /** 24 of 56 signs: 139 bits. MD5 digests can be guessed at fast, so it has to be long. */
  private static final int PASSWORD_LENGTH = 24;

  private static final int NAME_LENGTH = 10;

  private final SecureRandom random = new SecureRandom();

  public String password() {
    return draw(TYPED, PASSWORD_LENGTH);
  }

  /** Not to be guessed from the person's name: scanners try names first. */
  public Phone phone() {
    return new Phone(draw(LETTERS, 1) + draw(NAMES, NAME_LENGTH - 1));
  }

  /** Four groups of four, read from paper: 73 bits. */
  public String recoveryCode() {
    return String.join("-", draw(LETTERS, 4), draw(LETTERS, 4), draw(LETTERS, 4), draw(LETTERS, 4));
  }

  private String draw(String signs, int length) {
    StringBuilder drawn = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      drawn.append(signs.charAt(random.nextInt(signs.length())));
    }
    return drawn.toString();
  }
}
