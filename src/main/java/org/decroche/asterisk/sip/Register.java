package org.decroche.asterisk.sip;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.decroche.routing.agent.Phone;

/** The request by which every contact of a phone is taken away (RFC 3261, 10.2.2). */
final class Register {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Phone phone;
  private final String server;
  private final String local;
  private final String callId = random();
  private final String tag = random();
  private int cseq;

  Register(Phone phone, String host, int port, SocketAddress from) {
    this.phone = phone;
    this.server = written(host) + ":" + port;
    InetSocketAddress own = (InetSocketAddress) from;
    this.local = written(own.getAddress().getHostAddress()) + ":" + own.getPort();
  }

  /** Of the last text. */
  int cseq() {
    return cseq;
  }

  String phone() {
    return phone.name();
  }

  /** The next request, with an answer to the challenge if there was one. */
  String text(Optional<Challenge> challenge, String ha1) {
    cseq++;
    String uri = "sip:" + server;
    String address = "<sip:" + phone.name() + "@" + server + ">";
    String authorization =
        challenge
            .map(one -> one.answer(phone.name(), ha1, "REGISTER", uri, random()))
            .map(value -> "Authorization: " + value + "\r\n")
            .orElse("");
    return "REGISTER "
        + uri
        + " SIP/2.0\r\n"
        + "Via: SIP/2.0/UDP "
        + local
        + ";branch=z9hG4bK"
        + random()
        + ";rport\r\n"
        + "Max-Forwards: 70\r\n"
        + "From: "
        + address
        + ";tag="
        + tag
        + "\r\n"
        + "To: "
        + address
        + "\r\n"
        + "Call-ID: "
        + callId
        + "\r\n"
        + "CSeq: "
        + cseq
        + " REGISTER\r\n"
        + authorization
        + "Contact: *\r\n"
        + "Expires: 0\r\n"
        + "Content-Length: 0\r\n\r\n";
  }

  private static String written(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static String random() {
    byte[] bits = new byte[12];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
