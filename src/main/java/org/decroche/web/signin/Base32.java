package org.decroche.web.signin;

/** RFC 4648, as programs that make codes want their secret typed; without padding. */
final class Base32 {
  private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte next : bytes) {
      held = (held << 8) | (next & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(SIGNS.charAt((held >> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(SIGNS.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
