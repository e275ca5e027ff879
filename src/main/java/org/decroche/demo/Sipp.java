package org.decroche.demo;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts SIPp, which plays the phones and the callers. */
final class Sipp {
  private final Path scenarios;
  private final Path directory;
  private final String server;

  private Sipp(Path scenarios, Path directory, String server) {
    this.scenarios = scenarios;
    this.directory = directory;
    this.server = server;
  }

  /**
   * Looks for SIPp and its scenarios, those of scripts/sip.
   *
   * @param directory where it may write, made if missing
   * @param server host and port of the SIP server
   */
  static Sipp in(Path directory, String server, Map<String, String> environment) throws Trouble {
    boolean found =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "sipp")));
    if (!found) {
      throw Trouble.unavailable("sipp, which plays the phones, is missing: run scripts/setup");
    }
    Path scenarios = Path.of(environment.getOrDefault("DECROCHE_HOME", "."), "scripts/sip");
    if (!Files.isReadable(scenarios.resolve("caller.xml"))) {
      throw Trouble.badSetting(
          "no SIP scenarios in %s: DECROCHE_HOME must name Décroché's directory"
              .formatted(scenarios.toAbsolutePath()));
    }
    try {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException failure) {
      throw Trouble.unavailable("cannot make " + directory);
    }
    return new Sipp(scenarios.toAbsolutePath(), directory.toAbsolutePath(), server);
  }

  /**
   * Starts it on a scenario.
   *
   * @param name of its files in the log directory
   */
  Process start(String name, String scenario, InetSocketAddress from, List<String> more)
      throws Trouble {
    // The scenarios tell a shell, on descriptor 3, what happens; the trace tells more.
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 3>/dev/null", "sh", "sipp"));
    command.addAll(
        List.of(
            "-sf",
            scenarios.resolve(scenario).toString(),
            "-i",
            from.getAddress().getHostAddress(),
            "-p",
            Integer.toString(from.getPort()),
            "-nostdin",
            "-trace_shortmsg",
            "-shortmessage_file",
            trace(name).toString()));
    command.addAll(more);
    command.add(server);
    try {
      Files.deleteIfExists(trace(name));
      return new ProcessBuilder(command)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(directory.resolve(name + ".out").toFile())
          .start();
    } catch (IOException failure) {
      throw Trouble.unavailable("cannot start sipp: " + failure.getMessage());
    }
  }

  Path trace(String name) {
    return directory.resolve(name + ".tsv");
  }

  /** A port that nobody uses at this address now. */
  static InetSocketAddress free(String address) throws Trouble {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(address))) {
      return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    } catch (IOException failure) {
      throw Trouble.unavailable("cannot ring from %s: %s".formatted(address, failure.getMessage()));
    }
  }

  /** Ends a process, by force when it takes its time. */
  static void end(Process process) {
    process.destroy();
    if (!ended(process, Duration.ofSeconds(1))) {
      process.destroyForcibly();
    }
  }

  static boolean ended(Process process, Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
