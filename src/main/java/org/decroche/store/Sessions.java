package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;

/**
 * Who is signed in. Tokens are handed in already hashed (SHA-256, 32 bytes): what is stored signs
 * nobody in.
 */
public final class Sessions {
  private static final Duration WRITTEN_AT_MOST_EVERY = Duration.ofMinutes(1);

  private final Database database;

  public Sessions(Database database) {
    this.database = database;
  }

  /**
   * Nothing happens when the agent does not exist or is disabled.
   *
   * @param device browser and system, at most 100 signs; empty when not known
   */
  public boolean begin(
      byte[] tokenSha256, AgentId agent, String device, Instant now, Instant expires) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into sessions (token_sha256, agent_id, device, created_at, seen_at, expires_at)
                        select :token, id, :device, :now, :now, :expires from agents where id = :agent and not disabled
                        """)
                    .bind("token", tokenSha256)
                    .bind("agent", agent.value())
                    .bind("device", device)
                    .bind("now", now)
                    .bind("expires", expires)
                    .execute())
        == 1;
  }

  /**
   * Whose session it is, unless it is over or they have been disabled meanwhile. It lasts this long
   * again; that is written once a minute at most.
   */
  public Optional<AgentAccount> use(byte[] tokenSha256, Instant now, Duration life) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    with used as (
                      update sessions set expires_at = :expires, seen_at = :now
                      where token_sha256 = :token and expires_at > :now and expires_at < :stale)
                    select %s
                    from sessions s join agents a on a.id = s.agent_id
                    where s.token_sha256 = :token and s.expires_at > :now and not a.disabled
                    """
                        .formatted(AgentRows.COLUMNS))
                .bind("token", tokenSha256)
                .bind("now", now)
                .bind("expires", now.plus(life))
                .bind("stale", now.plus(life).minus(WRITTEN_AT_MOST_EVERY))
                .map(AgentRows::account)
                .findOne());
  }

  public void end(byte[] tokenSha256) {
    database.write(
        handle ->
            handle
                .createUpdate("delete from sessions where token_sha256 = :token")
                .bind("token", tokenSha256)
                .execute());
  }

  /**
   * A machine that is signed in.
   *
   * @param seen last use, within a minute
   */
  public record Open(long id, SecretBytes tokenSha256, String device, Instant since, Instant seen) {
    @Override
    public String toString() {
      return "session " + id;
    }
  }

  /** Of one agent, the last used first. */
  public List<Open> of(AgentId agent, Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, token_sha256, device, created_at, seen_at from sessions
                    where agent_id = :agent and expires_at > :now order by seen_at desc, id desc
                    """)
                .bind("agent", agent.value())
                .bind("now", now)
                .map(
                    (row, context) ->
                        new Open(
                            row.getLong("id"),
                            new SecretBytes(row.getBytes("token_sha256")),
                            row.getString("device"),
                            AgentRows.instant(row, "created_at"),
                            AgentRows.instant(row, "seen_at")))
                .list());
  }

  /** Sweeps out what is over; returns how many that were. */
  public int sweep(Instant now) {
    return database.write(
        handle ->
            handle
                .createUpdate("delete from sessions where expires_at <= :now")
                .bind("now", now)
                .execute());
  }
}
