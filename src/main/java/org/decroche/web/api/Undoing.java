package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Setting;
import org.decroche.store.SettingChange;
import org.decroche.store.SettingChange.Act;
import org.decroche.store.SettingChange.Which;
import org.decroche.store.SettingChanges;

/**
 * Takes a change back by a new one, where nothing newer stands on it: of a change, only the fields
 * that it changed, each of which must still be as it left them.
 */
final class Undoing {
  private final SettingChanges changes;
  private final ChangeLog log;

  Undoing(SettingChanges changes, ChangeLog log) {
    this.changes = changes;
    this.log = log;
  }

  /**
   * Undoes it.
   *
   * @return the new change
   * @throws Refusal saying what newer one stands on it, or why it cannot be taken back
   */
  SettingChange undo(AgentId by, long id) {
    return log.together(
        () -> {
          SettingChange change = Stored.value(changes.byId(id));
          Which which = change.which();
          if (which.setting() == Setting.AVAILABILITY) {
            throw Refusal.conflict(
                null, "Whether somebody is ready is theirs to say by now: ask them, or change it.");
          }
          Kept kept = log.of(which.setting());
          long undoneBefore = changes.undoing(id).map(SettingChange::id).orElse(0L);
          switch (change.act()) {
            case ADDED -> {
              refuseNewer(change, change.fields());
              refuseNewerRouting(change);
              log.changed(by, which, Optional.of(id), nothing(() -> kept.remove(which.key())));
            }
            case CHANGED -> {
              JsonObject wanted = wanted(change);
              log.changed(by, which, Optional.of(id), nothing(() -> kept.put(which.key(), wanted)));
            }
            case REMOVED -> {
              if (kept.stands(which.key()).isPresent()) {
                throw newer(change, change.fields());
              }
              JsonObject before = change.before().orElseThrow();
              String unused =
                  log.added(
                      by, which.setting(), Optional.of(id), () -> kept.add(before), key -> key);
            }
            case SECRET_RENEWED ->
                throw Refusal.conflict(
                    null, "The old secret is kept nowhere: it cannot be brought back.");
            case SECOND_FACTOR_REMOVED ->
                throw Refusal.conflict(
                    null, "The old second factor is kept nowhere: its owner sets up a new one.");
          }
          // Not the newest of all lines: what is chosen for colleagues is written at any moment.
          return changes
              .undoing(id)
              .filter(line -> line.id() > undoneBefore)
              .orElseThrow(() -> Refusal.conflict(null, "It stands as it was before already."));
        });
  }

  /** As it stands now, with the changed fields as they were before. */
  private JsonObject wanted(SettingChange change) {
    refuseNewer(change, change.fields());
    JsonObject now = stands(change).orElseThrow();
    Map<String, Object> before = change.before().orElseThrow().getMap();
    for (String field : change.fields()) {
      if (before.containsKey(field)) {
        now.put(field, before.get(field));
      } else {
        now.remove(field);
      }
    }
    return now;
  }

  private void refuseNewer(SettingChange change, List<String> fields) {
    JsonObject after = change.after().orElseThrow();
    JsonObject now = stands(change).orElseThrow(() -> newer(change, fields));
    List<String> touched =
        SettingChange.differing(after, now).stream().filter(fields::contains).toList();
    if (!touched.isEmpty()) {
      throw newer(change, touched);
    }
  }

  /** A front door takes its routing with it: what somebody set there since is not lost by that. */
  private void refuseNewerRouting(SettingChange added) {
    if (added.which().setting() != Setting.FRONT_DOOR) {
      return;
    }
    Which routing = new Which(Setting.ROUTING, added.which().key());
    List<SettingChange> later =
        changes.since(routing, added.id()).stream()
            .filter(line -> line.act() == Act.CHANGED)
            .toList();
    if (later.isEmpty()) {
      return;
    }
    JsonObject asAdded = later.getLast().before().orElseThrow();
    JsonObject now = log.of(Setting.ROUTING).stands(routing.key()).orElseThrow();
    List<String> touched = SettingChange.differing(asAdded, now);
    if (!touched.isEmpty()) {
      throw newer(routing, added.id(), touched);
    }
  }

  private Refusal newer(SettingChange change, List<String> fields) {
    return newer(change.which(), change.id(), fields);
  }

  private Refusal newer(Which which, long id, List<String> fields) {
    String by =
        changes.since(which, id).stream()
            .filter(later -> later.fields().stream().anyMatch(fields::contains))
            .findFirst()
            .map(later -> later.by().name())
            .orElse("");
    return Refusal.standsOnIt(by, fields);
  }

  private Optional<JsonObject> stands(SettingChange change) {
    return log.of(change.which().setting()).stands(change.which().key());
  }

  private static java.util.function.Supplier<Boolean> nothing(Runnable doing) {
    return () -> {
      doing.run();
      return true;
    };
  }
}
