package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.decroche.routing.agent.Phone;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.NewAgent;
import org.decroche.web.signin.Passwords;
import org.decroche.web.signin.PhoneDigest;
import org.decroche.web.signin.Secrets;

/** Makes accounts with passwords and a phone of their own. */
final class NewPeople {
  private final Agents agents;
  private final Passwords passwords;
  private final PersonBody body;
  private final Secrets secrets = new Secrets();

  NewPeople(Agents agents, Passwords passwords, PersonBody body) {
    this.agents = agents;
    this.passwords = passwords;
    this.body = body;
  }

  /** Somebody new, and what they have to be told: it is kept nowhere. */
  record Added(AgentAccount agent, String password, Phone phone, String phonePassword) {
    @Override
    public String toString() {
      return agent.login();
    }
  }

  /**
   * Makes one; nothing of it is written in the change log here.
   *
   * @throws Refusal naming the field that cannot be
   */
  Added add(JsonObject document) {
    String password = secrets.password();
    String phonePassword = secrets.password();
    Phone phone = secrets.phone();
    AgentAccount added =
        PersonBody.stored(
            document,
            agents.create(
                new NewAgent(
                    document.getString("login").strip(),
                    document.getString("name").strip(),
                    PersonBody.role(document),
                    passwords.hash(password),
                    new NewAgent.PhoneAccount(phone, PhoneDigest.ha1(phone, phonePassword)),
                    PersonBody.teams(document),
                    body.cover(document, Optional.empty()))));
    return new Added(added, password, phone, phonePassword);
  }
}
