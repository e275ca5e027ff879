package org.decroche.web.signin;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose page sent a request? Browsers tell by the Origin header, and no page can forge it. */
public final class Origins {
  private final Set<String> allowed;
  private final boolean trustProxy;

  /**
   * Knows our own origin by the Host header, and others by name.
   *
   * @param allowed origins besides our own, such as {@code https://desk.example.org}
   * @param trustProxy whether the X-Forwarded headers come from a proxy of ours
   */
  public Origins(Set<String> allowed, boolean trustProxy) {
    this.allowed =
        allowed.stream()
            .flatMap(origin -> Origins.origin(origin).stream())
            .collect(Collectors.toUnmodifiableSet());
    this.trustProxy = trustProxy;
  }

  /**
   * For requests that change something. A program that is no browser sends no Origin, and no
   * stranger's cookie either.
   */
  public boolean mayChange(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null ? !crossSite(request) : ours(origin, request);
  }

  /** For the desk's socket, which browsers let any page open: here the Origin has to be there. */
  public boolean mayOpenDesk(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null && ours(origin, request);
  }

  /** Whether the browser came over https, to us or to the proxy in front. */
  public boolean secure(HttpServerRequest request) {
    return request.isSSL()
        || (trustProxy && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  /** Who asks: their address, their browser, and whether it was here before. */
  public Client client(HttpServerRequest request) {
    var cookie = request.getCookie(SessionCookie.DEVICE);
    return new Client(
        address(request),
        DeviceName.of(request.getHeader("User-Agent")),
        SessionToken.read(cookie == null ? null : cookie.getValue()));
  }

  /**
   * What our own proxy saw is last in the list; anything before it anybody may have written.
   * Several lines are one list (RFC 9110, 5.3): a proxy may add a line of its own after those that
   * came.
   */
  private String address(HttpServerRequest request) {
    List<String> lines =
        trustProxy ? request.headers().getAll("X-Forwarded-For") : List.<String>of();
    String address =
        lines.isEmpty() ? request.remoteAddress().hostAddress() : lastOf(lines.getLast());
    return address == null ? "" : network(address);
  }

  private static String lastOf(String line) {
    return line.substring(line.lastIndexOf(',') + 1).strip();
  }

  /** A household has the first half of an IPv6 address; an IPv4 one in its clothes stays itself. */
  private static String network(String address) {
    byte[] written = NetUtil.createByteArrayFromIpAddressString(address);
    if (written == null) {
      return ""; // what is no address at all is counted as one
    }
    try {
      byte[] bytes = InetAddress.getByAddress(written).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean ours(String header, HttpServerRequest request) {
    Optional<String> origin = origin(header);
    return origin.isPresent() && (allowed.contains(origin.get()) || origin.equals(own(request)));
  }

  private Optional<String> own(HttpServerRequest request) {
    String host = trustProxy ? request.getHeader("X-Forwarded-Host") : null;
    if (host == null) {
      host = request.getHeader("Host");
    }
    return host == null
        ? Optional.empty()
        : origin((secure(request) ? "https://" : "http://") + host);
  }

  private static boolean crossSite(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  /** Scheme, host and port in one spelling; empty for anything else, {@code null} included. */
  private static Optional<String> origin(@Nullable String text) {
    try {
      URI uri = URI.create(String.valueOf(text).toLowerCase(Locale.ROOT));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web
          || uri.getHost() == null
          || uri.getUserInfo() != null
          || !uri.getRawPath().isEmpty()) {
        return Optional.empty();
      }
      int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
      return Optional.of(uri.getScheme() + "://" + uri.getHost() + ":" + port);
    } catch (IllegalArgumentException notAnOrigin) {
      return Optional.empty();
    }
  }
}
