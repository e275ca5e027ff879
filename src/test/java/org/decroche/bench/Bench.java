package org.decroche.bench;

import org.decroche.routing.bench.CoreBench;

/** What scripts/bench calls: the name of a measure and its numbers, already looked at. */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "core" -> CoreBench.main(new String[0]);
      case "board" -> new BoardMeasure(Place.fromEnvironment()).run(Integer.parseInt(args[1]));
      case "freed" -> new FreedMeasure(Place.fromEnvironment()).run(Integer.parseInt(args[1]));
      case "refused" -> new RefusedMeasure(Place.fromEnvironment()).run(Integer.parseInt(args[1]));
      case "search" -> new SearchMeasure(Place.fromEnvironment()).run(Integer.parseInt(args[1]));
      case "import" -> new ImportMeasure(Place.fromEnvironment()).run(Integer.parseInt(args[1]));
      case "door" ->
          new DoorMeasure(Place.fromEnvironment(), Integer.parseInt(args[2]))
              .run(Integer.parseInt(args[1]), Integer.parseInt(args[3]));
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0); // the desks' sockets have threads of their own
  }
}
