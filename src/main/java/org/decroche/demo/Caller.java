package org.decroche.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Somebody rings the front door from the trunk, talks a little and hangs up. */
final class Caller implements AutoCloseable {
  private static final Duration TALK = Duration.ofSeconds(3);

  /** Longer than a story may take: this is only for when nobody is left to end it. */
  private static final Duration LIFE = Duration.ofMinutes(2);

  private final Process process;
  private final Trace trace;

  private Caller(Process process, Trace trace) {
    this.process = process;
    this.trace = trace;
  }

  /**
   * Rings.
   *
   * @param number who calls, as a carrier would send it
   * @param trunk the address the call comes from
   */
  static Caller ring(Sipp sipp, String name, String number, String trunk) throws Trouble {
    InetSocketAddress place = Sipp.free(trunk);
    Process process =
        sipp.start(
            name,
            "caller.xml",
            place,
            List.of(
                "-s",
                Stage.NUMBER,
                "-key",
                "from",
                "<sip:%s@decroche.invalid>".formatted(number),
                "-key",
                "privacy",
                "none",
                "-recv_timeout",
                Long.toString(TALK.toMillis()),
                "-m",
                "1",
                "-timeout",
                LIFE.toSeconds() + "s"));
    return new Caller(process, new Trace(sipp.trace(name)));
  }

  List<SipMessage> fresh() {
    return trace.fresh();
  }

  boolean isOver() {
    return !process.isAlive();
  }

  /** Gives up as callers do, with a CANCEL or a BYE, so that nothing goes on ringing. */
  @Override
  public void close() {
    for (int times = 0; times < 2 && process.isAlive(); times++) {
      finish();
      Sipp.ended(process, Duration.ofMillis(times == 0 ? 100 : 1000));
    }
    Sipp.end(process);
  }

  /** The first time it means "no more calls" to SIPp, the second time "end those there are". */
  private void finish() {
    try {
      Process kill = new ProcessBuilder("kill", "-USR1", Long.toString(process.pid())).start();
      Sipp.ended(kill, Duration.ofSeconds(1));
    } catch (IOException cannot) {
      // it is ended by force below
    }
  }
}
