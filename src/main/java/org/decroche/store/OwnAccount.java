package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.jspecify.annotations.Nullable;

/** What somebody signs in with, changed by themselves. Codes are handed in already hashed. */
public final class OwnAccount {
  private final Database database;

  public OwnAccount(Database database) {
    this.database = database;
  }

  /**
   * A password hash in its place, unless it is another by now; whoever made the first of two
   * changes at once is told that theirs did not count.
   *
   * @param keep the session that stays; empty to let all stay, when only the hash's cost changed
   */
  public boolean replaceHash(AgentId agent, String was, String fresh, Optional<byte[]> keep) {
    return database.write(
        handle -> {
          int rows =
              handle
                  .createUpdate(
                      "update agents set password_hash = :fresh where id = :id and password_hash = :was")
                  .bind("id", agent.value())
                  .bind("fresh", fresh)
                  .bind("was", was)
                  .execute();
          if (rows == 1 && keep.isPresent()) {
            handle
                .createUpdate(
                    """
                    with forgotten as (delete from known_devices where agent_id = :id)
                    delete from sessions where agent_id = :id and token_sha256 <> :keep
                    """)
                .bind("id", agent.value())
                .bind("keep", keep.get())
                .execute();
          }
          return rows == 1;
        });
  }

  /**
   * How they sign in.
   *
   * @param secret set once they have begun to set a second factor up
   * @param since when it began to be asked for; null when it is not
   * @param codes how many recovery codes are left
   */
  public record Factor(@Nullable SecretBytes secret, @Nullable Instant since, int codes) {
    @Override
    public String toString() {
      return since == null ? "password" : "password and code";
    }
  }

  public Factor factor(AgentId agent) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select totp_secret, totp_since,
                      (select count(*) from recovery_codes where agent_id = id) as codes
                    from agents where id = :id
                    """)
                .bind("id", agent.value())
                .map(
                    (row, context) ->
                        new Factor(
                            secret(row.getBytes("totp_secret")),
                            AgentRows.instantOrNull(row, "totp_since"),
                            row.getInt("codes")))
                .findOne()
                .orElse(new Factor(null, null, 0)));
  }

  private static @Nullable SecretBytes secret(byte @Nullable [] kept) {
    return kept == null ? null : new SecretBytes(kept);
  }

  /** Nothing is asked for with it before {@link #confirm}. False when one is in force already. */
  public boolean prepare(AgentId agent, byte[] secret) {
    return changed(
        "update agents set totp_secret = :secret, totp_step = null where id = :id and totp_since is null",
        agent,
        secret);
  }

  private boolean changed(String sql, AgentId agent, byte[] secret) {
    return database.write(
            handle ->
                handle.createUpdate(sql).bind("id", agent.value()).bind("secret", secret).execute())
        == 1;
  }

  /**
   * From now on it is asked for. False when there is nothing to confirm.
   *
   * @param codesSha256 replace those there were
   */
  public boolean confirm(AgentId agent, long step, List<byte[]> codesSha256, Instant now) {
    return database.write(
        handle -> {
          int rows =
              handle
                  .createUpdate(
                      """
                      update agents set totp_since = :now, totp_step = :step
                      where id = :id and totp_secret is not null and totp_since is null
                      """)
                  .bind("id", agent.value())
                  .bind("now", now)
                  .bind("step", step)
                  .execute();
          if (rows == 1) {
            handle.execute("delete from recovery_codes where agent_id = ?", agent.value());
            codesSha256.forEach(
                code ->
                    handle.execute(
                        "insert into recovery_codes (agent_id, code_sha256) values (?, ?)",
                        agent.value(),
                        code));
          }
          return rows == 1;
        });
  }

  /** A code counts once: false for a time step that is not later than the last one used. */
  public boolean useStep(AgentId agent, long step) {
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        update agents set totp_step = :step
                        where id = :id and totp_since is not null and (totp_step is null or totp_step < :step)
                        """)
                    .bind("id", agent.value())
                    .bind("step", step)
                    .execute())
        == 1;
  }

  public boolean useRecoveryCode(AgentId agent, byte[] codeSha256) {
    return changed(
        "delete from recovery_codes where agent_id = :id and code_sha256 = :secret",
        agent,
        codeSha256);
  }

  /** The password is enough again. */
  public Outcome<AgentAccount> removeFactor(AgentId agent) {
    database.write(
        handle -> {
          handle.execute("delete from recovery_codes where agent_id = ?", agent.value());
          return handle.execute(
              "update agents set totp_since = null, totp_step = null, totp_secret = null where id = ?",
              agent.value());
        });
    return new Agents(database)
        .byId(agent)
        .<Outcome<AgentAccount>>map(Outcome.Done::new)
        .orElseGet(() -> new Outcome.NotFound<>("id"));
  }
}
