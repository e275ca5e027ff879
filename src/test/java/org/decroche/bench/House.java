package org.decroche.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A front door, its people with desks open and phones signed in, and other phones beside. */
final class House implements AutoCloseable {
  static final String DOOR = "+33536490001";
  static final String TRUNK = "127.0.0.2";
  private static final String PHONES = "127.0.0.11";

  private final Place place;
  private final Api administrator;
  private final long team;
  private final long door;
  private final List<String> accounts = new ArrayList<>();
  private final List<Desk> desks = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private Sipp phones;

  House(Place place, int agents, int otherPhones) throws Exception {
    this.place = place;
    this.administrator = new Api(place, "admin", place.secret("administrator"));
    this.team = administrator.post("/api/teams", named("Bench")).getLong("id");
    long elsewhere = administrator.post("/api/teams", named("Elsewhere")).getLong("id");
    JsonObject opened = named("Bench").put("number", DOOR).put("country", "FR").put("teamId", team);
    this.door = administrator.post("/api/front-doors", opened).getLong("id");
    for (int i = 0; i < agents; i++) {
      JsonObject person = person("agent" + i, team);
      Api theirs = new Api(place, "agent" + i, person.getString("password"));
      theirs.put("/api/me/availability", new JsonObject().put("availability", "ready"));
      desks.add(theirs.desk());
    }
    for (int i = 0; i < otherPhones; i++) {
      others.add(person("other" + i, elsewhere).getJsonObject("phone").getString("user"));
    }
  }

  /** Phones that ring no agent of the front door. */
  List<String> others() {
    return others;
  }

  /** Lets a phone ring this many seconds, and whoever lets it ring out stay ready. */
  void ringFor(int seconds) throws Exception {
    administrator.put("/api/settings", new JsonObject().put("missedOffers", 0));
    administrator.put(
        "/api/front-doors/" + door,
        named("Bench")
            .put("number", DOOR)
            .put("country", "FR")
            .put("teamId", team)
            .put("offerSeconds", seconds)
            .put("rememberDays", 0)
            .put("realTalkSeconds", 0));
  }

  /**
   * Signs every phone in and lets them pick up.
   *
   * @param scenario what they do, by the name of a file of scenarios without "bench-"
   * @param talk milliseconds after which a phone hangs up by itself
   */
  void openPhones(String scenario, int talk) throws Exception {
    int port = Place.freePort(PHONES);
    String file = Sipp.injected(place, "phones", accounts);
    List<String> all = List.of("-inf", file, "-m", accounts.size() + "", "-r", "50", "-aa");
    try (Sipp signing = Sipp.start(place, "register", "register", PHONES, port, all)) {
      signing.ends(30);
    }
    phones =
        Sipp.start(
            place,
            scenario,
            "phones",
            PHONES,
            port,
            List.of("-aa", "-recv_timeout", Integer.toString(talk)));
    long giveUp = System.nanoTime() + 40_000_000_000L;
    while (!desks.stream().allMatch(Desk::idle)) {
      if (System.nanoTime() > giveUp) {
        throw new IOException("the agents' phones are not all reachable; see " + place.traces());
      }
      Thread.sleep(50);
    }
  }

  /** Opens a board. */
  Wall wall() {
    return administrator.board();
  }

  List<SipTrace.Message> phoneMessages() throws IOException {
    return phones.messages();
  }

  /** When each caller's card came to a desk: microseconds by E.164 number. */
  Map<String, Long> pops() {
    Map<String, Long> all = new HashMap<>();
    desks.forEach(desk -> all.putAll(desk.pops()));
    return all;
  }

  @Override
  public void close() {
    if (phones != null) {
      phones.close();
    }
  }

  private JsonObject person(String login, long team) throws Exception {
    JsonObject created =
        administrator.post(
            "/api/agents",
            named("Person " + login)
                .put("login", login)
                .put("role", "agent")
                .put("worksWithoutDesk", true)
                .put("teamIds", new JsonArray().add(team)));
    JsonObject phone = created.getJsonObject("phone");
    accounts.add(
        String.format(
            "%1$s;[authentication username=%1$s password=%2$s]",
            phone.getString("user"), phone.getString("password")));
    return created;
  }

  private static JsonObject named(String name) {
    return new JsonObject().put("name", name);
  }
}
