package org.decroche.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.decroche.bench.SipTrace.Message;

/**
 * From the BYE with which a phone becomes free to the INVITE of the caller who has been waiting
 * longest: one phone, never without somebody in line.
 */
final class FreedMeasure {
  private static final int TALK_MILLIS = 150;
  private static final int LINE = 20;
  private static final int WARM_UP = 30;
  private final Place place;

  FreedMeasure(Place place) {
    this.place = place;
  }

  void run(int calls) throws Exception {
    try (House house = new House(place, 1, 0)) {
      house.openPhones(TALK_MILLIS);
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < calls + WARM_UP; i++) {
        lines.add(House.DOOR + ";" + "063998%04d".formatted(i));
      }
      List<String> options = new ArrayList<>(List.of("-r", "20", "-l", Integer.toString(LINE)));
      options.addAll(List.of("-m", lines.size() + ""));
      options.addAll(List.of("-inf", Sipp.injected(place, "waiters", lines)));
      int port = Place.freePort(House.TRUNK);
      try (Sipp callers = Sipp.start(place, "waiter", "waiters", House.TRUNK, port, options)) {
        callers.ends(calls + 60);
      }
      report(house.phoneMessages(), lines.size());
    }
  }

  private static void report(List<Message> atPhone, int wanted) {
    List<Long> gaps = new ArrayList<>();
    List<String> order = new ArrayList<>();
    long freed = 0;
    for (Message message : atPhone) {
      if (message.sent() && message.what().equals("BYE")) {
        freed = freed == 0 ? message.micros() : freed;
      } else if (!message.sent() && message.what().equals("INVITE")) {
        if (freed > 0) {
          gaps.add(message.micros() - freed);
        }
        freed = 0;
        order.add(message.from());
      }
    }
    int left = Math.min(WARM_UP, gaps.size());
    Spread spread = Spread.of(gaps.subList(left, gaps.size()));
    System.out.printf(
        Locale.ROOT,
        """
        One phone, up to %d callers in line; the first %d left out.

        | phone freed → next caller's INVITE | p50 | p99 | max | not served | out of order |
        |---|---|---|---|---|---|
        | %d | %.2f ms | %.2f ms | %.2f ms | %d | %d |
        """,
        LINE,
        left,
        spread.size(),
        spread.p50(),
        spread.p99(),
        spread.max(),
        wanted - order.size(),
        outOfOrder(order));
  }

  private static int outOfOrder(List<String> served) {
    int wrong = 0;
    for (int i = 1; i < served.size(); i++) {
      if (served.get(i).compareTo(served.get(i - 1)) < 0) {
        wrong++;
      }
    }
    return wrong;
  }
}
