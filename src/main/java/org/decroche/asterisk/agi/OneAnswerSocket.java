package org.decroche.asterisk.agi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * A question's connection. It says that nothing more will come in the same breath as the answer, so
 * that Asterisk rings the phone at once, instead of waiting until we have read its thanks and hung
 * up.
 */
final class OneAnswerSocket implements SocketConnectionFacade {
  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;
  private final StringBuilder unsent = new StringBuilder();

  OneAnswerSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 2048);
    this.out = socket.getOutputStream();
  }

  /** Returns the next line; an end is a failure, as asterisk-java expects it. */
  @Override
  public String readLine() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("no more lines");
    }
    return line;
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
