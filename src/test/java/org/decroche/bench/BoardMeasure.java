package org.decroche.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.decroche.bench.SipTrace.Message;
import org.decroche.bench.Wall.Told;

/**
 * From a fact on the wire to the frame with which an open board is told: somebody picked up (the
 * phone's 200), somebody hung up (its BYE). One phone, one call after another, so that each fact
 * can be told from the one before.
 */
final class BoardMeasure {
  private static final int TALK_MILLIS = 1500;
  private static final int WARM_UP = 10;
  private static final String PICKED_UP = "200 INVITE";
  private static final String HUNG_UP = "BYE";
  private final Place place;

  BoardMeasure(Place place) {
    this.place = place;
  }

  void run(int calls) throws Exception {
    try (House house = new House(place, 1, 0)) {
      house.openPhones("phone", TALK_MILLIS);
      Wall wall = house.wall();
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < WARM_UP + calls; i++) {
        lines.add(House.DOOR + ";063998%04d".formatted(i));
      }
      List<String> options = new ArrayList<>(List.of("-r", "1", "-rp", "3000", "-l", "1"));
      options.addAll(List.of("-m", lines.size() + ""));
      options.addAll(List.of("-inf", Sipp.injected(place, "callers", lines)));
      int port = Place.freePort(House.TRUNK);
      try (Sipp callers = Sipp.start(place, "waiter", "callers", House.TRUNK, port, options)) {
        callers.ends(lines.size() * 4 + 60);
      }
      wall.hearsTheLast();
      List<Message> atPhone =
          house.phoneMessages().stream()
              .filter(Message::sent)
              .filter(message -> List.of(PICKED_UP, HUNG_UP).contains(message.what()))
              .skip(2L * WARM_UP)
              .toList();
      System.out.printf(
          """
          One phone, one call every 3 s, one board open; the first %d calls left out.

          | fact on the wire → the board is told | facts | p50 | p99 | max | never told |
          |---|---|---|---|---|---|
          """,
          WARM_UP);
      report("picked up", atPhone, PICKED_UP, wall.told());
      report("hung up", atPhone, HUNG_UP, wall.told());
    }
  }

  private static void report(String kind, List<Message> facts, String what, List<Told> told) {
    List<Long> took = new ArrayList<>();
    int never = 0;
    for (int i = 0; i < facts.size(); i++) {
      if (facts.get(i).what().equals(what)) {
        long happened = facts.get(i).micros();
        long next = i + 1 < facts.size() ? facts.get(i + 1).micros() : Long.MAX_VALUE;
        long first =
            told.stream()
                .filter(one -> one.micros() >= happened && one.micros() < next)
                .filter(one -> one.talks() == what.equals(PICKED_UP))
                .mapToLong(Told::micros)
                .findFirst()
                .orElse(0);
        if (first == 0) {
          never++;
        } else {
          took.add(first - happened);
        }
      }
    }
    Spread spread = Spread.of(took);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f ms | %.0f ms | %.0f ms | %d |%n",
        kind,
        spread.size(),
        spread.p50(),
        spread.p99(),
        spread.max(),
        never);
  }
}
