package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.OwnAccount;
import org.decroche.store.Sessions;
import org.decroche.store.Setting;
import org.decroche.store.SettingChange.Act;
import org.decroche.store.SettingChange.Which;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.Words;
import org.decroche.web.signin.Guesses;
import org.decroche.web.signin.PasswordRules;
import org.decroche.web.signin.Passwords;
import org.decroche.web.signin.SecondFactor;
import org.decroche.web.signin.SessionToken;

/** What somebody signs in with, and where they are signed in: theirs to see and to change. */
final class AccountOperations implements Operations {
  private final Agents agents;
  private final OwnAccount accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SecondFactor factor;
  private final Guesses guesses;
  private final OpenDesks desks;
  private final ChangeLog log;
  private final Clock clock;

  AccountOperations(
      Agents agents,
      OwnAccount accounts,
      Sessions sessions,
      Passwords passwords,
      SecondFactor factor,
      Guesses guesses,
      OpenDesks desks,
      ChangeLog log,
      Clock clock) {
    this.agents = agents;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.factor = factor;
    this.guesses = guesses;
    this.desks = desks;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readAccount", this::read,
        "endSession", this::end,
        "changePassword", this::changePassword,
        "prepareSecondFactor", this::prepare,
        "confirmSecondFactor", this::confirm,
        "removeSecondFactor", this::remove,
        "removeSecondFactorOf", this::removeOf);
  }

  private Reply read(Asked asked) {
    AgentAccount who = asked.who();
    OwnAccount.Factor now = accounts.factor(who.id());
    JsonArray open = new JsonArray();
    sessions.of(who.id(), clock.instant()).forEach(one -> open.add(shape(one, asked.token())));
    return Reply.ok(
        new JsonObject()
            .put("login", who.login())
            .put("name", who.name())
            .put("secondFactorSince", Words.moment(now.since()))
            .put("recoveryCodes", now.codes())
            .put("sessions", open));
  }

  private static JsonObject shape(
      Sessions.Open open, @org.jspecify.annotations.Nullable SessionToken own) {
    return new JsonObject()
        .put("id", open.id())
        .put("device", open.device().isEmpty() ? null : open.device())
        .put("since", Words.moment(open.since()))
        .put("lastSeen", Words.moment(open.seen()))
        .put("current", own != null && own.isHashedTo(open.tokenSha256().bytes()));
  }

  private Reply end(Asked asked) {
    Sessions.Open open =
        Stored.value(
            sessions.of(asked.who().id(), clock.instant()).stream()
                .filter(one -> one.id() == asked.id())
                .findFirst());
    sessions.end(open.tokenSha256().bytes());
    desks.endSessions(asked.who().id(), token -> token.isHashedTo(open.tokenSha256().bytes()));
    return Reply.done();
  }

  /** Every other machine is signed out: whoever knew the old password is out. */
  private Reply changePassword(Asked asked) {
    AgentAccount who = asked.who();
    SessionToken own = Optional.ofNullable(asked.token()).orElseThrow(Refusal::signedOut);
    String was = checked(asked, "current");
    String fresh = asked.body().getString("fresh");
    PasswordRules.fault(fresh, who.login())
        .ifPresent(
            fault -> {
              throw Refusal.wrong("fresh", fault);
            });
    String hash = passwords.hash(PasswordRules.plain(fresh));
    if (!accounts.replaceHash(who.id(), was, hash, Optional.of(own.sha256()))) {
      throw Refusal.conflict("current", "The password was changed meanwhile.");
    }
    desks.endSessions(who.id(), token -> !token.equals(own));
    return Reply.done();
  }

  private Reply prepare(Asked asked) {
    String unused = checked(asked, "password");
    AgentAccount who = asked.who();
    SecondFactor.Prepared prepared =
        factor
            .prepare(who.id(), who.login())
            .orElseThrow(
                () -> Refusal.conflict(null, "There is a second factor already: remove it first."));
    return Reply.created(
        new JsonObject().put("secret", prepared.secret()).put("uri", prepared.uri()));
  }

  private Reply confirm(Asked asked) {
    List<Guesses.Key> counted = counted(asked.who().id());
    List<String> codes =
        guesses
            .guess(counted, () -> factor.confirm(asked.who().id(), asked.line("code")))
            .orElseThrow(
                () ->
                    Refusal.wrong(
                        "code",
                        "This is not the code of this moment: is the device's clock right?"));
    guesses.right(counted);
    return Reply.ok(new JsonObject().put("recoveryCodes", new JsonArray(codes)));
  }

  private Reply remove(Asked asked) {
    String unused = checked(asked, "password");
    Stored.value(accounts.removeFactor(asked.who().id()));
    return Reply.done();
  }

  /** For somebody who has lost device and codes; they sign in with the password alone then. */
  private Reply removeOf(Asked asked) {
    asked.mustBeAboutSomebodyElse();
    AgentAccount unused =
        log.told(
            asked.who().id(),
            new Which(Setting.PERSON, asked.text("id")),
            Act.SECOND_FACTOR_REMOVED,
            () -> Stored.value(accounts.removeFactor(new AgentId(asked.id()))));
    return Reply.done();
  }

  /** The hash of their password, which they have shown to know: a session alone changes nothing. */
  private String checked(Asked asked, String field) {
    AgentAccount who = asked.who();
    List<Guesses.Key> counted = counted(who.id());
    String typed = PasswordRules.plain(asked.body().getString(field));
    String hash =
        guesses
            .guess(
                counted,
                () -> {
                  String kept = Stored.value(agents.credentials(who.login())).passwordHash();
                  return Optional.of(kept).filter(known -> passwords.matches(typed, known));
                })
            .orElseThrow(() -> Refusal.wrong(field, "This is not your password."));
    guesses.right(counted);
    return hash;
  }

  private static List<Guesses.Key> counted(AgentId who) {
    return List.of(new Guesses.Key(Guesses.Of.OWN_PASSWORD, String.valueOf(who.value())));
  }
}
