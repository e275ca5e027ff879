package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
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

  /** Nothing happens when the agent does not exist or is disabled. */
  public boolean begin(byte[] tokenSha256, AgentId agent, Instant now, Instant expires) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into sessions (token_sha256, agent_id, created_at, expires_at)
                        select :token, id, :now, :expires from agents where id = :agent and not disabled
                        """)
                    .bind("token", tokenSha256)
                    .bind("agent", agent.value())
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
                      update sessions set expires_at = :expires
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
