package org.decroche.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.decroche.config.Settings;

/** The command {@code demo}: tells its two stories against the running service. */
public final class Demo {
  private final Settings settings;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream errors;

  /**
   * A demonstration; nothing happens yet.
   *
   * @param environment for PATH, the language and the trunk's addresses
   * @param out where the stories go
   * @param errors where it says, in one line, why it cannot go on
   */
  public Demo(
      Settings settings, Map<String, String> environment, PrintStream out, PrintStream errors) {
    this.settings = settings;
    this.environment = environment;
    // Names have accents whatever the system's settings say.
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    this.errors = new PrintStream(errors, true, StandardCharsets.UTF_8);
  }

  /**
   * Places both calls and tells how they went.
   *
   * @param once end after the stories; otherwise stay, with the phones answering, until interrupted
   * @return 0 when both calls reached the right human; 1 when not; 69 when something is missing, 78
   *     when a setting stands in the way
   */
  public int run(boolean once) {
    Quiet.please();
    Words words = Words.of(environment);
    Closing closing = new Closing();
    Thread onInterrupt = new Thread(closing::close, "demo-closing");
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    try {
      Keys keys = Keys.in(settings.data().resolve("secrets"));
      Troupe troupe = Troupe.gather(settings, environment, keys, words, out, closing);
      boolean right = new Stories(troupe, words, out).tell();
      if (!once) {
        new Stay(troupe, settings, administratorFile(), words, out).stay();
      }
      return right ? 0 : 1;
    } catch (Trouble trouble) {
      if (!closing.isOver()) { // else it is only the end that made the trouble
        errors.println("demo: " + trouble.getMessage());
      }
      return trouble.exitCode();
    } finally {
      closing.close();
      forget(onInterrupt);
    }
  }

  private Path administratorFile() {
    return settings.data().resolve("secrets").resolve("administrator");
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // then the hook has run, or runs now
    }
  }
}
