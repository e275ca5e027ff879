package org.decroche.asterisk.agi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;

/** Where connections for {@link OneAnswerSocket} come in: on loopback only. */
final class LoopbackSockets implements ServerSocketFacade {
  /** As many as may be answered at once. */
  private static final int BACKLOG = LoopbackServer.AT_ONCE;

  private final ServerSocket server;
  private final Silence silence;
  private int silenceMillis;

  /**
   * Takes the port.
   *
   * @throws java.net.BindException when it is taken
   */
  LoopbackSockets(int port, Silence silence) throws IOException {
    this.silence = silence;
    server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
  }

  @Override
  public SocketConnectionFacade accept() throws IOException {
    Socket socket = server.accept();
    socket.setSoTimeout(silenceMillis);
    socket.setTcpNoDelay(true);
    OneAnswerSocket question = new OneAnswerSocket(socket, silence);
    silence.begins(question);
    return question;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  @Override
  public void setSocketReadTimeout(int millis) {
    silenceMillis = millis;
  }
}
