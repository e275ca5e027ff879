package org.decroche.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Where a call story is played: one front door with its teams, people and callers, all by first
 * name. What a story does returns when it has reached the world; what it sees is all so far.
 */
public interface Stage extends AutoCloseable {
  /** The front door's own team. */
  String HOME = "care";

  /** What an agent chose. */
  enum Choice {
    READY,
    AWAY,
    OFF
  }

  /** What is done with a phone by hand. */
  enum Act {
    PICKS_UP,
    REFUSES,
    SAYS_BUSY,
    /** Nobody is there: the network gives up ringing. */
    RINGS_OUT,
    HANGS_UP
  }

  /** A phone's part of one call. */
  enum State {
    RINGING,
    TALKING,
    OVER
  }

  /** One call at a phone; {@code until} is empty while it lasts. */
  record Ring(String caller, Instant from, Optional<Instant> until, State state) {
    /** Whether both were at the phone at the same time. */
    boolean meets(Ring later) {
      return until.map(end -> end.isAfter(later.from())).orElse(true);
    }
  }

  /** One line of a call's record; what a line of its kind does not have is empty. */
  record Entry(String kind, String rule, String how) {}

  /**
   * One thing a desk was told.
   *
   * @param type as the desk's frames are called
   * @param caller whom it is about; empty when it is about nobody
   * @param detail a pop's rule, how an offer ended, who took a caller, what is observed, why away
   */
  record Card(String type, String caller, String detail) {}

  // --- given

  void plan(UnaryOperator<Plan> change);

  /** Somebody of this team, the last to have become ready. */
  void joins(String agent, String team, Choice choice);

  /** Somebody whose phone was never signed in. */
  void joinsWithoutPhone(String agent);

  /** From now on they need a desk to be there; theirs is open. */
  void needsDesk(String agent);

  void deputy(String of, String deputy);

  /** The caller is a customer, and this agent owns their open case. */
  void owns(String agent, String caller);

  /** Many people use the caller's number. */
  void sharesNumber(String caller);

  /** From now on their calls ring at their mobile, where a voicemail may pick up. */
  void isRungOutside(String agent);

  // --- done

  void chooses(String agent, Choice choice);

  void calls(String caller, boolean withheld);

  /** Rings and gives up this long after; too early for anybody to see where the call is by then. */
  void callsAndGivesUp(String caller, Duration after);

  void hangsUp(String caller);

  void does(String agent, Act act);

  /** By the key on the desk, while it rings. */
  void refusesOnDesk(String agent);

  /** Asks a colleague to join the conversation of the newest call on the agent's desk. */
  void handsOver(String agent, String colleague);

  /** The same, to stay themselves. */
  void bringsIn(String agent, String colleague);

  /** Asks somebody outside, at their mobile, to join it. */
  void bringsInOutsider(String agent, String who);

  /** Thinks better of it while the other is rung. */
  void withdraws(String agent);

  /** Ends the conversation for everybody, by the key on the desk. */
  void ends(String agent);

  /** Leaves the conversation to the others, by the key on the desk. */
  void leaves(String agent);

  /** The phone says that it is gone, whatever it is doing. */
  void signsOff(String agent);

  /** Unplugged: signed in still, and silent. */
  void vanishes(String agent);

  void closesDesk(String agent);

  void endsWrapUp(String agent);

  /**
   * Calls somebody's mobile, or a number as typed, by a key of the desk; for what they are owed
   * when they are owed a call back.
   *
   * @return why not, by its one word; empty when it is being done
   */
  Optional<String> callsOut(String agent, String to);

  /** The same, on the phone itself, which talks until somebody hangs up. */
  void dials(String agent, String who);

  /** Says what came of the call out made last. */
  void judges(String agent, String outcome);

  /** Hangs up their call out, by the key on the desk. */
  void dropsCallOut(String agent);

  /** At the mobile of a caller or of an agent. */
  void doesOutside(String who, Act act);

  /** On their mobile, which they have picked up: they take the call. */
  void pressesKey(String agent);

  void passes(Duration time);

  // --- seen

  List<String> agents();

  List<String> callers();

  /** What they chose last, or what was chosen for them. */
  Choice availability(String agent);

  /** Every call that reached this phone, oldest first. */
  List<Ring> phone(String agent);

  /**
   * Every call of ours that reached this person's mobile, oldest first; whose it is is not told.
   */
  List<Ring> mobile(String who);

  /** What the caller's network was answered: [100, 180, 200] is the promise. */
  List<String> heard(String caller);

  /** The record of the caller's newest call. */
  List<Entry> record(String caller);

  /** Those whom agents called. */
  List<String> callees();

  /** The record of the newest call out to them; empty when there is none. */
  List<Entry> recordOut(String callee);

  /** How many records there are of this caller's calls, and how often they called. */
  boolean eachCallHasOneRecord(String caller);

  List<Card> desk(String agent);

  /** How many calls of this caller the agent is to call back for; 0 for no debt. */
  int owes(String agent, String caller);

  /**
   * Waits for what must come.
   *
   * @throws AssertionError when it does not, with what was there instead
   */
  void await(String what, BooleanSupplier come);

  @Override
  void close();
}
