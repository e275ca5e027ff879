package org.decroche.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.decroche.config.Secret;
import org.decroche.config.Settings;
import org.decroche.store.Database;
import org.decroche.store.DatabaseAccess;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.DemoPeople;
import org.decroche.store.Opening;

/** Everybody at their place: agents ready, phones signed in, desks open, and someone to call. */
record Troupe(
    Api administrator,
    Stage.Scene scene,
    List<Robot> robots,
    List<Desk> desks,
    Sipp sipp,
    String trunk,
    Closing closing) {
  private static final Duration SERVICE_STARTS = Duration.ofSeconds(30);
  private static final Duration PHONES_SEEN = Duration.ofSeconds(20);

  /** The first of the addresses where the robots are; each has one of its own. */
  private static final int FIRST_ADDRESS = 21;

  Troupe {
    robots = List.copyOf(robots);
    desks = List.copyOf(desks);
  }

  static Troupe gather(
      Settings settings,
      Map<String, String> environment,
      Keys keys,
      Words words,
      PrintStream out,
      Closing closing)
      throws Trouble {
    String trunk = trunk(environment);
    Sipp sipp = Sipp.in(settings.data().resolve("log/demo"), sipServer(settings), environment);
    Api visitor = Api.of(service(settings));
    awaitReady(visitor);
    String password =
        settings
            .administrator()
            .map(Secret::value)
            .orElseThrow(
                () ->
                    Trouble.badSetting(
                        "the demonstration signs in as admin, with the password in "
                            + settings.data().resolve("secrets/administrator")
                            + ", which is not there"));
    Api administrator = visitor.signIn("admin", password);
    closing.later(administrator::signOut);
    Stage.Scene scene = new Stage(administrator, keys).set();
    load(settings.database());
    out.println(words.say("preparing"));
    List<Robot> robots = new ArrayList<>();
    List<Desk> desks = new ArrayList<>();
    for (Player player : scene.players()) {
      Robot robot = Robot.start(sipp, player, "127.0.0." + (FIRST_ADDRESS + robots.size()));
      closing.later(robot::close);
      robots.add(robot);
      Desk desk = Desk.open(player, visitor.signIn(player.login(), player.password()));
      closing.later(desk::close);
      desks.add(desk);
      desk.becomeReady();
    }
    Instant deadline = Instant.now().plus(PHONES_SEEN);
    for (Desk desk : desks) {
      desk.awaitIdle(deadline);
    }
    return new Troupe(administrator, scene, robots, desks, sipp, trunk, closing);
  }

  static URI service(Settings settings) {
    return URI.create(
        "http://%s:%d".formatted(reachable(settings.http().host()), settings.http().port()));
  }

  static String sipServer(Settings settings) {
    return reachable(settings.asterisk().sipHost()) + ":" + settings.asterisk().sipPort();
  }

  /** The customers and cases come with a past, which the API does not let one invent. */
  private static void load(Settings.Database at) throws Trouble {
    DatabaseAccess access =
        new DatabaseAccess(
            at.url(), at.user().orElse(null), at.password().map(Secret::value).orElse(null));
    switch (Database.open(access)) {
      case Opening.Refused refused -> throw Trouble.unavailable(refused.sentence());
      case Opening.Ready ready -> {
        try (Database database = ready.database()) {
          new DemoPeople(database).load();
        } catch (DatabaseUnavailable gone) {
          throw Trouble.unavailable("the database does not take the demonstration's customers");
        }
      }
    }
  }

  private static void awaitReady(Api visitor) throws Trouble {
    Instant deadline = Instant.now().plus(SERVICE_STARTS);
    while (!visitor.ready()) {
      if (Instant.now().isAfter(deadline)) {
        throw Trouble.unavailable("the service is not ready; start it with scripts/run");
      }
      Pause.of(Duration.ofMillis(250));
    }
  }

  private static String trunk(Map<String, String> environment) throws Trouble {
    String addresses = environment.getOrDefault("DECROCHE_TRUNK_ADDRESSES", "127.0.0.2");
    return Arrays.stream(addresses.split(","))
        .map(String::strip)
        .filter(address -> address.matches("127\\.\\d+\\.\\d+\\.\\d+"))
        .findFirst()
        .orElseThrow(
            () ->
                Trouble.badSetting(
                    "the demonstration rings from 127.0.0.2: add it to DECROCHE_TRUNK_ADDRESSES"));
  }

  /** An address that stands for all of them is reached by the nearest. */
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::" -> "[::1]";
      default -> host.contains(":") ? "[" + host + "]" : host;
    };
  }
}
