package org.decroche.demo;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A phone that picks up by itself, signed in as one of the agents. */
final class Robot implements AutoCloseable {
  private static final Duration PICKS_UP_AFTER = Duration.ofMillis(1800);

  /** As long as the registration lasts; also the life of a robot whose master was killed. */
  private static final Duration LIFE = Duration.ofDays(1);

  private static final Duration SIGN_IN_TIME = Duration.ofSeconds(10);

  private final Sipp sipp;
  private final Player player;
  private final InetSocketAddress place;
  private final Trace trace;
  private Process process;
  private boolean over;

  private Robot(Sipp sipp, Player player, InetSocketAddress place) throws Trouble {
    this.sipp = sipp;
    this.player = player;
    this.place = place;
    this.trace = new Trace(sipp.trace(player.login()));
    this.process = play();
  }

  /**
   * Signs the phone in, once, and lets it answer. It takes the place of whatever phone the agent
   * had; a softphone that signs in later takes it back and keeps it.
   */
  static Robot start(Sipp sipp, Player player, String address) throws Trouble {
    InetSocketAddress place = Sipp.free(address);
    Process signIn = sign(sipp, player, place, LIFE);
    if (!Sipp.ended(signIn, SIGN_IN_TIME) || signIn.exitValue() != 0) {
      Sipp.end(signIn);
      throw Trouble.unavailable("%s's phone cannot sign in at Asterisk".formatted(player.called()));
    }
    return new Robot(sipp, player, place);
  }

  Player player() {
    return player;
  }

  /** The SIP messages since the last time this was asked. */
  List<SipMessage> fresh() {
    return trace.fresh();
  }

  CompletableFuture<Process> death() {
    return process.onExit();
  }

  /** Starts again, at the same place, one that died. It does not sign in again. */
  synchronized void revive() throws Trouble {
    if (!over && !process.isAlive()) {
      process = play();
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    Sipp.end(process);
    try {
      Process signOut = sign(sipp, player, place, Duration.ZERO);
      if (!Sipp.ended(signOut, Duration.ofSeconds(1))) {
        Sipp.end(signOut);
      }
    } catch (Trouble gone) {
      // then nobody believes that this phone is there
    }
  }

  private Process play() throws Trouble {
    return sipp.start(
        player.login(),
        "phone-answers.xml",
        place,
        List.of(
            "-aa",
            "-recv_timeout",
            Long.toString(PICKS_UP_AFTER.toMillis()),
            "-timeout",
            LIFE.toSeconds() + "s"));
  }

  private static Process sign(
      Sipp sipp, Player player, InetSocketAddress place, Duration registration) throws Trouble {
    // SIPp shows these passwords in the list of processes; the people are invented.
    return sipp.start(
        player.login() + "-sign",
        "register.xml",
        place,
        List.of(
            "-s",
            player.phone(),
            "-au",
            player.phone(),
            "-ap",
            player.phonePassword(),
            "-key",
            "expires",
            Long.toString(registration.toSeconds()),
            "-m",
            "1",
            "-timeout",
            "8s",
            "-timeout_error"));
  }
}
