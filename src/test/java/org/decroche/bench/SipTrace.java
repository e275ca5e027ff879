package org.decroche.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what SIPp wrote with -trace_msg, under TZ=UTC. */
final class SipTrace {
  private static final Pattern STAMP =
      Pattern.compile("-{20,} (\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d\\.\\d{6}).*");
  private static final Pattern FROM = Pattern.compile("[^<]*<sip:([^@>]+).*");

  /**
   * One message.
   *
   * @param micros since 1970
   * @param from the user named in From: the caller
   * @param what "INVITE", or "200 INVITE" for an answer to it
   */
  record Message(long micros, boolean sent, String what, String from, String transaction) {
    /** A message that is sent once when nothing is lost or late. */
    boolean once() {
      return !what.startsWith("1");
    }
  }

  private SipTrace() {}

  static List<Message> read(Path file) throws IOException {
    List<Message> messages = new ArrayList<>();
    long micros = 0;
    boolean sent = false;
    List<String> head = null;
    for (String line : Files.readAllLines(file, ISO_8859_1)) {
      Matcher stamp = STAMP.matcher(line);
      if (stamp.matches()) {
        Instant at = Instant.parse(stamp.group(1) + "T" + stamp.group(2) + "Z");
        micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
        head = null;
      } else if (line.startsWith("UDP message")) {
        sent = line.startsWith("UDP message sent");
        head = new ArrayList<>();
      } else if (head != null && line.isBlank() && !head.isEmpty()) {
        messages.add(message(micros, sent, head));
        head = null;
      } else if (head != null && !line.isBlank()) {
        head.add(line);
      }
    }
    return messages;
  }

  /** How many messages were there a second time. */
  static int repeated(List<Message> messages) {
    Set<String> seen = new HashSet<>();
    int repeated = 0;
    for (Message each : messages) {
      if (each.once() && !seen.add(each.sent() + each.what() + each.transaction())) {
        repeated++;
      }
    }
    return repeated;
  }

  private static Message message(long micros, boolean sent, List<String> head) {
    String[] first = head.getFirst().split(" ", 3);
    String method = header(head, "CSeq").replaceAll(".* ", "");
    String what = first[0].startsWith("SIP/") ? first[1] + " " + method : first[0];
    Matcher from = FROM.matcher(header(head, "From"));
    return new Message(
        micros,
        sent,
        what,
        from.matches() ? from.group(1) : "",
        header(head, "Call-ID") + header(head, "CSeq") + header(head, "Via"));
  }

  private static String header(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }
}
