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

  /** What somebody new signs in with, at the desk and with the phone. */
  record Credentials(String password, String hash, Phone phone, String phonePassword) {
    @Override
    public String toString() {
      return phone.toString();
    }
  }

  /** Takes long on purpose, as every hash of a password: to be had before anything is locked. */
  Credentials credentials() {
    String password = secrets.password();
    return new Credentials(password, passwords.hash(password), secrets.phone(), secrets.password());
  }

  /** Fit for what is taken back at once: no password opens it, and making it costs nothing. */
  Credentials passing() {
    return new Credentials("", "$none$none", secrets.phone(), secrets.password());
  }

  /**
   * Makes one; nothing of it is written in the change log here.
   *
   * @throws Refusal naming the field that cannot be
   */
  Added add(JsonObject document, Credentials with) {
    Phone phone = with.phone();
    AgentAccount added =
        PersonBody.stored(
            document,
            agents.create(
                new NewAgent(
                    document.getString("login").strip(),
                    document.getString("name").strip(),
                    PersonBody.role(document),
                    with.hash(),
                    new NewAgent.PhoneAccount(phone, PhoneDigest.ha1(phone, with.phonePassword())),
                    PersonBody.teams(document),
                    body.cover(document, Optional.empty()))));
    return new Added(added, with.password(), phone, with.phonePassword());
  }
}
