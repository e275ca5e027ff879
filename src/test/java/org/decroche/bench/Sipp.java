package org.decroche.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One SIPp process: callers, phones, or phones signing in. */
final class Sipp implements AutoCloseable {
  private final Process process;
  private final Path messages;

  private Sipp(Process process, Path messages) {
    this.process = process;
    this.messages = messages;
  }

  /**
   * Starts it.
   *
   * @param scenario a file of src/test/resources/sip, without "bench-" and ".xml"
   * @param name of the files it writes
   */
  static Sipp start(
      Place place, String scenario, String name, String address, int port, List<String> options)
      throws IOException {
    Path folder = place.traces();
    Path messages = folder.resolve(name + ".messages");
    List<String> command = new ArrayList<>(List.of("sipp", place.sip(), "-sf"));
    command.add(place.home() + "/src/test/resources/sip/bench-" + scenario + ".xml");
    command.addAll(List.of("-i", address, "-p", Integer.toString(port), "-nostdin", "-nd"));
    command.addAll(List.of("-trace_msg", "-message_file", messages.toString()));
    command.addAll(List.of("-trace_err", "-error_file", folder.resolve(name + ".errors") + ""));
    command.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".out").toFile());
    builder.environment().put("TZ", "UTC");
    return new Sipp(builder.start(), messages);
  }

  /** A file of lines that the scenario's [field0], [field1] … come from, one line each call. */
  static String injected(Place place, String name, List<String> lines) throws IOException {
    Path file = place.traces().resolve(name + ".csv");
    List<String> all = new ArrayList<>(List.of("SEQUENTIAL"));
    all.addAll(lines);
    return Files.write(file, all).toString();
  }

  /** Waits for its end. A bad end is told by what is missing in the trace. */
  void ends(int seconds) throws IOException, InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IOException("sipp does not come to its end; see " + messages);
    }
  }

  List<SipTrace.Message> messages() throws IOException {
    return SipTrace.read(messages);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
