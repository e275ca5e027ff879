package org.decroche.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.Agents.Credentials;
import org.decroche.store.KnownDevices;
import org.decroche.store.OwnAccount;
import org.decroche.store.Sessions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in and out, and who is signed in. Every call blocks. */
public final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

  private final Agents agents;
  private final OwnAccount accounts;
  private final Sessions sessions;
  private final KnownDevices devices;
  private final Passwords passwords;
  private final SecondFactor factor;
  private final Guesses guesses;
  private final Duration life;
  private final Clock clock;

  /** What signing in works with; {@code life} is how long a session lasts after its last use. */
  public SignIn(
      Agents agents,
      OwnAccount accounts,
      Sessions sessions,
      KnownDevices devices,
      Passwords passwords,
      SecondFactor factor,
      Guesses guesses,
      Duration life,
      Clock clock) {
    this.agents = agents;
    this.accounts = accounts;
    this.sessions = sessions;
    this.devices = devices;
    this.passwords = passwords;
    this.factor = factor;
    this.guesses = guesses;
    this.life = life;
    this.clock = clock;
  }

  /** What comes of a try. */
  public sealed interface Tried {
    /**
     * A session just begun.
     *
     * @param device for the browser to show the next time it signs in with this login
     */
    record Begun(SessionToken token, AgentAccount agent, SessionToken device) implements Tried {}

    /** Login or password is wrong, or the person is disabled; which one, nobody is told. */
    record Wrong() implements Tried {}

    /** The password is right, and a code is asked for besides. */
    record CodeNeeded() implements Tried {}

    /** The code is not the one of this moment, or was used before. */
    record CodeWrong() implements Tried {}
  }

  /**
   * Tries.
   *
   * @param code of the second factor, or a recovery code; null before it is asked for
   * @throws TooManyGuesses when it is too early after wrong ones
   */
  public Tried begin(String login, String password, @Nullable String code, Client from) {
    List<Guesses.Key> counted = counted(login, from);
    Tried tried = guesses.guess(counted, () -> tried(login, password, code, from));
    if (!(tried instanceof Tried.Wrong)) {
      guesses.right(counted);
    }
    return tried;
  }

  private Tried tried(String login, String password, @Nullable String code, Client from) {
    Optional<Credentials> known =
        LOGIN.matcher(login).matches() ? agents.credentials(login) : Optional.empty();
    String typed = PasswordRules.plain(password);
    if (known.isEmpty()) {
      passwords.matchesNobody(typed);
    }
    Tried tried =
        known
            .filter(credentials -> passwords.matches(typed, credentials.passwordHash()))
            .map(credentials -> begin(login, credentials, typed, code, from))
            .orElseGet(Tried.Wrong::new);
    LOG.info("sign-in of {} {}", known.isPresent() ? login : "nobody we know", said(tried));
    return tried;
  }

  private static String said(Tried tried) {
    return switch (tried) {
      case Tried.Begun begun -> "done";
      case Tried.Wrong wrong -> "refused";
      case Tried.CodeNeeded needed -> "waits for a code";
      case Tried.CodeWrong wrong -> "refused: wrong code";
    };
  }

  /** Whoever is known by their browser does not wait for what strangers guess. */
  private List<Guesses.Key> counted(String login, Client from) {
    return known(login, from)
        .map(token -> List.of(new Guesses.Key(Guesses.Of.DEVICE, token.toString())))
        .orElseGet(
            () ->
                List.of(
                    new Guesses.Key(Guesses.Of.LOGIN, login),
                    new Guesses.Key(Guesses.Of.ADDRESS, from.address())));
  }

  private Optional<SessionToken> known(String login, Client from) {
    return from.known().filter(token -> devices.knows(token.sha256(), login));
  }

  /** The same for codes: who has found out the password shall not keep the owner out either. */
  private Guesses.Key codes(String login, Credentials of, Client from) {
    return new Guesses.Key(
        Guesses.Of.CODE,
        known(login, from)
            .map(SessionToken::toString)
            .orElseGet(() -> String.valueOf(of.agent().value())));
  }

  private Tried begin(
      String login, Credentials credentials, String password, @Nullable String code, Client from) {
    if (credentials.disabled()) {
      return new Tried.Wrong();
    }
    if (credentials.secondFactor()) {
      if (code == null) {
        return new Tried.CodeNeeded();
      }
      List<Guesses.Key> counted = List.of(codes(login, credentials, from));
      if (!guesses.guess(counted, () -> factor.accepts(credentials.agent(), code))) {
        return new Tried.CodeWrong();
      }
      guesses.right(counted);
    }
    if (passwords.isOutdated(credentials.passwordHash())) {
      accounts.replaceHash(
          credentials.agent(),
          credentials.passwordHash(),
          passwords.hash(password),
          Optional.empty());
    }
    return begin(credentials, from);
  }

  private Tried begin(Credentials credentials, Client from) {
    // Always a token of ours and always a new one: a cookie somebody planted is worth nothing.
    SessionToken token = SessionToken.fresh();
    SessionToken device = SessionToken.fresh();
    Instant now = clock.instant();
    boolean begun =
        sessions.begin(token.sha256(), credentials.agent(), from.device(), now, now.plus(life));
    Optional<AgentAccount> who = begun ? who(token) : Optional.empty();
    who.ifPresent(agent -> devices.add(device.sha256(), agent.id(), now));
    return who.<Tried>map(agent -> new Tried.Begun(token, agent, device))
        .orElseGet(Tried.Wrong::new);
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
    devices.sweep(clock.instant());
  }
}
