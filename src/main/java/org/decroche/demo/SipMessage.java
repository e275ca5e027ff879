package org.decroche.demo;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One SIP message on the wire, as SIPp's short trace notes it.
 *
 * @param start the request line or the status line
 */
record SipMessage(Instant at, boolean sent, String callId, String cseq, String start) {
  private static final Pattern LINE =
      Pattern.compile("[^\t]+\t[^\t]+\t(\\d+)\\.(\\d{6})\t([SR])\t([^\t]*)\tCSeq: *([^\t]*)\t(.*)");

  static Optional<SipMessage> parse(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    Instant at =
        Instant.ofEpochSecond(
            Long.parseLong(found.group(1)), Long.parseLong(found.group(2)) * 1_000);
    return Optional.of(
        new SipMessage(
            at,
            found.group(3).equals("S"),
            found.group(4),
            found.group(5).strip(),
            found.group(6).strip()));
  }

  boolean isRequest(String method) {
    return start.startsWith(method + " ");
  }

  /** An answer to the INVITE with this status. */
  boolean isInviteAnswer(int status) {
    return cseq.endsWith("INVITE") && start.startsWith("SIP/2.0 " + status);
  }
}
