package org.decroche.demo;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Follows one call from every side until it is over: the wire, the desks, the record. */
final class Story {
  private static final Duration TICK = Duration.ofMillis(100);

  /** An unanswered call may be offered to a few phones first. */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  /** For the last lines of the record, once the call is over. */
  private static final Duration EPILOGUE = Duration.ofSeconds(5);

  private final Teller teller;
  private final Observed seen = new Observed();
  private final CallerSide callerSide;
  private final AgentSide agentSide;
  private final RecordWatch record;

  Story(
      Api api,
      Stage.Scene scene,
      List<Desk> desks,
      List<Robot> robots,
      Words words,
      Teller teller) {
    this.teller = teller;
    this.callerSide = new CallerSide(seen, teller, words);
    this.agentSide = new AgentSide(seen, teller, words, desks, robots);
    this.record = new RecordWatch(api, scene, seen, teller, words);
  }

  /**
   * Watches the call through.
   *
   * @param e164 who calls
   * @return what was seen of it
   */
  Observed follow(Caller caller, String e164) throws Trouble {
    Instant began = Instant.now();
    Instant end = began.plus(PATIENCE);
    boolean over = false;
    while (Instant.now().isBefore(end) && !(over && seen.recordedEnd != null)) {
      Pause.of(TICK);
      if (!over && caller.isOver()) {
        over = true;
        end = Instant.now().plus(EPILOGUE);
      }
      callerSide.look(caller);
      agentSide.look(began);
      record.look(began, e164);
      teller.print(Instant.now());
    }
    caller.close();
    callerSide.look(caller);
    teller.finish();
    return seen;
  }

  /** Forgets what was shown before the call. */
  static void clear(List<Desk> desks, List<Robot> robots) {
    desks.forEach(Desk::fresh);
    robots.forEach(Robot::fresh);
  }

  static String called(JsonObject person) {
    return Json.text(person, "name").split(" ", 2)[0];
  }
}
