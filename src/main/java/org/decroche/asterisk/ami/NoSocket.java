package org.decroche.asterisk.ami;

import java.net.InetAddress;
import java.util.List;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/** Says the same lines so many times, and swallows what is written to it. */
final class NoSocket implements SocketConnectionFacade {
  private final List<String> lines;
  private final long all;
  private long said;

  NoSocket(List<String> lines, int times) {
    this.lines = lines;
    this.all = (long) lines.size() * times;
  }

  @Override
  public @Nullable String readLine() {
    return said < all ? lines.get((int) (said++ % lines.size())) : null;
  }

  @Override
  public void write(String text) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public InetAddress getLocalAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public int getLocalPort() {
    return 0;
  }

  @Override
  public InetAddress getRemoteAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public int getRemotePort() {
    return 0;
  }
}
