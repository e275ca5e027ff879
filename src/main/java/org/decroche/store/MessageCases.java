package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;

/** Which case a message is a line of. */
final class MessageCases {
  private static final int LONGEST_TITLE = 80;

  private static final String TOUCHED =
      "update cases set touched_at = greatest(touched_at, :now) where id = :id";

  /** What was waited for has come, or something else: either way somebody has to read it. */
  private static final String OUR_MOVE =
      """
      with back as (
        update cases set status = 'waiting-for-us', waiting_until = null, version = version + 1
        where id = :id and status = 'waiting-for-customer' returning id, version)
      insert into timeline (case_id, at, kind, version, detail)
      select id, :now, 'status', version,
        jsonb_build_object('from', 'waiting-for-customer', 'to', 'waiting-for-us', 'because', 'message')
      from back
      """;

  private MessageCases() {}

  /**
   * The case it is on.
   *
   * @param opened whether it was opened for it
   */
  record On(long matter, boolean opened) {}

  /** Whose it is by the rule of debts; without a number to ask with, whoever has their case. */
  static Optional<AgentId> owner(
      Handle handle, long customer, Optional<PhoneNumber> number, FrontDoorId door, Instant now) {
    return number.isPresent()
        ? DebtOwners.find(handle, Optional.of(customer), number.get(), door, now)
        : handle
            .createQuery(
                """
                select k.owner_id from cases k join agents a on a.id = k.owner_id and not a.disabled
                where k.customer_id = :customer and k.status <> 'closed' order by k.touched_at desc, k.id desc limit 1
                """)
            .bind("customer", customer)
            .mapTo(Long.class)
            .map(AgentId::new)
            .findOne();
  }

  /** The open one touched last; else a new one with these words. */
  static On on(Handle handle, long customer, String words, Optional<AgentId> owner, Instant now) {
    Optional<Long> open =
        handle
            .createQuery(
                """
                select id from cases where customer_id = :customer and status <> 'closed'
                order by touched_at desc, id desc limit 1 for update
                """)
            .bind("customer", customer)
            .mapTo(Long.class)
            .findOne();
    return open.map(matter -> new On(matter, false))
        .orElseGet(() -> new On(create(handle, customer, words, owner, now), true));
  }

  /** Tells of it on the case, which is touched by it: the customer has moved. */
  static void tell(
      Handle handle, On on, long message, Messages.By by, Messages.Written written, Instant now) {
    TimelineEntry.Kind kind = on.opened() ? TimelineEntry.Kind.OPENED : TimelineEntry.Kind.MESSAGE;
    TimelineLine line =
        by instanceof Messages.By.Typed typed
            ? TimelineLine.by(typed.agent(), on.matter(), kind, now)
            : TimelineLine.byItself(on.matter(), kind, now);
    line.saying(written.words().strip())
        .with("messageId", message)
        .with("name", written.name().orElse(null))
        .add(handle);
    for (String change : List.of(OUR_MOVE, TOUCHED)) {
      handle.createUpdate(change).bind("now", now).bind("id", on.matter()).execute();
    }
  }

  /**
   * Nobody's case is nobody's worry: where the rule finds nobody, the first administrator has it.
   */
  private static long create(
      Handle handle, long customer, String words, Optional<AgentId> owner, Instant now) {
    return handle
        .createQuery(
            """
            insert into cases (customer_id, title, customer_words, owner_id, opened_at, touched_at)
            values (:customer, :title, :words, coalesce(:owner::bigint,
              (select min(id) from agents where role = 'administrator' and not disabled)), :now, :now)
            returning id
            """)
        .bind("customer", customer)
        .bind("title", title(words))
        .bind("words", words.strip())
        .bind("owner", owner.map(AgentId::value).orElse(null))
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  /** The beginning of their words, cut between two of them. */
  static String title(String words) {
    String line =
        words.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ").strip();
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int cut = line.lastIndexOf(' ', LONGEST_TITLE);
    int end =
        cut > 0
            ? cut
            : line.offsetByCodePoints(
                0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length())) - 1);
    return line.substring(0, end).strip() + "…";
  }
}
