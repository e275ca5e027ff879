package org.decroche.asterisk.ami;

import java.io.IOException;
import java.time.Duration;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.internal.ManagerWriter;
import org.asteriskjava.manager.internal.ManagerWriterImpl;
import org.asteriskjava.manager.response.CoreSettingsResponse;

/**
 * One connection to Asterisk's management port, from its log-in to its end; never used again. What
 * differs from asterisk-java's own: it does not reconnect by itself (that would hide the gap in
 * which events were lost), a silence ends it, and everything sent passes the {@link Guard}.
 */
final class Link extends ManagerConnectionImpl {
  /** How often Asterisk is asked for a sign of life. */
  static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /** Without a word for this long, the link is taken for dead. */
  private static final Duration SILENCE = Duration.ofMillis(2500);

  private final Runnable ended;
  private volatile String asterisk = "";

  /**
   * A link that is not made yet.
   *
   * @param ended run once, on a thread of the link's, when it is gone after a log-in
   */
  Link(int port, String user, String secret, Runnable ended) {
    this.ended = ended;
    setHostname("127.0.0.1");
    setPort(port);
    setUsername(user);
    setPassword(secret);
    setSocketTimeout((int) SILENCE.toMillis());
    setSocketReadTimeout((int) SILENCE.toMillis());
    setDefaultResponseTimeout(SILENCE.toMillis());
    registerUserEventClass(KeyEvent.class);
    registerUserEventClass(OutboundRegistrationDetailEvent.class);
    registerUserEventClass(OutboundRegistrationDetailCompleteEvent.class);
  }

  /** The version Asterisk reported at log-in; empty when it did not say. */
  String asterisk() {
    return asterisk;
  }

  /** Asks for a sign of life; the answer only has to arrive. */
  void heartbeat() throws IOException {
    sendAction(new PingAction(), null);
  }

  /** Ends the link, whatever state it is in. */
  void close() {
    state = ManagerConnectionState.DISCONNECTED;
    disconnect();
  }

  @Override
  public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
    if (event instanceof DisconnectEvent) {
      // Set before the library looks: from CONNECTED it would begin to reconnect by itself.
      boolean wasUp = state == ManagerConnectionState.CONNECTED;
      state = ManagerConnectionState.DISCONNECTED;
      super.dispatchEvent(event, requiredHandlingTime);
      disconnect();
      if (wasUp) {
        ended.run();
      }
    } else {
      super.dispatchEvent(event, requiredHandlingTime);
    }
  }

  /** The library's own way tries for seconds, and the Asterisk console, which we may not use. */
  @Override
  protected AsteriskVersion determineVersion() throws IOException, TimeoutException {
    if (sendAction(new CoreSettingsAction()) instanceof CoreSettingsResponse settings
        && settings.getAsteriskVersion() != null) {
      asterisk = settings.getAsteriskVersion();
    }
    return AsteriskVersion.ASTERISK_22;
  }

  @Override
  protected ManagerWriter createWriter() {
    return new GuardedWriter();
  }

  private static final class GuardedWriter extends ManagerWriterImpl {
    @Override
    public void sendAction(ManagerAction action, String internalActionId) throws IOException {
      Guard.check(action);
      super.sendAction(action, internalActionId);
    }
  }
}
