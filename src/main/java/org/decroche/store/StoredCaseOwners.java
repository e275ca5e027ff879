package org.decroche.store;

import java.time.Instant;
import java.util.Optional;
import org.decroche.engine.CaseOwners;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose a case is, kept with the case; a line of its timeline tells that it changed hands. */
public final class StoredCaseOwners implements CaseOwners {
  private static final Logger LOG = LoggerFactory.getLogger(StoredCaseOwners.class);

  private final Database database;

  public StoredCaseOwners(Database database) {
    this.database = database;
  }

  @Override
  public void move(long caseId, AgentId to, AgentId by, CallId call, String summary, Instant at) {
    try {
      boolean moved =
          database.write(
              handle -> {
                boolean mayOwn = Cases.mayOwn(handle, to);
                Optional<HeldCase> held =
                    HeldCase.any(handle, caseId)
                        .filter(one -> mayOwn)
                        .filter(one -> one.status().isOpen() && !one.owner().equals(to));
                held.ifPresent(
                    one -> Ownership.give(handle, one, to, summary, Optional.of(call), by, at));
                return held.isPresent();
              });
      if (!moved) {
        LOG.info("case {} did not change hands: it is closed, gone or theirs already", caseId);
      }
    } catch (DatabaseUnavailable away) {
      LOG.warn("case {} did not change hands: {}", caseId, away.getMessage());
    }
  }
}
