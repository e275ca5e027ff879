package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;

/** What was said and done on cases: read, and added to. Nothing here can be changed. */
public final class Timelines {
  private final Database database;

  public Timelines(Database database) {
    this.database = database;
  }

  /**
   * Somebody who is writing on a case at the moment, or has left something half-written.
   *
   * @param since when the last of it was kept
   */
  public record Writer(Agent agent, Instant since) {}

  /**
   * The lines of a case, the last one first.
   *
   * @param before only lines that stand before this one
   * @return empty when there is no such case
   */
  public Optional<List<TimelineEntry>> of(long matter, OptionalLong before, int limit) {
    return database.read(
        handle ->
            exists(handle, matter)
                ? Optional.of(
                    handle
                        .createQuery(
                            TimelineRows.SELECT
                                + """
                                where t.case_id = :case
                                  and (:before::bigint is null or (t.at, t.id) <
                                    (select b.at, b.id from timeline b where b.id = :before and b.case_id = :case))
                                order by t.at desc, t.id desc limit :limit
                                """)
                        .bind("case", matter)
                        .bind("before", before.isPresent() ? before.getAsLong() : null)
                        .bind("limit", limit)
                        .map(TimelineRows::entry)
                        .list())
                : Optional.empty());
  }

  /**
   * Adds what somebody says. What they had kept of it as a draft is gone.
   *
   * @param call during which it was said
   * @param corrects the line it sets right, one that a person wrote on this case
   */
  public Outcome<TimelineEntry> say(
      long matter,
      AgentId author,
      String text,
      Optional<CallId> call,
      OptionalLong corrects,
      Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          if (!exists(handle, matter)) {
            return new NotFound<>("id");
          }
          if (corrects.isPresent() && !isWrittenOn(handle, matter, corrects.getAsLong())) {
            return new NotFound<>("corrects");
          }
          TimelineLine line =
              TimelineLine.by(
                      author, matter, corrects.isPresent() ? Kind.CORRECTION : Kind.NOTE, now)
                  .saying(text.strip())
                  .during(call);
          long id =
              (corrects.isPresent() ? line.correcting(corrects.getAsLong()) : line).added(handle);
          Drafts.noteSaved(handle, author, matter);
          return new Done<>(entry(handle, id));
        });
  }

  /**
   * Notes that somebody decided against a rule. Nobody has to allow it.
   *
   * @param rule by its name, one line of 1 to 100 characters
   */
  public Outcome<TimelineEntry> except(
      long matter,
      AgentId author,
      String rule,
      String sentence,
      Optional<CallId> call,
      Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          if (!exists(handle, matter)) {
            return new NotFound<>("id");
          }
          long id =
              TimelineLine.by(author, matter, Kind.EXCEPTION, now)
                  .saying(sentence.strip())
                  .during(call)
                  .with("rule", rule.strip())
                  .added(handle);
          return new Done<>(entry(handle, id));
        });
  }

  /** Notes that a call was made for a case, which is touched by it. */
  public void called(long matter, AgentId by, CallId call, Instant now) {
    long unused =
        database.write(
            handle ->
                TimelineLine.by(by, matter, Kind.CALL, now)
                    .during(Optional.of(call))
                    .added(handle));
  }

  /** Who else has something half-written on a case, the last one first. What it says is theirs. */
  public List<Writer> writing(long matter, AgentId reader) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select a.id, a.name, max(d.kept_at) as since
                    from drafts d join agents a on a.id = d.agent_id
                    where (d.key = 'case-' || :case or d.key like 'case-' || :case || '.%')
                      and d.agent_id <> :reader
                    group by a.id, a.name order by since desc, a.id
                    """)
                .bind("case", Long.toString(matter))
                .bind("reader", reader.value())
                .map(
                    (row, context) ->
                        new Writer(
                            new Agent(new AgentId(row.getLong("id")), row.getString("name")),
                            AgentRows.instant(row, "since")))
                .list());
  }

  static TimelineEntry entry(Handle handle, long id) {
    return handle
        .createQuery(TimelineRows.SELECT + "where t.id = :id")
        .bind("id", id)
        .map(TimelineRows::entry)
        .one();
  }

  private static boolean exists(Handle handle, long matter) {
    return handle
        .createQuery("select exists (select from cases where id = :id)")
        .bind("id", matter)
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean isWrittenOn(Handle handle, long matter, long entry) {
    return handle
        .createQuery(
            """
            select exists (select from timeline
              where id = :id and case_id = :case and text is not null and author_id is not null)
            """)
        .bind("id", entry)
        .bind("case", matter)
        .mapTo(Boolean.class)
        .one();
  }
}
