package org.decroche;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.decroche.config.BadSettings;
import org.decroche.config.Settings;
import org.decroche.demo.Demo;

/** Arguments in, exit code out. */
public final class Main {
  /** From sysexits.h, so that a supervisor can tell a mistake from an outage. */
  static final int OK = 0;

  static final int USAGE = 64;
  static final int UNAVAILABLE = 69;
  static final int BAD_SETTING = 78;

  private static final String HELP =
      """
      usage: java -jar decroche.jar [serve | check | demo [--once]] [--help] [--version]

        serve   the service (the default): answers Asterisk's question, serves the desk
        check   only looks at the settings
        demo    tells the story of two calls to a service that runs; --once ends after them

      Settings come from the environment, see README.md; scripts/run sets them.
      """;

  private Main() {}

  public static void main(String[] args) {
    int code = run(Arrays.asList(args), System.getenv(), System.out, System.err);
    if (code != OK) {
      System.exit(code);
    }
  }

  static int run(
      List<String> args, Map<String, String> environment, PrintStream out, PrintStream err) {
    String command = args.isEmpty() ? "serve" : args.getFirst();
    List<String> options = args.isEmpty() ? args : args.subList(1, args.size());
    if (command.equals("--help") || options.contains("--help")) {
      out.print(HELP);
      return OK;
    }
    if (command.equals("--version")) {
      out.println("decroche " + Main.class.getPackage().getImplementationVersion());
      return OK;
    }
    boolean known =
        (List.of("serve", "check").contains(command) && options.isEmpty())
            || (command.equals("demo") && (options.isEmpty() || options.equals(List.of("--once"))));
    if (!known) {
      err.println("decroche: \"" + String.join(" ", args) + "\" is not a command; see --help");
      return USAGE;
    }
    try {
      Settings settings = Settings.from(environment);
      return switch (command) {
        case "check" -> OK;
        case "demo" -> new Demo(settings, environment, out, err).run(!options.isEmpty());
        default -> serve(settings, err);
      };
    } catch (BadSettings bad) {
      bad.faults().forEach(fault -> err.println("decroche: " + fault));
      return BAD_SETTING;
    }
  }

  private static int serve(Settings settings, PrintStream err) {
    App app = new App(settings, line -> stop(err, line));
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
    try {
      app.start();
      return OK; // the servers' own threads keep the process
    } catch (CannotStart cannot) {
      err.println("decroche: " + cannot.getMessage());
      app.close();
      return UNAVAILABLE;
    }
  }

  /** Something the service cannot do without turned out to be missing after the start. */
  private static void stop(PrintStream err, String line) {
    err.println("decroche: " + line);
    // From a thread of its own: the caller's may be one that the shutdown waits for.
    new Thread(() -> System.exit(UNAVAILABLE), "exit").start();
  }
}
