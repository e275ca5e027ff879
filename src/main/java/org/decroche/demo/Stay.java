package org.decroche.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.decroche.config.Settings;

/** After the stories: says how to go on by oneself, and keeps the phones answering. */
final class Stay {
  private static final Duration BEFORE_REVIVING = Duration.ofSeconds(5);

  private final Troupe troupe;
  private final Settings settings;
  private final Path administrator;
  private final Words words;
  private final PrintStream out;

  Stay(Troupe troupe, Settings settings, Path administrator, Words words, PrintStream out) {
    this.troupe = troupe;
    this.settings = settings;
    this.administrator = administrator;
    this.words = words;
    this.out = out;
  }

  /** Returns only when interrupted. */
  void stay() throws Trouble {
    explain();
    while (true) {
      CompletableFuture.anyOf(
              troupe.robots().stream().map(Robot::death).toArray(CompletableFuture<?>[]::new))
          .join();
      // Not at once: one that cannot live would be started in a circle.
      Pause.of(BEFORE_REVIVING);
      for (Robot robot : troupe.robots()) {
        robot.revive();
      }
    }
  }

  private void explain() {
    out.println();
    out.println(words.say("stay.desk", Troupe.service(settings)));
    for (Player player : troupe.scene().players()) {
      out.println(words.say("stay.login", player.login(), player.password()));
    }
    out.println(words.say("stay.administrator", administrator));
    out.println(words.say("stay.ring"));
    out.println(
        words.say(
            "stay.softphone",
            settings.asterisk().sipHost(),
            Integer.toString(settings.asterisk().sipPort())));
    for (Player player : troupe.scene().players()) {
      out.println(words.say("stay.phone", player.called(), player.phone(), player.phonePassword()));
    }
    out.println(words.say("stay.dial", Stage.NUMBER));
    out.println(words.say("stay.end"));
  }
}
