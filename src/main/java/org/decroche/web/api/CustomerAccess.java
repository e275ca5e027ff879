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
import org.decroche.store.AccessLog;
import org.decroche.store.AccessLog.Act;
import org.decroche.store.AgentAccount;
import org.decroche.store.Cases;
import org.decroche.store.CustomerTies;
import org.decroche.store.Role;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.Words;
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
  private final AccessLog log;
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

  CustomerAccess(CustomerTies ties, OpenDesks desks, AccessLog log, Clock clock) {
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
    note(who, Act.OPENED_CUSTOMER, customer, Optional.empty(), look);
    return look;
  }

  /** The same for one case of theirs. */
  Look matter(AgentAccount who, long customer, long matter) {
    Look look = look(who, customer);
    note(who, Act.OPENED_CASE, customer, Optional.of(matter), look);
    return look;
  }

  /**
   * Before the whole of a customer is changed: what one cannot see one would overwrite.
   *
   * @throws Refusal for whoever sees only the minimum
   */
  void mustSee(AgentAccount who, long customer) {
    if (!look(who, customer).whole()) {
      throw Refusal.forbidden(
          "Make sure who is on the line first, or say why you open this customer.");
    }
  }

  /**
   * The same for one of their cases.
   *
   * @throws Refusal as well when there is no such case
   */
  void mustSee(AgentAccount who, Cases cases, long matter) {
    mustSee(who, Stored.value(cases.customerOf(matter)));
  }

  /** An agent without any other right says why; that holds for half an hour. */
  void because(AgentAccount who, long customer, String words) {
    Look look = new Look(Right.OWN_WORDS, words);
    give(who, customer, look);
    note(who, Act.OPENED_CUSTOMER, customer, Optional.empty(), look);
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
    log.note(
        new AccessLog.Entry(
            clock.instant(),
            who.id(),
            Act.IDENTIFIED,
            List.of(customer),
            Optional.empty(),
            Optional.of(call),
            Words.word(Right.CALL),
            null));
  }

  /** All these were shown by their names at least. */
  void searched(AgentAccount who, List<Long> customers) {
    log.note(AccessLog.Entry.of(clock.instant(), who.id(), Act.SEARCHED, customers, "search"));
  }

  private void note(AgentAccount who, Act act, long customer, Optional<Long> matter, Look look) {
    log.note(
        new AccessLog.Entry(
            clock.instant(),
            who.id(),
            act,
            List.of(customer),
            matter,
            Optional.empty(),
            Words.word(look.right()),
            look.words()));
  }
}
