package org.decroche.store;

import java.time.Instant;
import org.decroche.engine.CaseOwners;
import org.decroche.routing.agent.AgentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose a case is, kept with the case; a line of its notes tells that it changed hands. */
public final class StoredCaseOwners implements CaseOwners {
  private static final Logger LOG = LoggerFactory.getLogger(StoredCaseOwners.class);

  private static final String MOVE =
      """
      with moved as (
        update cases k set owner_id = a.id, touched_at = greatest(k.touched_at, :now)
        from agents a
        where k.id = :case and k.status <> 'closed' and k.owner_id <> a.id and a.id = :to and not a.disabled
        returning k.id, a.name)
      insert into case_notes (case_id, author_id, at, text)
      select id, :by, :now, '→ ' || name from moved
      """;

  private final Database database;

  public StoredCaseOwners(Database database) {
    this.database = database;
  }

  @Override
  public void move(long caseId, AgentId to, AgentId by, Instant at) {
    try {
      int moved =
          database.write(
              handle ->
                  handle
                      .createUpdate(MOVE)
                      .bind("case", caseId)
                      .bind("to", to.value())
                      .bind("by", by.value())
                      .bind("now", at)
                      .execute());
      if (moved == 0) {
        LOG.info("case {} did not change hands: it is closed, gone or theirs already", caseId);
      }
    } catch (DatabaseUnavailable away) {
      LOG.warn("case {} did not change hands: {}", caseId, away.getMessage());
    }
  }
}
