package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of setting as documents: what the API takes for it, so that a change can be shown, put
 * back, and carried to another house. No secrets. Nothing of it is written in the change log here.
 */
interface Kept {
  /** How it stands; empty when there is none. */
  Optional<JsonObject> stands(String key);

  /** All of this kind, by key. */
  Map<String, JsonObject> all();

  /**
   * Makes it so, whole.
   *
   * @throws Refusal when that cannot be
   */
  void put(String key, JsonObject document);

  /**
   * A new one of this kind.
   *
   * @return its key
   * @throws Refusal when that cannot be
   */
  String add(JsonObject document);

  /**
   * Takes it away, or out of use where it has to stay for what stands on it.
   *
   * @throws Refusal when something stands on it
   */
  void remove(String key);
}
