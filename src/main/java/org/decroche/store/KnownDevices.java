package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
import org.decroche.routing.agent.AgentId;

/** Browsers that somebody has signed in with before. Tokens are handed in already hashed. */
public final class KnownDevices {
  /** Browsers keep a cookie no longer either. */
  public static final Duration KEPT = Duration.ofDays(365);

  private final Database database;

  public KnownDevices(Database database) {
    this.database = database;
  }

  public void add(byte[] tokenSha256, AgentId agent, Instant now) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into known_devices (token_sha256, agent_id, seen_at) values (:token, :agent, :now)
                    on conflict (token_sha256) do update set seen_at = :now where known_devices.agent_id = :agent
                    """)
                .bind("token", tokenSha256)
                .bind("agent", agent.value())
                .bind("now", now)
                .execute());
  }

  public boolean knows(byte[] tokenSha256, String login) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select exists (select from known_devices d join agents a on a.id = d.agent_id
                      where d.token_sha256 = :token and a.login = :login)
                    """)
                .bind("token", tokenSha256)
                .bind("login", login)
                .mapTo(Boolean.class)
                .one());
  }

  /** Forgets those not seen for a year; returns how many that were. */
  public int sweep(Instant now) {
    return database.write(
        handle ->
            handle
                .createUpdate("delete from known_devices where seen_at < :before")
                .bind("before", now.minus(KEPT))
                .execute());
  }
}
