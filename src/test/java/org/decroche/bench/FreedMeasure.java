package org.decroche.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.decroche.bench.SipTrace.Message;

/**
 * From the BYE with which a phone becomes free to the INVITE of the caller who has been waiting
 * longest: one phone of the front door, and beside it in the same run one that {@code Queue()}
 * rings. Neither is ever without somebody in line.
 */
final class FreedMeasure {
  private static final int TALK_MILLIS = 150;
  private static final int LINE = 20;
  private static final int WARM_UP = 30;
  private static final int HUNDRED = 100;

  /** The queue looks once a second, so it serves a third of the callers in the same time. */
  private static final int QUEUE_SHARE = 3;

  private static final String QUEUE = "bench-queue";
  private final Place place;

  FreedMeasure(Place place) {
    this.place = place;
  }

  void run(int calls) throws Exception {
    try (House house = new House(place, 1, 1)) {
      String queued = house.others().getFirst();
      place.queue(QUEUE, queued);
      house.openPhones("phone", TALK_MILLIS);
      List<String> ours = numbers("063998", WARM_UP + calls);
      List<String> theirs = numbers("019900", WARM_UP + (calls + QUEUE_SHARE - 1) / QUEUE_SHARE);
      try (Sipp door = callers("door", House.DOOR, ours);
          Sipp queue = callers("queue", QUEUE, theirs)) {
        door.ends(calls + 60);
        queue.ends(calls + 60);
      }
      List<Message> atPhones = house.phoneMessages();
      System.out.printf(
          """
          One phone of each kind, up to %d callers in each line, both at once; the first %d of each left out.

          | phone freed → next caller's INVITE | gaps | p50 | p99 | max | not served | out of order |
          |---|---|---|---|---|---|---|
          """,
          LINE, WARM_UP);
      report("`Queue()`", atPhones, queued::equals, theirs);
      String hundreds = report("front door", atPhones, user -> !user.equals(queued), ours);
      System.out.printf("%nFront door, p50 of each hundred in turn: %s ms%n", hundreds);
    }
  }

  /** Numbers that are kept for fiction, in the order in which they call. */
  private static List<String> numbers(String prefix, int count) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(prefix + "%04d".formatted(i));
    }
    return all;
  }

  private Sipp callers(String name, String called, List<String> numbers) throws Exception {
    List<String> lines = numbers.stream().map(number -> called + ";" + number).toList();
    List<String> options = new ArrayList<>(List.of("-r", "20", "-l", Integer.toString(LINE)));
    options.addAll(List.of("-m", lines.size() + ""));
    options.addAll(List.of("-inf", Sipp.injected(place, name, lines)));
    return Sipp.start(place, "waiter", name, House.TRUNK, Place.freePort(House.TRUNK), options);
  }

  /**
   * One row.
   *
   * @return the median of each hundred in turn
   * @param phone whether a phone's SIP user is the one meant: it names itself in its own BYE
   */
  private static String report(
      String kind, List<Message> atPhones, Predicate<String> phone, List<String> callers) {
    List<Long> gaps = new ArrayList<>();
    List<String> order = new ArrayList<>();
    long freed = 0;
    for (Message message : atPhones) {
      if (message.sent() && message.what().equals("BYE") && phone.test(message.from())) {
        freed = freed == 0 ? message.micros() : freed;
      } else if (!message.sent()
          && message.what().equals("INVITE")
          && callers.contains(message.from())) {
        if (freed > 0) {
          gaps.add(message.micros() - freed);
        }
        freed = 0;
        order.add(message.from());
      }
    }
    List<Long> counted = gaps.subList(Math.min(WARM_UP, gaps.size()), gaps.size());
    Spread spread = Spread.of(counted);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f ms | %.2f ms | %.2f ms | %d | %d |%n",
        kind,
        spread.size(),
        spread.p50(),
        spread.p99(),
        spread.max(),
        callers.size() - order.size(),
        outOfOrder(order));
    return byHundreds(counted);
  }

  /** Java runs faster what it has run often: how much, the first hundreds after a start tell. */
  private static String byHundreds(List<Long> gaps) {
    return IntStream.range(0, gaps.size() / HUNDRED)
        .mapToObj(i -> Spread.of(gaps.subList(i * HUNDRED, (i + 1) * HUNDRED)).p50())
        .map(p50 -> String.format(Locale.ROOT, "%.2f", p50))
        .collect(Collectors.joining(", "));
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
