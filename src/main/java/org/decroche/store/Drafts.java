package org.decroche.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CallRecord.Person;
import org.jdbi.v3.core.Handle;

/**
 * What agents are still writing: nobody else reads it, and it outlives browser, session and
 * service.
 */
public final class Drafts {
  /** Of one agent; more than anybody has half-written forms, at some fields each. */
  public static final int MOST = 1000;

  // The name and the title only of somebody this agent has looked at before, which the access log
  // tells: whoever keeps drafts under made-up keys learns nobody's name.
  private static final String OF_AGENT =
      """
      select d.key, d.text, d.kept_at, m.id as case_id, m.title, c.id as customer_id, c.name
      from drafts d
      left join cases k on k.id = substring(d.key from '^case-([0-9]{1,16})')::bigint
      left join calls l on l.id = substring(d.key from '^call-([^:]+)')
      left join customers c on c.id = coalesce(k.customer_id, l.customer_id,
          substring(d.key from '^(?:new-case|customer)-([0-9]{1,16})')::bigint)
        and exists (select from access_log a where a.agent_id = d.agent_id and a.customer_ids @> array[c.id])
      left join cases m on m.id = k.id and m.customer_id = c.id
      where d.agent_id = :agent order by d.kept_at desc, d.key
      """;

  private final Database database;

  public Drafts(Database database) {
    this.database = database;
  }

  /** All of an agent's, the last touched first. */
  public List<Draft> of(AgentId agent) {
    return database.read(
        handle ->
            handle
                .createQuery(OF_AGENT)
                .bind("agent", agent.value())
                .map((row, context) -> draft(row))
                .list());
  }

  /**
   * Keeps this text in place of what was kept under the key. Empty when the agent keeps {@link
   * #MOST} others already: a draft is never pushed out by another.
   */
  public Optional<Draft> keep(AgentId agent, String key, String text, Instant now) {
    int kept =
        database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into drafts (agent_id, key, text, kept_at)
                        select :agent, :key, :text, :now
                        where (select count(*) from drafts where agent_id = :agent and key <> :key) < :most
                        on conflict (agent_id, key) do update set text = excluded.text, kept_at = excluded.kept_at
                        """)
                    .bind("agent", agent.value())
                    .bind("key", key)
                    .bind("text", text)
                    .bind("now", now)
                    .bind("most", MOST)
                    .execute());
    return kept == 0
        ? Optional.empty()
        : Optional.of(new Draft(key, text, now, Optional.empty(), Optional.empty()));
  }

  /** Nothing happens when there is none. */
  public void forget(AgentId agent, String key) {
    int unused = database.write(handle -> forget(handle, agent, key));
  }

  /** The note is saved: what was kept of it goes with the same change. */
  static void noteSaved(Handle handle, AgentId author, long matter) {
    int unused = forget(handle, author, "case-" + matter);
  }

  /**
   * Who turned out to be another: what is half-written in their file is the other's from now on.
   *
   * @return of whom, under which key now; without the words
   */
  static JsonArray customerBecomes(Handle handle, long gone, long kept) {
    return new JsonArray(
        handle
            .createQuery(
                """
                update drafts d set key = regexp_replace(d.key, '[0-9]+', :kept::text)
                where split_part(d.key, '.', 1) in ('new-case-' || :gone, 'customer-' || :gone)
                  and not exists (select from drafts o
                    where o.agent_id = d.agent_id and o.key = regexp_replace(d.key, '[0-9]+', :kept::text))
                returning d.agent_id, d.key
                """)
            .bind("gone", gone)
            .bind("kept", kept)
            .map(
                (row, context) ->
                    new JsonObject()
                        .put("agent", row.getLong("agent_id"))
                        .put("key", row.getString("key")))
            .list());
  }

  /** They were two after all: what is still there of it is in the other's file again. */
  static void customerIsAgain(Handle handle, JsonArray moved, long again) {
    int unused =
        handle
            .createUpdate(
                """
                update drafts d set key = regexp_replace(d.key, '[0-9]+', :again::text)
                from jsonb_to_recordset(cast(:moved as jsonb)) t (agent bigint, key text)
                where d.agent_id = t.agent and d.key = t.key
                  and not exists (select from drafts o
                    where o.agent_id = d.agent_id and o.key = regexp_replace(d.key, '[0-9]+', :again::text))
                """)
            .bind("moved", moved.encode())
            .bind("again", again)
            .execute();
  }

  /** Everybody's, of what these keys are about; {@code new-case-3} stands for all its parts. */
  static int erase(Handle handle, List<String> about) {
    return handle
        .createUpdate("delete from drafts where split_part(key, '.', 1) = any(:about)")
        .bindArray("about", String.class, about)
        .execute();
  }

  /** Everybody's, of what was said on these calls and is asked about them. */
  static int eraseOfCalls(Handle handle, List<String> calls) {
    return handle
        .createUpdate("delete from drafts where split_part(key, ':', 1) = any(:keys)")
        .bindArray("keys", String.class, calls.stream().map(call -> "call-" + call).toList())
        .execute();
  }

  private static Draft draft(ResultSet row) throws SQLException {
    long customerId = row.getLong("customer_id");
    long caseId = row.getLong("case_id");
    Optional<Person> customer =
        Optional.ofNullable(row.getString("name")).map(name -> new Person(customerId, name));
    Optional<Draft.Titled> matter =
        Optional.ofNullable(row.getString("title")).map(title -> new Draft.Titled(caseId, title));
    return new Draft(
        row.getString("key"),
        row.getString("text"),
        AgentRows.instant(row, "kept_at"),
        customer,
        matter);
  }

  private static int forget(Handle handle, AgentId agent, String key) {
    return handle
        .createUpdate("delete from drafts where agent_id = :agent and key = :key")
        .bind("agent", agent.value())
        .bind("key", key)
        .execute();
  }
}
