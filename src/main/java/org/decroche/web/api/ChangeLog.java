package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Setting;
import org.decroche.store.SettingChange;
import org.decroche.store.SettingChange.Act;
import org.decroche.store.SettingChange.Which;
import org.decroche.store.SettingChanges;
import org.jspecify.annotations.Nullable;

/**
 * Every change of a setting goes through here: written down with what it was made on, and refused
 * when that has changed since the one who asks looked (issue 5: nothing is overwritten silently).
 */
final class ChangeLog {
  private final SettingChanges changes;
  private final Map<Setting, Kept> kept;
  private final Clock clock;

  ChangeLog(SettingChanges changes, Map<Setting, Kept> kept, Clock clock) {
    this.changes = changes;
    this.kept = new EnumMap<>(kept);
    this.clock = clock;
  }

  Kept of(Setting setting) {
    Kept found = kept.get(setting);
    if (found == null) {
      throw new IllegalStateException("nothing keeps " + setting);
    }
    return found;
  }

  /** What whoever changes it next has to name; 0 when nobody has changed it. */
  long version(Setting setting, long id) {
    return changes.version(new Which(setting, String.valueOf(id)));
  }

  long version(Setting setting, String key) {
    return changes.version(new Which(setting, key));
  }

  /** The version of each that has been changed, by key. */
  Map<String, Long> versions(Setting setting) {
    return changes.versions(setting);
  }

  /** The last change of all, whatever of; 0 when there is none. */
  long last() {
    return changes.last();
  }

  /**
   * Refuses what was looked at before somebody changed a setting; only inside {@link #together}
   * nobody does so after it.
   *
   * @param seen the {@link #last} change when it was looked at
   */
  void refuseOvertaken(long seen) {
    List<SettingChange> since = changes.ofFileSince(seen);
    if (!since.isEmpty()) {
      throw Refusal.overtaken(since);
    }
  }

  /** Does all of this or nothing of it; an exception is nothing. */
  <T> T together(Supplier<T> work) {
    return changes.together(work);
  }

  /**
   * Does it and writes it down.
   *
   * @param asked whose body may name the {@code version} it was made on
   * @throws Refusal when that is not how it stands, or by the change itself
   */
  <T> T changed(Asked asked, Setting setting, String key, Supplier<T> change) {
    Which which = new Which(setting, key);
    return together(
        () -> {
          refuseStale(which, asked.body().getLong("version"));
          return changed(asked.who().id(), which, Optional.empty(), change);
        });
  }

  /** The same, whatever it was made on. */
  <T> T changed(AgentId by, Which which, Optional<Long> undoes, Supplier<T> change) {
    return together(
        () -> {
          Optional<JsonObject> before = of(which.setting()).stands(which.key());
          T made = change.get();
          note(by, which, before, undoes);
          return made;
        });
  }

  /** Adds something and writes it down; its key is known when it is there. */
  <T> T added(
      AgentId by,
      Setting setting,
      Optional<Long> undoes,
      Supplier<T> adding,
      Function<T, String> key) {
    return together(
        () -> {
          T made = adding.get();
          note(by, new Which(setting, key.apply(made)), Optional.empty(), undoes);
          return made;
        });
  }

  /**
   * Does something to whatever settings, and writes down what is different after it: a line for
   * each setting, however often it was touched on the way.
   */
  List<SettingChanges.Entry> transformed(AgentId by, Runnable work) {
    return together(
        () -> {
          Map<Which, JsonObject> before = everything();
          work.run();
          Map<Which, JsonObject> after = everything();
          List<SettingChanges.Entry> differences = new ArrayList<>();
          Set<Which> all = new LinkedHashSet<>(before.keySet());
          all.addAll(after.keySet());
          for (Which which : all) {
            difference(
                    by,
                    which,
                    Optional.ofNullable(before.get(which)),
                    Optional.ofNullable(after.get(which)),
                    Optional.empty())
                .ifPresent(differences::add);
          }
          differences.forEach(changes::note);
          return differences;
        });
  }

  private Map<Which, JsonObject> everything() {
    Map<Which, JsonObject> all = new LinkedHashMap<>();
    kept.forEach(
        (setting, some) ->
            some.all().forEach((key, document) -> all.put(new Which(setting, key), document)));
    return all;
  }

  /** Does it and writes down that a secret is another, and no more. */
  <T> T renewed(AgentId by, Which which, Supplier<T> renewal) {
    return told(by, which, Act.SECRET_RENEWED, renewal);
  }

  /** Does it and writes down that it was done, and no more: secrets are kept nowhere. */
  <T> T told(AgentId by, Which which, Act act, Supplier<T> secretWork) {
    return together(
        () -> {
          T made = secretWork.get();
          long unused =
              changes.note(
                  new SettingChanges.Entry(
                      clock.instant(),
                      by,
                      which,
                      act,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()));
          return made;
        });
  }

  private void note(AgentId by, Which which, Optional<JsonObject> before, Optional<Long> undoes) {
    difference(by, which, before, of(which.setting()).stands(which.key()), undoes)
        .ifPresent(changes::note);
  }

  private Optional<SettingChanges.Entry> difference(
      AgentId by,
      Which which,
      Optional<JsonObject> before,
      Optional<JsonObject> after,
      Optional<Long> undoes) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    Act act = before.isEmpty() ? Act.ADDED : after.isEmpty() ? Act.REMOVED : Act.CHANGED;
    return Optional.of(
        new SettingChanges.Entry(clock.instant(), by, which, act, before, after, undoes));
  }

  private void refuseStale(Which which, @Nullable Long seen) {
    if (seen == null || seen >= changes.version(which)) {
      return;
    }
    List<SettingChange> since = changes.since(which, seen);
    TreeSet<String> fields = new TreeSet<>();
    since.forEach(change -> fields.addAll(change.fields()));
    throw Refusal.stale(since.getFirst().by().name(), List.copyOf(fields));
  }
}
