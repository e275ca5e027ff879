package org.decroche.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.decroche.bench.SipTrace.Message;

/**
 * From the caller's INVITE to the phone's INVITE: through the front door, and beside it in the same
 * run by a bare {@code Dial()} of another phone. Calls of the two kinds are mixed at random, and
 * told apart by the caller's number, which no two calls share.
 */
final class DoorMeasure {
  /** Of each kind, before anything is counted. */
  static final int WARM_UP = 300;

  private static final int OTHERS = 4;
  private final Place place;
  private final int rate;
  private final Random random = new Random(1);
  private int called;

  DoorMeasure(Place place, int rate) {
    this.place = place;
    this.rate = rate;
  }

  void run(int calls, int runs) throws Exception {
    // A call takes half a second of somebody's time: three times the people that needs.
    try (House house = new House(place, 4 + rate, OTHERS)) {
      Customers.load(place);
      bareExtensions(house);
      house.openPhones("phone", 60_000);
      round(WARM_UP, "warm-up");
      System.out.printf(
          "%d calls/s, half of each kind, in random order; the first %d of each kind left out.%n%n"
              + "| run | kind | calls | p50 | p99 | max | failed | sent again |%n"
              + "|---|---|---|---|---|---|---|---|%n",
          rate, WARM_UP);
      List<String> verdicts = new ArrayList<>();
      for (int run = 1; run <= runs; run++) {
        verdicts.add(report(run, house, round(calls, "run" + run)));
      }
      System.out.println();
      verdicts.forEach(System.out::println);
    }
  }

  private void bareExtensions(House house) throws Exception {
    for (int i = 0; i < OTHERS; i++) {
      String dial = "bare" + i + ",1,Dial(PJSIP/" + house.others().get(i) + ")";
      place.console("dialplan", "add", "extension", dial, "into", "from-trunk");
    }
  }

  /** The callers' own messages, and who called what. */
  private record Round(Set<String> ours, Set<String> bare, List<Message> messages) {}

  private Round round(int calls, String name) throws Exception {
    List<String> lines = new ArrayList<>();
    Set<String> ours = new HashSet<>();
    Set<String> bare = new HashSet<>();
    for (int i = 0; i < calls; i++) {
      String first = number();
      String second = number();
      boolean oursFirst = random.nextBoolean();
      ours.add(oursFirst ? first : second);
      bare.add(oursFirst ? second : first);
      String other = "bare" + i % OTHERS;
      lines.add((oursFirst ? House.DOOR : other) + ";" + first);
      lines.add((oursFirst ? other : House.DOOR) + ";" + second);
    }
    List<String> options = new ArrayList<>(List.of("-r", rate + "", "-m", lines.size() + ""));
    options.addAll(List.of("-inf", Sipp.injected(place, name, lines)));
    int port = Place.freePort(House.TRUNK);
    try (Sipp callers = Sipp.start(place, "caller", name, House.TRUNK, port, options)) {
      callers.ends(lines.size() / rate + 60);
      return new Round(ours, bare, callers.messages());
    }
  }

  /** The last four digits are the call's own; 06 39 98 is kept for fiction. */
  private String number() {
    return "063998%04d".formatted(called++);
  }

  private String report(int run, House house, Round round) throws Exception {
    List<Message> atPhones = house.phoneMessages();
    Map<String, Long> rang = first(atPhones, "INVITE");
    Spread bare = row(run, "bare `Dial()`", round, round.bare(), rang, atPhones);
    Spread ours = row(run, "front door", round, round.ours(), rang, atPhones);
    return String.format(
        Locale.ROOT,
        "Run %d: p50 %.2f × bare, p99 %+.1f ms; card on the desk before the phone's INVITE: %s",
        run,
        ours.p50() / bare.p50(),
        ours.p99() - bare.p99(),
        pops(round.ours(), rang, house.pops()));
  }

  private static Spread row(
      int run,
      String kind,
      Round round,
      Set<String> callers,
      Map<String, Long> rang,
      List<Message> atPhones) {
    Map<String, Long> called = first(round.messages(), "INVITE");
    Map<String, Long> answered = first(round.messages(), "200 INVITE");
    List<Long> took = new ArrayList<>();
    for (String caller : callers) {
      if (rang.containsKey(caller) && called.containsKey(caller)) {
        took.add(rang.get(caller) - called.get(caller));
      }
    }
    Spread spread = Spread.of(took);
    long good = callers.stream().filter(answered::containsKey).filter(rang::containsKey).count();
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %d | %.2f ms | %.2f ms | %.2f ms | %d | %d |%n",
        run,
        kind,
        callers.size(),
        spread.p50(),
        spread.p99(),
        spread.max(),
        callers.size() - good,
        SipTrace.repeated(of(callers, round.messages()))
            + SipTrace.repeated(of(callers, atPhones)));
    return spread;
  }

  private static String pops(Set<String> callers, Map<String, Long> rang, Map<String, Long> pops) {
    List<Long> late = new ArrayList<>();
    for (String caller : callers) {
      Long pop = pops.get("+33" + caller.substring(1));
      if (pop != null && rang.containsKey(caller)) {
        late.add(pop - rang.get(caller));
      }
    }
    if (late.isEmpty()) {
      return "none seen";
    }
    long before = late.stream().filter(micros -> micros <= 0).count();
    return String.format(
        Locale.ROOT,
        "%.1f %% (p99 %.1f ms, latest %.1f ms after it; missing %d)",
        100.0 * before / late.size(),
        Spread.of(late).p99(),
        Collections.max(late) / 1000.0,
        callers.size() - late.size());
  }

  private static Map<String, Long> first(List<Message> messages, String what) {
    Map<String, Long> micros = new HashMap<>();
    messages.stream()
        .filter(message -> message.what().equals(what))
        .forEach(message -> micros.putIfAbsent(message.from(), message.micros()));
    return micros;
  }

  private static List<Message> of(Set<String> callers, List<Message> messages) {
    return messages.stream().filter(message -> callers.contains(message.from())).toList();
  }
}
