package org.decroche.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The running house that scripts/bench started, known by the settings it was started with. */
record Place(Path home, Path data, Map<String, String> settings) {
  static Place fromEnvironment() {
    Map<String, String> settings = System.getenv();
    return new Place(
        Path.of(settings.get("DECROCHE_HOME")), Path.of(settings.get("DECROCHE_DATA")), settings);
  }

  String http() {
    return "127.0.0.1:" + settings.get("DECROCHE_HTTP_PORT");
  }

  String sip() {
    return "127.0.0.1:" + settings.get("DECROCHE_SIP_PORT");
  }

  String database() {
    return "jdbc:postgresql://127.0.0.1:" + settings.get("DECROCHE_DATABASE_PORT") + "/decroche";
  }

  String secret(String name) throws IOException {
    return Files.readString(data.resolve("secrets").resolve(name)).strip();
  }

  /** Where SIPp writes its traces. */
  Path traces() throws IOException {
    return Files.createDirectories(data.resolve("bench"));
  }

  /** Says one thing to Asterisk's console. */
  void console(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(home + "/scripts/asterisk", "console"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log/bench-console.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + ": exit code " + process.exitValue());
    }
  }

  /** A queue of one phone, set as the fallback is, behind a number of this name at the trunk. */
  void queue(String name, String phone) throws IOException, InterruptedException {
    Files.writeString(
        data.resolve("asterisk/etc/queues.conf"),
        """

        [%s]
        autofill = yes
        strategy = leastrecent
        ringinuse = no
        timeout = 15
        retry = 1
        joinempty = yes
        leavewhenempty = no
        member => PJSIP/%s
        """
            .formatted(name, phone),
        StandardOpenOption.APPEND);
    console("queue", "reload", "all");
    console(
        "dialplan", "add", "extension", name + ",1,Queue(" + name + ",ri)", "into", "from-trunk");
  }

  static int freePort(String address) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(address))) {
      return socket.getLocalPort();
    }
  }
}
