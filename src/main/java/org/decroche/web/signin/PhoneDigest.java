package org.decroche.web.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.decroche.routing.agent.Phone;

/** What Asterisk needs to check a phone's password, in place of the password (RFC 2617, A1). */
public final class PhoneDigest {
  private static final String REALM = "decroche";

  private PhoneDigest() {}

  /** 32 lower-case hexadecimal digits. */
  public static String ha1(Phone phone, String password) {
    String a1 = phone.name() + ":" + REALM + ":" + password;
    try {
      // SIP digest phones know MD5 and little else; the random password makes up for it.
      byte[] digest = MessageDigest.getInstance("MD5").digest(a1.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
