package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.decroche.store.Outcome;
import org.decroche.web.signin.FirstStart;
import org.decroche.web.signin.Guesses;
import org.decroche.web.signin.PasswordRules;

/** The first administrator, made by whoever can read the one-time code on the machine. */
final class FirstStartOperations implements Operations {
  private static final List<Guesses.Key> COUNTED =
      List.of(new Guesses.Key(Guesses.Of.FIRST_START, ""));

  private final FirstStart first;
  private final Guesses guesses;
  private final SessionOperations sessions;

  FirstStartOperations(FirstStart first, Guesses guesses, SessionOperations sessions) {
    this.first = first;
    this.guesses = guesses;
    this.sessions = sessions;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readFirstStart",
        asked -> Reply.ok(new JsonObject().put("open", first.isOpen())),
        "makeFirstAdministrator",
        this::make);
  }

  private Reply make(Asked asked) {
    if (!first.isOpen()) {
      throw over();
    }
    if (!guesses.guess(COUNTED, () -> first.isCode(asked.line("code")))) {
      throw Refusal.wrong("code", "This is not the code that was shown at the start.");
    }
    guesses.right(COUNTED);
    String login = Objects.requireNonNullElse(asked.optional("login"), FirstStart.LOGIN);
    String name = Objects.requireNonNullElse(asked.optional("name"), "Administrator");
    String password = asked.body().getString("password");
    PasswordRules.fault(password, login)
        .ifPresent(
            fault -> {
              throw Refusal.wrong("password", fault);
            });
    var made = first.create(login, name, password);
    if (made instanceof Outcome.Conflict<?>(String field) && field.equals("code")) {
      throw over();
    }
    Stored.value(made);
    return sessions.begin(asked, login, password);
  }

  private static Refusal over() {
    return Refusal.conflict("code", "There is an administrator already: sign in.");
  }
}
