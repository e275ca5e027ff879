package org.decroche.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.Agents.Credentials;
import org.decroche.store.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in and out, and who is signed in. Every call blocks. */
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

  private final Agents agents;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Duration life;
  private final Clock clock;

  public SignIn(Agents agents, Sessions sessions, Passwords passwords, Duration life, Clock clock) {
    this.agents = agents;
    this.sessions = sessions;
    this.passwords = passwords;
    this.life = life;
    this.clock = clock;
  }

  /** A session just begun. */
  public record Begun(SessionToken token, AgentAccount agent) {}

  /**
   * Empty when login or password is wrong, or the person is disabled; which one, nobody is told.
   */
  public Optional<Begun> begin(String login, String password) {
    Optional<Credentials> known =
        LOGIN.matcher(login).matches() ? agents.credentials(login) : Optional.empty();
    if (known.isEmpty()) {
      passwords.matchesNobody(password);
    }
    Optional<Begun> begun =
        known
            .filter(credentials -> passwords.matches(password, credentials.passwordHash()))
            .flatMap(credentials -> begin(credentials));
    LOG.info(
        "sign-in of {} {}",
        known.isPresent() ? login : "nobody we know",
        begun.isPresent() ? "done" : "refused");
    return begun;
  }

  /** Who holds this session. Looking makes it last again. */
  public Optional<AgentAccount> who(SessionToken token) {
    return sessions.use(token.sha256(), clock.instant(), life);
  }

  public void end(SessionToken token) {
    sessions.end(token.sha256());
  }

  /** Takes away what is over. */
  public void sweep() {
    sessions.sweep(clock.instant());
  }

  /** How long a session lasts after its last use. */
  public Duration life() {
    return life;
  }

  private Optional<Begun> begin(Credentials credentials) {
    // Always a token of ours and always a new one: a cookie somebody planted is worth nothing.
    SessionToken token = SessionToken.fresh();
    Instant now = clock.instant();
    return sessions.begin(token.sha256(), credentials.agent(), now, now.plus(life))
        ? who(token).map(agent -> new Begun(token, agent))
        : Optional.empty();
  }
}
