package org.decroche.routing.agent;

import java.util.regex.Pattern;

/**
 * An agent's SIP account, by its user name. It becomes part of a dial string and of AMI actions, so
 * its shape is checked here, once: a lower-case letter, then 5 to 15 lower-case letters or digits.
 */
public record Phone(String name) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{5,15}");

  /**
   * @throws IllegalArgumentException when the name has another shape
   */
  public Phone {
    if (!SHAPE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a phone's name is a letter and 5 to 15 letters or digits");
    }
  }

  /** Tells whether {@link Phone} would take this name. */
  public static boolean isName(String name) {
    return SHAPE.matcher(name).matches();
  }
}
