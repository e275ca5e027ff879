package org.decroche.asterisk.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.decroche.routing.agent.Phone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a phone off in its place: the management interface can do so only with rights that would
 * let a thief run programs, while a REGISTER that expires at once is what phones themselves send.
 */
public final class PhoneSignOff {
  private static final Logger LOG = LoggerFactory.getLogger(PhoneSignOff.class);
  private static final int WAIT_MILLIS = 300;
  private static final Duration AGAIN = Duration.ofMillis(100);
  private static final int TRIES = 20;
  private static final int MOST_BYTES = 4096;

  private final String host;
  private final int port;

  /** Signs off at this address of Asterisk's. */
  public PhoneSignOff(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Blocks for as long as Asterisk may still believe the phone's old password, two seconds at most.
   *
   * @param ha1 MD5 of {@code user:decroche:password}, of the password in force now
   * @return whether Asterisk has let go of the phone; not when it is away, or does not know it
   */
  public boolean signOff(Phone phone, String ha1) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(host, port));
      socket.setSoTimeout(WAIT_MILLIS);
      return signOff(socket, new Register(phone, host, port, socket.getLocalSocketAddress()), ha1);
    } catch (IOException away) {
      LOG.warn("phone {} could not be signed off: {}", phone.name(), away.toString());
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean signOff(DatagramSocket socket, Register register, String ha1)
      throws IOException, InterruptedException {
    Optional<Challenge> challenge = Optional.empty();
    for (int tries = 0; tries < TRIES; tries++) {
      boolean answered = challenge.isPresent();
      Optional<String> answer = ask(socket, register.text(challenge, ha1), register.cseq());
      if (answer.filter(text -> text.startsWith("SIP/2.0 200 ")).isPresent()) {
        return true;
      }
      challenge = answer.flatMap(Challenge::in);
      if (answered) {
        // The digest in force a moment ago is believed for one answer more (sorcery.conf).
        Thread.sleep(AGAIN);
      }
    }
    LOG.warn("phone {} could not be signed off: Asterisk does not let it go", register.phone());
    return false;
  }

  /** Empty when nothing came: then it is asked again, as over UDP anything may be lost. */
  private static Optional<String> ask(DatagramSocket socket, String request, int cseq)
      throws IOException {
    byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
    socket.send(new DatagramPacket(bytes, bytes.length));
    DatagramPacket received = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
    try {
      while (true) {
        socket.receive(received);
        String text =
            new String(received.getData(), 0, received.getLength(), StandardCharsets.US_ASCII);
        boolean ours = text.contains("CSeq: " + cseq + " REGISTER");
        if (ours && !text.startsWith("SIP/2.0 1")) {
          return Optional.of(text);
        }
      }
    } catch (SocketTimeoutException nothing) {
      return Optional.empty();
    }
  }
}
