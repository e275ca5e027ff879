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
import org.decroche.store.AccessLog.Entry;
import org.decroche.store.AgentAccount;
import org.decroche.store.CallRecord;
import org.decroche.web.api.CustomerAccess.Look;
import org.decroche.web.json.Words;

/** What of people's looks at customers, and of what they do with them, is a line of the log. */
public final class LookLog {
  /** A list that a page reads every few seconds is one line an hour for each customer on it. */
  private static final Duration OF_A_LIST = Duration.ofHours(1);

  /** A case is read by several questions: its lines, its promises, its letters. */
  private static final Duration OF_A_READING = Duration.ofMinutes(5);

  /** Beyond, all is forgotten, and a line is written twice. */
  private static final int MOST_REMEMBERED = 100_000;

  private final AccessLog log;
  private final Clock clock;
  private final Map<Seen, Instant> lately = new ConcurrentHashMap<>();

  private record Seen(AgentId agent, Act act, long customer, long matter) {}

  /** Nothing was seen lately. */
  public LookLog(AccessLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** A customer was opened, or one of their cases. */
  void opened(AgentAccount who, long customer, Optional<Long> matter, Look look) {
    boolean unused = isNews(who, act(matter), customer, matter, OF_A_READING);
    line(who, act(matter), customer, matter, Optional.empty(), look);
  }

  /** More of what was opened was read; or it was read without being opened first. */
  void read(AgentAccount who, long customer, Optional<Long> matter, Look look) {
    if (isNews(who, act(matter), customer, matter, OF_A_READING)) {
      line(who, act(matter), customer, matter, Optional.empty(), look);
    }
  }

  /** Something was done with them. */
  void did(
      Act act,
      AgentAccount who,
      long customer,
      Optional<Long> matter,
      Optional<CallId> call,
      Look look) {
    line(who, act, customer, matter, call, look);
  }

  /** The record of a call was read; nobody may be known to have called. */
  void openedCall(AgentAccount who, CallRecord call, Look look) {
    log.note(
        new Entry(
            clock.instant(),
            who.id(),
            Act.OPENED_CALL,
            call.customer().map(CallRecord.Person::id).stream().toList(),
            Optional.empty(),
            Optional.of(call.id()),
            Words.word(look.right()),
            null));
  }

  /** All these were found by their names at least. */
  void searched(AgentAccount who, List<Long> customers) {
    log.note(Entry.of(clock.instant(), who.id(), Act.SEARCHED, customers, "search"));
  }

  /** All these stood on a list of what others have to do. */
  public void listed(AgentAccount who, List<Long> customers) {
    List<Long> news =
        customers.stream()
            .distinct()
            .filter(one -> isNews(who, Act.LISTED, one, Optional.empty(), OF_A_LIST))
            .toList();
    if (!news.isEmpty()) {
      log.note(Entry.of(clock.instant(), who.id(), Act.LISTED, news, "list"));
    }
  }

  private static Act act(Optional<Long> matter) {
    return matter.isPresent() ? Act.OPENED_CASE : Act.OPENED_CUSTOMER;
  }

  private boolean isNews(
      AgentAccount who, Act act, long customer, Optional<Long> matter, Duration within) {
    Instant now = clock.instant();
    if (lately.size() >= MOST_REMEMBERED) {
      lately.clear();
    }
    Seen seen = new Seen(who.id(), act, customer, matter.orElse(0L));
    Instant before = lately.get(seen);
    if (before != null && before.plus(within).isAfter(now)) {
      return false;
    }
    lately.put(seen, now);
    return true;
  }

  private void line(
      AgentAccount who,
      Act act,
      long customer,
      Optional<Long> matter,
      Optional<CallId> call,
      Look look) {
    log.note(
        new Entry(
            clock.instant(),
            who.id(),
            act,
            List.of(customer),
            matter,
            call,
            Words.word(look.right()),
            look.words()));
  }
}
