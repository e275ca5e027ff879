package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line of the change log.
 *
 * @param name of what was changed, as people know it
 * @param before empty for something new
 * @param after empty for something that is gone; both are empty for a secret that was renewed
 * @param undoes the change that this one takes back
 * @param undone whether a later change takes this one back
 */
public record SettingChange(
    long id,
    Instant at,
    AgentName by,
    Which which,
    String name,
    Act act,
    Optional<JsonObject> before,
    Optional<JsonObject> after,
    Optional<Long> undoes,
    boolean undone) {

  /** What was done to it. */
  public enum Act {
    ADDED,
    CHANGED,
    REMOVED,
    SECRET_RENEWED,
    /** By an administrator, for somebody who has lost it: the password is enough again. */
    SECOND_FACTOR_REMOVED
  }

  /** A setting: its kind, and which of its kind. */
  public record Which(Setting setting, String key) {}

  /** Who. */
  public record AgentName(long id, String name) {}

  /** The names of the fields that differ, in the order of the alphabet. */
  public List<String> fields() {
    return differing(before.orElseGet(JsonObject::new), after.orElseGet(JsonObject::new));
  }

  /** The names of the fields in which the one is not as the other. */
  public static List<String> differing(JsonObject one, JsonObject other) {
    Set<String> names = new TreeSet<>(one.fieldNames());
    names.addAll(other.fieldNames());
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(field(one, name), field(other, name))) {
        differing.add(name);
      }
    }
    return differing;
  }

  /** A field alone in an object: objects compare numbers by what they are worth. */
  private static JsonObject field(JsonObject of, String name) {
    return new JsonObject().put(name, of.getValue(name));
  }
}
