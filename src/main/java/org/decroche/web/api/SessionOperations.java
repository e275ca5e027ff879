package org.decroche.web.api;

import java.util.Map;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.signin.SessionCookie;
import org.decroche.web.signin.SignIn;

/** Signing in and out. */
final class SessionOperations implements Operations {
  private final SignIn signIn;
  private final OpenDesks desks;

  SessionOperations(SignIn signIn, OpenDesks desks) {
    this.signIn = signIn;
    this.desks = desks;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("signIn", this::begin, "signOut", this::end);
  }

  private Reply begin(Asked asked) {
    SignIn.Begun begun =
        signIn
            .begin(asked.body().getString("login").strip(), asked.body().getString("password"))
            .orElseThrow(Refusal::wrongSignIn);
    // The browser forgets the old session below; nobody else shall use it either.
    end(asked);
    return Reply.ok(Shapes.me(begun.agent()))
        .withCookie(SessionCookie.set(begun.token(), signIn.life(), asked.secure()));
  }

  private Reply end(Asked asked) {
    if (asked.token() != null) {
      signIn.end(asked.token());
      desks.endSession(asked.token());
    }
    return Reply.done().withCookie(SessionCookie.clear(asked.secure()));
  }
}
