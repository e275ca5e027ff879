package org.decroche.store;

import java.util.List;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.door.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * An agent to be.
 *
 * @param login a lower-case letter, then up to 31 of lower-case letters, digits, {@code . _ -}
 * @param passwordHash salted, in the {@code $scheme$…} form; never a password
 * @param phone with its digest, or null for an administrator who takes no calls
 */
public record NewAgent(
    String login,
    String name,
    Role role,
    String passwordHash,
    @Nullable PhoneAccount phone,
    List<TeamId> teams,
    Cover cover) {
  public NewAgent {
    teams = List.copyOf(teams);
  }

  /** Without a deputy, at a desk. */
  public NewAgent(
      String login,
      String name,
      Role role,
      String passwordHash,
      @Nullable PhoneAccount phone,
      List<TeamId> teams) {
    this(login, name, role, passwordHash, phone, teams, Cover.NONE);
  }

  /**
   * A SIP account.
   *
   * @param ha1 MD5 of {@code user:decroche:password}, 32 lower-case hexadecimal digits
   */
  public record PhoneAccount(Phone phone, String ha1) {
    @Override
    public String toString() {
      return phone.name();
    }
  }

  @Override
  public String toString() {
    return login;
  }
}
