package org.decroche;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.decroche.engine.CallerLookUp;
import org.decroche.engine.Engine;
import org.decroche.recording.Replay;
import org.decroche.recording.Unreadable;
import org.decroche.routing.Switchboard;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.why.Foreseen;
import org.decroche.store.RecordedRuns;
import org.decroche.web.api.WhoWouldAnswer;

/** Asks the core of now, or the core of a past moment made again from what was recorded. */
final class Foresight implements WhoWouldAnswer {
  /** What is asked for as now has become a moment ago by the time we hear of it. */
  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  private final Engine engine;
  private final CallerLookUp lookUp;
  private final RecordedRuns runs;
  private final InstantSource clock;
  private final ReentrantLock oneReplay = new ReentrantLock(); // each may hold a whole day's core

  Foresight(Engine engine, CallerLookUp lookUp, RecordedRuns runs, InstantSource clock) {
    this.engine = engine;
    this.lookUp = lookUp;
    this.runs = runs;
    this.clock = clock;
  }

  @Override
  public Outlook ask(Question question) {
    Optional<PhoneNumber> number = question.number();
    Instant now = clock.instant();
    Instant at = question.at().orElse(now);
    Basis basis =
        at.isAfter(now)
            ? Basis.FUTURE
            : at.isBefore(now.minus(JUST_NOW)) ? Basis.RECORDED : Basis.NOW;
    CallerNumber caller =
        number.<CallerNumber>map(CallerNumber.Dialable::new).orElseGet(CallerNumber.Withheld::new);
    Recognition known =
        number.map(one -> lookUp.lookUp(one, question.door()).asOf(at)).orElse(Recognition.NONE);
    return switch (basis) {
      case NOW, FUTURE ->
          new Outlook.Seen(
              at, basis, engine.look(core -> foresee(core, question, caller, known, at)).join());
      case RECORDED -> recorded(question, caller, known, at);
    };
  }

  private static List<Foreseen> foresee(
      Switchboard core, Question question, CallerNumber caller, Recognition known, Instant at) {
    return core.foresee(question.door(), question.draft(), caller, known, at);
  }

  private Outlook recorded(Question question, CallerNumber caller, Recognition known, Instant at) {
    oneReplay.lock();
    try {
      Optional<Switchboard> core = runs.upTo(at).map(Replay::switchboard);
      return core.<Outlook>map(
              then ->
                  new Outlook.Seen(at, Basis.RECORDED, foresee(then, question, caller, known, at)))
          .orElseGet(
              () ->
                  new Outlook.Unknown(
                      "The service did not run at that time, or nothing is kept of it."));
    } catch (Replay.Incomplete gap) {
      return new Outlook.Unknown("Not everything that happened before that time is kept.");
    } catch (Unreadable other) {
      return new Outlook.Unknown("What is kept of that time was written by another version.");
    } finally {
      oneReplay.unlock();
    }
  }
}
