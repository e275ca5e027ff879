package org.decroche.asterisk.agi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * A question's connection. It says that nothing more will come in the same breath as the answer, so
 * that Asterisk rings the phone at once, instead of waiting until we have read its thanks and hung
 * up.
 */
final class OneAnswerSocket implements SocketConnectionFacade {
  private final Socket socket;
  private final Silence silence;
  private final BufferedReader in;
  private final OutputStream out;
  private final StringBuilder unsent = new StringBuilder();
  private boolean asked;

  OneAnswerSocket(Socket socket, Silence silence) throws IOException {
    this.socket = socket;
    this.silence = silence;
    this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 2048);
    this.out = socket.getOutputStream();
  }

  /** Returns the next line; an end is a failure, as asterisk-java expects it. */
  @Override
  public String readLine() throws IOException {
    String line = next();
    if (line == null) {
      throw new IOException("no more lines");
    }
    if (line.isEmpty()) { // the end of the question
      asked = true;
      silence.ends(this);
    }
    return line;
  }

  private @Nullable String next() throws IOException {
    try {
      return in.readLine();
    } catch (SocketTimeoutException silent) {
      if (!asked) {
        silence.note("it asked nothing in time");
      }
      throw silent;
    }
  }

  /** Whoever waits for a line from it, waits no longer. */
  void hangUp() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // That is what was wanted.
    }
  }

  @Override
  public void write(String text) {
    unsent.append(text);
  }

  @Override
  public void flush() throws IOException {
    out.write(unsent.toString().getBytes(UTF_8));
    unsent.setLength(0);
    socket.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    silence.ends(this);
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
