package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.jdbi.v3.core.Handle;

/**
 * What agents are still writing: nobody else reads it, and it outlives browser, session and
 * service.
 */
public final class Drafts {
  /** Of one agent; more than anybody has half-written cases. */
  public static final int MOST = 200;

  private final Database database;

  public Drafts(Database database) {
    this.database = database;
  }

  /** All of an agent's, the last touched first. */
  public List<Draft> of(AgentId agent) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select key, text, kept_at from drafts where agent_id = :agent order by kept_at desc, key")
                .bind("agent", agent.value())
                .map(
                    (row, context) ->
                        new Draft(
                            row.getString("key"),
                            row.getString("text"),
                            AgentRows.instant(row, "kept_at")))
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
    return kept == 0 ? Optional.empty() : Optional.of(new Draft(key, text, now));
  }

  /** Nothing happens when there is none. */
  public void forget(AgentId agent, String key) {
    int unused = database.write(handle -> forget(handle, agent, key));
  }

  /** The note is saved: what was kept of it goes with the same change. */
  static void noteSaved(Handle handle, AgentId author, long matter) {
    int unused = forget(handle, author, "case-" + matter);
  }

  /** Everybody's, of what these keys are about; {@code new-case-3} stands for all its parts. */
  static int erase(Handle handle, List<String> about) {
    return handle
        .createUpdate("delete from drafts where split_part(key, '.', 1) = any(:about)")
        .bindArray("about", String.class, about)
        .execute();
  }

  /** Everybody's, of what was said on these calls. */
  static int eraseOfCalls(Handle handle, List<String> calls) {
    return handle
        .createUpdate("delete from drafts where key = any(:keys)")
        .bindArray("keys", String.class, calls.stream().map(call -> "call-" + call).toList())
        .execute();
  }

  private static int forget(Handle handle, AgentId agent, String key) {
    return handle
        .createUpdate("delete from drafts where agent_id = :agent and key = :key")
        .bind("agent", agent.value())
        .bind("key", key)
        .execute();
  }
}
