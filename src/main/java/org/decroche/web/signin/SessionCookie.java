package org.decroche.web.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Duration;

/**
 * The session cookie: unreadable by scripts, sent to this site alone and by its own pages alone.
 */
public final class SessionCookie {
  public static final String NAME = "decroche";

  /** Tells nothing but that this browser was here before: it signs nobody in. */
  public static final String DEVICE = "decroche-device";

  /**
   * The service ends a session, so many hours after its last use; the browser must not do so sooner
   * under a page that is open all day. Browsers keep no cookie longer than 400 days (RFC 6265bis).
   */
  private static final Duration KEPT = Duration.ofDays(365);

  private SessionCookie() {}

  /**
   * A Set-Cookie header.
   *
   * @param secure whether the browser came over https, and so must always send it so
   */
  public static String set(SessionToken token, boolean secure) {
    return header(NAME, "/", token.secret(), KEPT.toSeconds(), secure);
  }

  /** The same for a browser that has signed in, sent with sign-ins only. */
  public static String known(SessionToken token, Duration life, boolean secure) {
    return header(DEVICE, "/api/session", token.secret(), life.toSeconds(), secure);
  }

  /** A Set-Cookie header that takes the cookie away. */
  public static String clear(boolean secure) {
    return header(NAME, "/", "", 0, secure);
  }

  private static String header(
      String name, String path, String value, long seconds, boolean secure) {
    return Cookie.cookie(name, value)
        .setPath(path)
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(secure)
        .setMaxAge(seconds)
        .encode();
  }
}
