package org.decroche.asterisk.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is to be answered to prove that one knows a password (RFC 2617, with MD5 and "auth"). */
record Challenge(String realm, String nonce, Optional<String> opaque) {
  private static final Pattern HEADER =
      Pattern.compile("(?im)^WWW-Authenticate:[ \t]*Digest[ \t]+(.*)$");
  private static final String COUNT = "00000001";

  static Optional<Challenge> in(String response) {
    Matcher header = HEADER.matcher(response);
    if (!header.find()) {
      return Optional.empty();
    }
    String told = header.group(1);
    return value(told, "nonce")
        .flatMap(
            nonce ->
                value(told, "realm")
                    .map(realm -> new Challenge(realm, nonce, value(told, "opaque"))));
  }

  private static Optional<String> value(String header, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"\r\n]*)\"").matcher(header);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The Authorization header's value. */
  String answer(String user, String ha1, String method, String uri, String cnonce) {
    String ha2 = md5(method + ":" + uri);
    String response = md5(String.join(":", ha1, nonce, COUNT, cnonce, "auth", ha2));
    return "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", algorithm=MD5, qop=auth, nc=%s, cnonce=\"%s\"%s"
        .formatted(
            user,
            realm,
            nonce,
            uri,
            response,
            COUNT,
            cnonce,
            opaque.map(text -> ", opaque=\"" + text + "\"").orElse(""));
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
