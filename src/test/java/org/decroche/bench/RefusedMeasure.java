package org.decroche.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.decroche.bench.SipTrace.Message;

/**
 * From the end of an offer to the INVITE at the next phone: the phone refused (486), or nobody
 * picked up in the time that the front door gives (CANCEL). A third of the calls is refused, a
 * third rings out, a third is picked up, by chance at each phone; there are always phones free.
 */
final class RefusedMeasure {
  private static final int AGENTS = 24;
  private static final int RATE = 4;
  private static final int WARM_UP = 60;
  private final Place place;

  RefusedMeasure(Place place) {
    this.place = place;
  }

  void run(int calls) throws Exception {
    try (House house = new House(place, AGENTS, 0)) {
      house.ringFor(1);
      house.openPhones("fickle", 60_000);
      List<String> lines = new ArrayList<>();
      Set<String> counted = new HashSet<>();
      for (int i = 0; i < calls + WARM_UP; i++) {
        String number = "063998%04d".formatted(i);
        lines.add(House.DOOR + ";" + number);
        if (i >= WARM_UP) {
          counted.add(number);
        }
      }
      List<String> options = new ArrayList<>(List.of("-r", RATE + "", "-m", lines.size() + ""));
      options.addAll(List.of("-inf", Sipp.injected(place, "callers", lines)));
      int port = Place.freePort(House.TRUNK);
      try (Sipp callers = Sipp.start(place, "caller", "callers", House.TRUNK, port, options)) {
        callers.ends(lines.size() / RATE + 60);
        System.out.printf(
            """
            %d phones, %d calls/s; the first %d calls left out, %d of the others not picked up.

            | offer ended → INVITE at the next phone | offers | p50 | p99 | max | no other phone |
            |---|---|---|---|---|---|
            """,
            AGENTS, RATE, WARM_UP, unanswered(counted, callers.messages()));
      }
      List<Message> atPhones =
          house.phoneMessages().stream().filter(it -> counted.contains(it.from())).toList();
      report("refused", atPhones, true, "486 INVITE");
      report("no answer", atPhones, false, "CANCEL");
    }
  }

  private static long unanswered(Set<String> callers, List<Message> messages) {
    Set<String> left = new HashSet<>(callers);
    messages.stream()
        .filter(message -> message.what().equals("200 INVITE"))
        .forEach(message -> left.remove(message.from()));
    return left.size();
  }

  /** The caller's number is in the From of all these messages, and no two callers share one. */
  private static void report(String kind, List<Message> atPhones, boolean sent, String end) {
    Map<String, Long> ended = new HashMap<>();
    List<Long> gaps = new ArrayList<>();
    for (Message message : atPhones) {
      if (message.sent() == sent && message.what().equals(end)) {
        ended.putIfAbsent(message.from(), message.micros());
      } else if (!message.sent() && message.what().equals("INVITE")) {
        Long since = ended.remove(message.from());
        if (since != null) {
          gaps.add(message.micros() - since);
        }
      }
    }
    Spread spread = Spread.of(gaps);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f ms | %.2f ms | %.2f ms | %d |%n",
        kind,
        spread.size(),
        spread.p50(),
        spread.p99(),
        spread.max(),
        ended.size());
  }
}
