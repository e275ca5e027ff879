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
  private int silenceMillis;

  /**
   * Takes the port.
   *
   * @throws java.net.BindException when it is taken
   */
  LoopbackSockets(int port) throws IOException {
    server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
  }

  @Override
  public SocketConnectionFacade accept() throws IOException {
    Socket socket = server.accept();
    socket.setSoTimeout(silenceMillis);
    socket.setTcpNoDelay(true);
    return new OneAnswerSocket(socket);
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
