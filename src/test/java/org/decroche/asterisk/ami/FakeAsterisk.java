package org.decroche.asterisk.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A management port that does what a test wants: too old, silent, refusing, cut. */
final class FakeAsterisk implements AutoCloseable {
  final BlockingQueue<Map<String, String>> actions = new LinkedBlockingQueue<>();
  private final ServerSocket port;
  private final List<Socket> links = new CopyOnWriteArrayList<>();
  private final Map<String, String> refusals = new HashMap<>();
  private final Map<String, List<String>> lists = new ConcurrentHashMap<>();
  private volatile String version = "22.10.1";
  private volatile boolean silent;

  FakeAsterisk() throws IOException {
    port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return port.getLocalPort();
  }

  FakeAsterisk version(String is) {
    version = is;
    return this;
  }

  FakeAsterisk refusing(String action, String why) {
    refusals.put(action, why);
    return this;
  }

  /** Answers this action with these events, "Event: ContactList|Endpoint: trunk|…". */
  FakeAsterisk listing(String action, String... events) {
    lists.put(action, List.of(events));
    return this;
  }

  /** Keeps its links and says nothing more, as a frozen process does. */
  void freeze() {
    silent = true;
  }

  void thaw() {
    silent = false;
  }

  void cut() throws IOException {
    for (Socket link : links) {
      link.close();
    }
  }

  /** Sends this to every link: "Event: Hangup|Uniqueid: 1.1|…". */
  void says(String lines) {
    links.stream().filter(link -> !link.isClosed()).forEach(link -> write(link, lines));
  }

  @Override
  public void close() throws IOException {
    port.close();
    cut();
  }

  private void accept() {
    while (!port.isClosed()) {
      try {
        Socket link = port.accept();
        links.add(link);
        Thread.ofVirtual().start(() -> serve(link));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket link) {
    try {
      link.getOutputStream()
          .write("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(link.getInputStream(), StandardCharsets.US_ASCII));
      Map<String, String> action = new HashMap<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          answer(link, action);
          action = new HashMap<>();
        } else {
          String[] parts = line.split(": ", 2);
          action.put(parts[0].toLowerCase(java.util.Locale.ROOT), parts.length > 1 ? parts[1] : "");
        }
      }
    } catch (IOException | UncheckedIOException gone) {
      // The other side hung up.
    }
  }

  private void answer(Socket link, Map<String, String> action) {
    String name = action.get("action");
    if (silent) {
      return;
    }
    if (!name.equals("Ping")) {
      actions.add(action);
    }
    String id = "|ActionID: " + action.get("actionid");
    if (refusals.containsKey(name)) {
      write(link, "Response: Error" + id + "|Message: " + refusals.get(name));
      return;
    }
    if (lists.containsKey(name)) {
      write(link, "Response: Success" + id + "|EventList: start");
      lists.get(name).forEach(event -> write(link, event + id));
      return;
    }
    switch (name) {
      case "Challenge" -> write(link, "Response: Success" + id + "|Challenge: 123");
      case "CoreSettings" ->
          write(link, "Response: Success" + id + "|AMIversion: 11.0.0|AsteriskVersion: " + version);
      case "Ping" -> write(link, "Response: Success" + id + "|Ping: Pong");
      case "Login" -> {
        write(link, "Response: Success" + id + "|Message: Authentication accepted");
        write(link, "Event: FullyBooted|Uptime: 100|LastReload: 100|Status: Fully Booted");
      }
      case "CoreShowChannels" -> {
        write(link, "Response: Success" + id + "|EventList: start");
        write(
            link,
            "Event: CoreShowChannel"
                + id
                + "|Channel: PJSIP/trunk-00000001|ChannelStateDesc: Ring|Context: front-door"
                + "|Uniqueid: 1.1|Linkedid: 1.1");
        // News in the middle of the look must not overtake it.
        write(link, "Event: Hangup|Channel: PJSIP/trunk-00000001|Uniqueid: 1.1|Linkedid: 1.1");
        write(link, "Event: CoreShowChannelsComplete" + id + "|EventList: Complete|ListItems: 1");
      }
      case "DeviceStateList" -> {
        write(link, "Response: Success" + id + "|EventList: start");
        write(link, "Event: DeviceStateChange" + id + "|Device: PJSIP/alice1|State: NOT_INUSE");
        write(link, "Event: DeviceStateListComplete" + id + "|EventList: Complete|ListItems: 1");
      }
      default -> write(link, "Response: Success" + id + "|Message: done");
    }
  }

  private static void write(Socket link, String lines) {
    try {
      synchronized (link) {
        link.getOutputStream()
            .write((lines.replace("|", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
