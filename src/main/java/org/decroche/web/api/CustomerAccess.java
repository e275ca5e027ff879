package org.decroche.web.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.AccessLog.Act;
import org.decroche.store.AgentAccount;
import org.decroche.store.CallRecord;
import org.decroche.store.Cases;
import org.decroche.store.CustomerTies;
import org.decroche.store.Role;
import org.decroche.web.desk.OpenDesks;
import org.jspecify.annotations.Nullable;

/**
 * Who sees more of a customer than the minimum, by what right; every look is logged with it
 * (decision 0026).
 */
final class CustomerAccess {
  /** A reason in own words is for a piece of work, not for a day. */
  static final Duration FOR_A_WHILE = Duration.ofMinutes(30);

  private final CustomerTies ties;
  private final OpenDesks desks;
  private final LookLog log;
  private final Clock clock;
  private final Map<Key, Given> given = new ConcurrentHashMap<>();

  private record Key(AgentId agent, long customer) {}

  private record Given(Look look, Instant until) {}

  /** By what right; MINIMUM is none. */
  enum Right {
    CALL,
    CALL_OUT,
    OWNER,
    PROMISE,
    DEBT,
    ALERT,
    DEPUTY,
    /** Entered them a moment ago: what one wrote oneself one may go on writing. */
    AUTHOR,
    OWN_WORDS,
    ADMINISTRATOR,
    MINIMUM
  }

  /**
   * A look that is allowed.
   *
   * @param words set with OWN_WORDS
   */
  record Look(Right right, @Nullable String words) {
    boolean whole() {
      return right != Right.MINIMUM;
    }
  }

  CustomerAccess(CustomerTies ties, OpenDesks desks, LookLog log, Clock clock) {
    this.ties = ties;
    this.desks = desks;
    this.log = log;
    this.clock = clock;
  }

  /** What this person may see of the customer now. Not logged yet. */
  Look look(AgentAccount who, long customer) {
    Key key = new Key(who.id(), customer);
    if (desks.isIdentified(who.id(), customer)) {
      return new Look(Right.CALL, null);
    }
    if (desks.isCalling(who.id(), customer)) {
      return new Look(Right.CALL_OUT, null);
    }
    Optional<CustomerTies.Tie> tie = ties.of(who.id(), customer);
    if (tie.isPresent()) {
      return new Look(Right.valueOf(tie.get().name()), null);
    }
    Given before = given.get(key);
    if (before != null && before.until().isAfter(clock.instant())) {
      return before.look();
    }
    return new Look(who.role() == Role.ADMINISTRATOR ? Right.ADMINISTRATOR : Right.MINIMUM, null);
  }

  /** The same, and what is seen is logged. */
  Look customer(AgentAccount who, long customer) {
    Look look = look(who, customer);
    log.opened(who, customer, Optional.empty(), look);
    return look;
  }

  /** The same for one case of theirs. */
  Look matter(AgentAccount who, long customer, long matter) {
    Look look = look(who, customer);
    log.opened(who, customer, Optional.of(matter), look);
    return look;
  }

  /**
   * Before anything is done with a customer but noting what was said: what one cannot see one would
   * overwrite, and work with somebody is the right to see the whole of them, which nobody takes for
   * themselves.
   *
   * @throws Refusal for whoever sees only the minimum
   */
  Look mustSee(AgentAccount who, long customer) {
    Look look = look(who, customer);
    if (!look.whole()) {
      throw Refusal.forbidden(
              "Make sure who is on the line first, or say why you open this customer.")
          .because(Right.MINIMUM, Optional.empty());
    }
    return look;
  }

  /**
   * The same for one of their cases.
   *
   * @throws Refusal as well when there is no such case
   */
  Look mustSee(AgentAccount who, Cases cases, long matter) {
    return mustSee(who, Stored.value(cases.customerOf(matter)));
  }

  /**
   * Before more of a customer is told than the minimum.
   *
   * @throws Refusal for whoever sees only that
   */
  void mustRead(AgentAccount who, long customer) {
    log.read(who, customer, Optional.empty(), mustSee(who, customer));
  }

  /**
   * The same for one of their cases.
   *
   * @throws Refusal as well when there is no such case
   */
  void mustRead(AgentAccount who, Cases cases, long matter) {
    long customer = Stored.value(cases.customerOf(matter));
    log.read(who, customer, Optional.of(matter), mustSee(who, customer));
  }

  /**
   * Somebody, perhaps they themselves, was given work with this customer.
   *
   * @param by what let them do so
   */
  void tookOn(AgentAccount who, Look by, long customer, long matter, Optional<CallId> call) {
    log.did(Act.TOOK_ON, who, customer, Optional.of(matter), call, by);
  }

  /** Somebody, perhaps they themselves, is to call this customer back: a supervisor said so. */
  void tookOnDebt(AgentAccount who, long customer) {
    log.did(
        Act.TOOK_ON, who, customer, Optional.empty(), Optional.empty(), new Look(Right.DEBT, null));
  }

  /** The customer is being called. */
  void called(AgentAccount who, Look by, long customer, CallId call) {
    log.did(Act.CALLED, who, customer, Optional.empty(), Optional.of(call), by);
  }

  /** The record of a call that others had was read. */
  void openedCall(AgentAccount who, CallRecord call) {
    Right right = who.role() == Role.ADMINISTRATOR ? Right.ADMINISTRATOR : Right.MINIMUM;
    log.openedCall(who, call, new Look(right, null));
  }

  /** An agent without any other right says why; that holds for half an hour. */
  void because(AgentAccount who, long customer, String words) {
    Look look = new Look(Right.OWN_WORDS, words);
    give(who, customer, look);
    log.opened(who, customer, Optional.empty(), look);
  }

  /** Somebody has just entered this customer. */
  void entered(AgentAccount who, long customer) {
    give(who, customer, new Look(Right.AUTHOR, null));
  }

  private void give(AgentAccount who, long customer, Look look) {
    Instant now = clock.instant();
    given.values().removeIf(old -> !old.until().isAfter(now));
    given.put(new Key(who.id(), customer), new Given(look, now.plus(FOR_A_WHILE)));
  }

  /** Made sure who is on the line. */
  void identified(AgentAccount who, CallId call, long customer) {
    desks.identify(call, customer);
    log.did(
        Act.IDENTIFIED,
        who,
        customer,
        Optional.empty(),
        Optional.of(call),
        new Look(Right.CALL, null));
  }

  /** All these were found by their names at least. */
  void searched(AgentAccount who, List<Long> customers) {
    log.searched(who, customers);
  }

  /** All these stood on a list of what others have to do. */
  void listed(AgentAccount who, List<Long> customers) {
    log.listed(who, customers);
  }

  /** Who looks after the others sees what they have to do; anybody else the minimum of it. */
  static boolean seesEverybodys(AgentAccount who) {
    return who.role() != Role.AGENT;
  }
}
