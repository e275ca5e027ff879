package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What people write instead of calling. It becomes a line of their case, or a case, and we owe them
 * a call for it: nobody is answered in writing.
 */
public final class Messages {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** More than a person in need sends; fewer than a joker wants to. */
  private static final int PER_NUMBER_AND_HOUR = 3;

  private final Database database;

  public Messages(Database database) {
    this.database = database;
  }

  /** Who took it in: a page's form, or an agent who typed it. */
  public sealed interface By {
    /** A form. */
    record Form(Sites.Site site) implements By {}

    /** An agent, from a letter of this customer; its team calls back. */
    record Typed(AgentId agent, long customer, FrontDoorId door) implements By {}
  }

  /**
   * What was written.
   *
   * @param name as they wrote it
   * @param number where they want to be called; empty only of a letter by somebody whose numbers we
   *     know, or who has none
   */
  public record Written(Optional<String> name, Optional<PhoneNumber> number, String words) {}

  /**
   * What becomes of it.
   *
   * @param opened whether it opened the case
   * @param by who will call; empty when there is nobody, or no number to call
   * @param due by when; empty when there is no number to call
   * @param shownTo whose desks show something else now
   */
  public record Taken(
      long id,
      long customer,
      long matter,
      boolean opened,
      Optional<String> by,
      Optional<Instant> due,
      Set<AgentId> shownTo) {
    public Taken {
      shownTo = Set.copyOf(shownTo);
    }
  }

  /** One that lies on a case. */
  public record Message(
      long id,
      Instant received,
      @Nullable String name,
      @Nullable String number,
      String words,
      @Nullable String site,
      @Nullable String typedBy) {}

  /**
   * Takes it in, whole or not at all.
   *
   * @return a conflict about {@code number} or {@code site} when too many came from there within
   *     the last hour
   */
  public Outcome<Taken> take(By by, Written written, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          // As the debts of calls are made: one at a time.
          handle
              .createQuery("select pg_advisory_xact_lock(hashtext('decroche.debts'))")
              .mapTo(String.class)
              .list();
          return switch (by) {
            case By.Form(Sites.Site site) -> {
              Optional<String> tooMany = tooMany(handle, site, written, now);
              yield tooMany.isPresent()
                  ? new Conflict<>(tooMany.get())
                  : new Done<>(
                      take(
                          handle,
                          by,
                          site.settings().door(),
                          Senders.find(handle, written),
                          written,
                          now));
            }
            case By.Typed typed -> {
              Optional<Long> customer = KeptCustomer.of(handle, typed.customer());
              yield customer.isEmpty()
                  ? new NotFound<>("id")
                  : new Done<>(
                      take(
                          handle,
                          by,
                          typed.door(),
                          customer.get(),
                          withTheirNumber(handle, customer.get(), written),
                          now));
            }
          };
        });
  }

  /** Those on a case, newest first; at most 100. */
  public List<Message> of(long matter) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select m.*, s.name as site_name, a.name as agent_name from messages m
                    left join sites s on s.id = m.site_id left join agents a on a.id = m.typed_by
                    where m.case_id = :case order by m.received_at desc, m.id desc limit 100
                    """)
                .bind("case", matter)
                .map(Messages::message)
                .list());
  }

  private static Taken take(
      Handle handle, By by, FrontDoorId door, long customer, Written written, Instant now) {
    Optional<AgentId> owner = MessageCases.owner(handle, customer, written.number(), door, now);
    MessageCases.On on = MessageCases.on(handle, customer, written.words(), owner, now);
    Optional<Long> debt =
        written
            .number()
            .map(number -> MessageDebts.owe(handle, customer, number, door, owner, now));
    long id =
        handle
            .createQuery(
                """
                insert into messages (site_id, typed_by, received_at, customer_id, name, number, words, case_id, debt_id)
                values (:site, :agent, :now, :customer, :name, :number, :words, :case, :debt) returning id
                """)
            .bind("site", by instanceof By.Form form ? form.site().id() : null)
            .bind("agent", by instanceof By.Typed typed ? typed.agent().value() : null)
            .bind("now", now)
            .bind("customer", customer)
            .bind("name", written.name().map(String::strip).orElse(null))
            .bind("number", written.number().map(PhoneNumber::e164).orElse(null))
            .bind("words", written.words().strip())
            .bind("case", on.matter())
            .bind("debt", debt.orElse(null))
            .mapTo(Long.class)
            .one();
    MessageCases.tell(handle, on, id, by, written, now);
    Optional<MessageDebts.Promised> promised =
        debt.map(owed -> MessageDebts.promised(handle, owed));
    return new Taken(
        id,
        customer,
        on.matter(),
        on.opened(),
        promised.flatMap(MessageDebts.Promised::by),
        promised.map(MessageDebts.Promised::due),
        debt.map(owed -> Debts.shownTo(handle, List.of(owed), now)).orElse(Set.of()));
  }

  private static Optional<String> tooMany(
      Handle handle, Sites.Site site, Written written, Instant now) {
    if (count(handle, "site_id = :what", site.id(), now) >= site.settings().perHour()) {
      return Optional.of("site");
    }
    return written
        .number()
        .filter(
            number -> count(handle, "number = :what", number.e164(), now) >= PER_NUMBER_AND_HOUR)
        .map(number -> "number");
  }

  private static int count(Handle handle, String which, Object what, Instant now) {
    return handle
        .createQuery("select count(*) from messages where received_at > :since and " + which)
        .bind("since", now.minus(AN_HOUR))
        .bind("what", what)
        .mapTo(Integer.class)
        .one();
  }

  /** A letter seldom says a number: we know one, or do not. */
  private static Written withTheirNumber(Handle handle, long customer, Written written) {
    return written.number().isPresent()
        ? written
        : new Written(
            written.name(),
            handle
                .createQuery(
                    "select number from customer_numbers where customer_id = :customer order by number limit 1")
                .bind("customer", customer)
                .mapTo(String.class)
                .map(PhoneNumber::new)
                .findOne(),
            written.words());
  }

  private static Message message(ResultSet row, StatementContext context) throws SQLException {
    return new Message(
        row.getLong("id"),
        AgentRows.instant(row, "received_at"),
        row.getString("name"),
        row.getString("number"),
        row.getString("words"),
        row.getString("site_name"),
        row.getString("agent_name"));
  }
}
