package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.store.SettingChange.Act;
import org.decroche.store.SettingChange.Which;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who looks after the others chooses for one of them: kept together with a line of
 * the change log that says who it was.
 */
public final class ChosenForOthers {
  private final Database database;
  private final Agents agents;
  private final SettingChanges changes;

  public ChosenForOthers(Database database) {
    this.database = database;
    this.agents = new Agents(database);
    this.changes = new SettingChanges(database);
  }

  /** As {@link Agents#choose}; no line when it was so already. */
  public Outcome<AgentAccount> choose(
      AgentId by, AgentId whose, Availability chosen, @Nullable String reason, Instant now) {
    return database.write(
        handle -> {
          Optional<JsonObject> before = agents.byId(whose).map(ChosenForOthers::document);
          Outcome<AgentAccount> outcome = agents.choose(whose, chosen, reason, now);
          if (outcome instanceof Outcome.Done<AgentAccount>(AgentAccount stands)) {
            Optional<JsonObject> after = Optional.of(document(stands));
            if (!before.equals(after)) {
              long unused =
                  changes.note(
                      new SettingChanges.Entry(
                          now,
                          by,
                          new Which(Setting.AVAILABILITY, String.valueOf(whose.value())),
                          Act.CHANGED,
                          before,
                          after,
                          Optional.empty()));
            }
          }
          return outcome;
        });
  }

  private static JsonObject document(AgentAccount agent) {
    return new JsonObject()
        .put("availability", agent.availability().name().toLowerCase(Locale.ROOT))
        .put("awayReason", agent.awayReason());
  }
}
