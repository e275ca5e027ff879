package org.decroche.web.api;

import java.util.Map;
import org.decroche.store.KnownDevices;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.signin.SessionCookie;
import org.decroche.web.signin.SignIn;
import org.decroche.web.signin.SignIn.Tried;

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
    return begin(
        asked, asked.body().getString("login").strip(), asked.body().getString("password"));
  }

  Reply begin(Asked asked, String login, String password) {
    return switch (signIn.begin(login, password, asked.optional("code"), asked.client())) {
      case Tried.Begun begun -> begun(asked, begun);
      case Tried.Wrong wrong -> throw Refusal.wrongSignIn();
      case Tried.CodeNeeded needed -> throw Refusal.code(Refusal.Code.CODE_NEEDED);
      case Tried.CodeWrong wrong -> throw Refusal.code(Refusal.Code.CODE_WRONG);
    };
  }

  private Reply begun(Asked asked, Tried.Begun begun) {
    // The browser forgets the old session below; nobody else shall use it either.
    end(asked);
    return Reply.ok(Shapes.me(begun.agent()))
        .withCookies(
            SessionCookie.set(begun.token(), asked.secure()),
            SessionCookie.known(begun.device(), KnownDevices.KEPT, asked.secure()));
  }

  private Reply end(Asked asked) {
    if (asked.token() != null) {
      signIn.end(asked.token());
      desks.endSession(asked.token());
    }
    return Reply.done().withCookies(SessionCookie.clear(asked.secure()));
  }
}
