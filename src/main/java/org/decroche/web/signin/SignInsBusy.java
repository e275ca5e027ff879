package org.decroche.web.signin;

/** Too many passwords wait to be checked; a moment later there is room. */
public final class SignInsBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignInsBusy() {
    super("Too many people are signing in at once. Try again in a moment.", null, false, false);
  }
}
