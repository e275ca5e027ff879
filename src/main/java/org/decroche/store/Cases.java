package org.decroche.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.CustomerCase.Note;
import org.decroche.store.CustomerCase.Status;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The customers' matters. */
public final class Cases {
  private final Database database;

  public Cases(Database database) {
    this.database = database;
  }

  /** All of a customer's, the open ones first, then by the last touch; at most 100. */
  public List<CustomerCase> of(long customer) {
    return database.read(
        handle ->
            CaseRows.gathered(
                handle
                    .createQuery(
                        CaseRows.select(
                            """
                            select * from cases where customer_id = :customer
                            order by (status = 'closed'), touched_at desc, id desc limit 100
                            """))
                    .bind("customer", customer)));
  }

  public Optional<CustomerCase> byId(long id) {
    return database.read(handle -> find(handle, id));
  }

  /**
   * Refuses an unknown customer, and an owner who is unknown or disabled: someone must be there to
   * own it.
   */
  public Outcome<CustomerCase> create(long customer, Details details, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          if (!mayOwn(handle, details.owner())) {
            return new NotFound<>("ownerId");
          }
          long id =
              bound(
                      handle.createQuery(
                          """
                          insert into cases (customer_id, title, customer_words, owner_id, opened_at, touched_at)
                          values (:customer, :title, :words, :owner, :now, :now) returning id
                          """),
                      details)
                  .bind("customer", customer)
                  .bind("now", now)
                  .mapTo(Long.class)
                  .one();
          return standing(handle, id);
        });
  }

  /** A case may stay with an owner who was disabled meanwhile, but not go to one. */
  public Outcome<CustomerCase> change(long id, Details details, Status status, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          Optional<CustomerCase> before = find(handle, id);
          if (before.isEmpty()) {
            return new NotFound<>("id");
          }
          if (!before.get().owner().equals(details.owner()) && !mayOwn(handle, details.owner())) {
            return new NotFound<>("ownerId");
          }
          bound(
                  handle.createUpdate(
                      """
                      update cases set title = :title, customer_words = :words, owner_id = :owner, status = :status,
                        touched_at = greatest(touched_at, :now)
                      where id = :id
                      """),
                  details)
              .bind("id", id)
              .bind("status", Words.spelt(status))
              .bind("now", now)
              .execute();
          return standing(handle, id);
        });
  }

  /** Adds a line and counts as a touch. What the author had kept of it as a draft is gone. */
  public Outcome<Note> addNote(long id, AgentId author, String text, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          if (find(handle, id).isEmpty()) {
            return new NotFound<>("id");
          }
          handle
              .createUpdate(
                  "insert into case_notes (case_id, author_id, at, text) values (:id, :author, :now, :text)")
              .bind("id", id)
              .bind("author", author.value())
              .bind("now", now)
              .bind("text", text.strip())
              .execute();
          Drafts.noteSaved(handle, author, id);
          handle
              .createUpdate(
                  "update cases set touched_at = greatest(touched_at, :now) where id = :id")
              .bind("id", id)
              .bind("now", now)
              .execute();
          return find(handle, id)
              .flatMap(whole -> whole.notes().stream().max(Comparator.comparingLong(Note::id)))
              .<Outcome<Note>>map(Done::new)
              .orElseGet(() -> new NotFound<>("id"));
        });
  }

  private static boolean mayOwn(Handle handle, AgentId owner) {
    return handle
        .createQuery("select exists (select from agents where id = :owner and not disabled)")
        .bind("owner", owner.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Details details) {
    return statement
        .bind("title", details.title().strip())
        .bind("words", Words.orNull(details.customerWords()))
        .bind("owner", details.owner().value());
  }

  private static Outcome<CustomerCase> standing(Handle handle, long id) {
    return find(handle, id)
        .<Outcome<CustomerCase>>map(Done::new)
        .orElseGet(() -> new NotFound<>("id"));
  }

  private static Optional<CustomerCase> find(Handle handle, long id) {
    return CaseRows.gathered(
            handle
                .createQuery(CaseRows.select("select * from cases where id = :id"))
                .bind("id", id))
        .stream()
        .findFirst();
  }
}
