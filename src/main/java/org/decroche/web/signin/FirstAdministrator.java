package org.decroche.web.signin;

import java.util.List;
import org.decroche.store.Agents;
import org.decroche.store.NewAgent;
import org.decroche.store.Outcome;
import org.decroche.store.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody has to be able to let the others in. */
public final class FirstAdministrator {
  public static final String LOGIN = "admin";
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Agents agents;
  private final Passwords passwords;

  public FirstAdministrator(Agents agents, Passwords passwords) {
    this.agents = agents;
    this.passwords = passwords;
  }

  /** Creates {@code admin} with this password, unless there is an administrator already. Blocks. */
  public void ensure(String password) {
    boolean there =
        agents.all().stream()
            .anyMatch(agent -> agent.role() == Role.ADMINISTRATOR && !agent.disabled());
    if (there) {
      return;
    }
    NewAgent admin =
        new NewAgent(
            LOGIN, "Administrator", Role.ADMINISTRATOR, passwords.hash(password), null, List.of());
    if (agents.create(admin) instanceof Outcome.Done) {
      LOG.info("the first administrator was created: sign in as {}", LOGIN);
    } else {
      LOG.error("there is no administrator, and the login {} belongs to somebody else", LOGIN);
    }
  }
}
