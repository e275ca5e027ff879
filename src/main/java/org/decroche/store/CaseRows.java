package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.casework.CaseStatus;
import org.decroche.casework.Closing;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CustomerCase.Awaited;
import org.decroche.store.CustomerCase.Closed;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.CustomerCase.Note;
import org.decroche.store.CustomerCase.Promised;
import org.decroche.store.CustomerCase.Standing;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of cases, and then in one more question the lines that belong to them. */
final class CaseRows {
  private static final String LINES =
      TimelineRows.SELECT
          + """
          where t.case_id = any(:cases)
            and (t.kind = 'exception' or t.kind in ('note', 'correction', 'owner') and t.text is not null)
          order by t.at desc, t.id desc
          """;

  private CaseRows() {}

  /**
   * @param cases a statement that chooses the cases
   */
  static String select(String cases) {
    return """
        select k.*, o.name as owner_name, h.name as heard_by_name,
          m.by_id, r.name as by_name, m.due_at as promise_due, e.party, e.due_at as errand_due
        from (%s) k
        join agents o on o.id = k.owner_id
        left join agents h on h.id = k.heard_by
        left join lateral (
          select by_id, due_at from promises where case_id = k.id and state = 'open'
          order by due_at, id limit 1) m on true
        left join agents r on r.id = m.by_id
        left join lateral (
          select party, due_at from errands where case_id = k.id and state = 'open'
          order by due_at, id limit 1) e on true
        order by (k.status = 'closed'), k.touched_at desc, k.id desc
        """
        .formatted(cases);
  }

  static List<CustomerCase> gathered(Handle handle, Query query) {
    List<CustomerCase> bare = query.map(CaseRows::bare).list();
    if (bare.isEmpty()) {
      return bare;
    }
    Map<Long, List<TimelineEntry>> lines = new HashMap<>();
    handle
        .createQuery(LINES)
        .bindArray("cases", Long.class, bare.stream().map(CustomerCase::id).toArray())
        .map(
            (row, context) ->
                lines
                    .computeIfAbsent(row.getLong("case_id"), anew -> new ArrayList<>())
                    .add(TimelineRows.entry(row, context)))
        .list();
    return bare.stream()
        .map(one -> withLines(one, lines.getOrDefault(one.id(), List.of())))
        .toList();
  }

  static <S extends SqlStatement<S>> S bound(S statement, Details details) {
    return statement
        .bind("title", details.title().strip())
        .bind("words", Words.orNull(details.customerWords()))
        .bind("effect", Words.orNull(details.effect()))
        .bind("technical", Words.orNull(details.technical()));
  }

  private static CustomerCase bare(ResultSet row, StatementContext context) throws SQLException {
    return new CustomerCase(
        row.getLong("id"),
        row.getLong("customer_id"),
        new Details(
            row.getString("title"),
            row.getString("customer_words"),
            row.getString("effect"),
            row.getString("technical")),
        new AgentId(row.getLong("owner_id")),
        row.getString("owner_name"),
        row.getInt("version"),
        standing(row),
        AgentRows.instant(row, "opened_at"),
        AgentRows.instant(row, "touched_at"),
        promise(row),
        errand(row),
        List.of(),
        List.of());
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        Words.read(CaseStatus.class, row.getString("status")),
        Optional.ofNullable(AgentRows.instantOrNull(row, "waiting_until")),
        closed(row));
  }

  private static Optional<Closed> closed(ResultSet row) throws SQLException {
    Instant at = AgentRows.instantOrNull(row, "closed_at");
    if (at == null) {
      return Optional.empty();
    }
    Closing word =
        new Closing(
            row.getString("closing"),
            new AgentId(row.getLong("heard_by")),
            AgentRows.instant(row, "heard_at"),
            source(row.getString("heard_on"), row.getString("heard_in")));
    return Optional.of(new Closed(at, word, row.getString("heard_by_name")));
  }

  private static Closing.Source source(String call, String message) {
    if (call != null) {
      return new Closing.OnCall(new CallId(call));
    }
    return message == null ? new Closing.BeforeUs() : new Closing.InWriting(message);
  }

  private static Optional<Promised> promise(ResultSet row) throws SQLException {
    String name = row.getString("by_name");
    return name == null
        ? Optional.empty()
        : Optional.of(
            new Promised(
                new Agent(new AgentId(row.getLong("by_id")), name),
                AgentRows.instant(row, "promise_due")));
  }

  private static Optional<Awaited> errand(ResultSet row) throws SQLException {
    String party = row.getString("party");
    return party == null
        ? Optional.empty()
        : Optional.of(new Awaited(party, AgentRows.instant(row, "errand_due")));
  }

  private static CustomerCase withLines(CustomerCase bare, List<TimelineEntry> lines) {
    return new CustomerCase(
        bare.id(),
        bare.customer(),
        bare.details(),
        bare.owner(),
        bare.ownerName(),
        bare.version(),
        bare.standing(),
        bare.openedAt(),
        bare.touchedAt(),
        bare.promise(),
        bare.errand(),
        lines.stream().filter(line -> line.kind() == Kind.EXCEPTION).toList(),
        lines.stream()
            .filter(line -> line.kind() != Kind.EXCEPTION)
            .flatMap(line -> note(line).stream())
            .toList());
  }

  /** A line that nobody wrote, or without words, is no note. */
  private static Optional<Note> note(TimelineEntry line) {
    String text = line.text();
    return text == null
        ? Optional.empty()
        : line.author()
            .map(author -> new Note(line.id(), line.at(), author.id(), author.name(), text));
  }
}
