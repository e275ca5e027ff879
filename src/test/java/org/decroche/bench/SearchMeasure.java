package org.decroche.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an agent waits for while typing: each keystroke from the second on is asked over HTTP. */
final class SearchMeasure {
  private static final int ROUNDS = 20;

  /** Typed letter by letter, by what kind of thing they are. */
  private static final Map<String, List<String>> TYPED =
      Map.of(
          "a name", List.of("martin", "dupont", "jean lefevre", "zoe laurin", "sophie ber"),
          "a name with a slip", List.of("martnin", "isabele durint", "nathlie", "kervoinn"),
          "a number", List.of("06 39 98 01 12", "+33639980", "0112", "47319", "+99912345678"),
          "words of a case",
              List.of("box alimentation", "fuite eau toit", "facture double", "ref 482913"),
          "nobody", List.of("xqzwv", "wxyz martin", "00000000"));

  private final Place place;

  SearchMeasure(Place place) {
    this.place = place;
  }

  void run(int thousands) throws Exception {
    System.err.println("Making the data (some minutes) ...");
    long start = System.nanoTime();
    Crowd.load(place, thousands * 1000);
    System.err.printf("made in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
    Api api = new Api(place, "admin", place.secret("administrator"));
    Map<String, List<Long>> times = new LinkedHashMap<>();
    List<Long> all = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (var kind : TYPED.entrySet()) {
        for (String whole : kind.getValue()) {
          for (int length = 2; length <= whole.length(); length++) {
            String typed = URLEncoder.encode(whole.substring(0, length), StandardCharsets.UTF_8);
            long asked = System.nanoTime();
            api.get("/api/search?q=" + typed);
            long took = (System.nanoTime() - asked) / 1000;
            // The first round warms the caches, as the morning's first minutes do.
            if (round > 0) {
              times.computeIfAbsent(kind.getKey(), anew -> new ArrayList<>()).add(took);
              all.add(took);
            }
          }
        }
      }
    }
    System.out.printf(
        "Search over HTTP among %,d customers and %,d cases, each keystroke asked:%n%n",
        thousands * 1000, thousands * 3000);
    System.out.println("| typed | keystrokes | p50 | p95 | p99 | max |");
    System.out.println("|---|---|---|---|---|---|");
    times.forEach(SearchMeasure::line);
    line("all", all);
  }

  private static void line(String kind, List<Long> micros) {
    Spread spread = Spread.of(micros);
    System.out.printf(
        "| %s | %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
        kind, spread.size(), spread.p50(), spread.millis(0.95), spread.p99(), spread.max());
  }
}
