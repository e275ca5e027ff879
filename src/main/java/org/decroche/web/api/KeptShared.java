package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.SharedNumbers;

/** The marks on numbers that many people call from. */
final class KeptShared implements Kept {
  private final SharedNumbers shared;

  KeptShared(SharedNumbers shared) {
    this.shared = shared;
  }

  @Override
  public Optional<JsonObject> stands(String key) {
    return Optional.ofNullable(all().get(key));
  }

  @Override
  public Map<String, JsonObject> all() {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    shared.all().forEach(number -> all.put(number.e164(), document(number.e164())));
    return all;
  }

  @Override
  public void put(String key, JsonObject document) {
    shared.mark(new PhoneNumber(key), true);
  }

  @Override
  public String add(JsonObject document) {
    String number = document.getString("number");
    shared.mark(new PhoneNumber(number), true);
    return number;
  }

  @Override
  public void remove(String key) {
    shared.mark(new PhoneNumber(key), false);
  }

  private static JsonObject document(String number) {
    return new JsonObject().put("number", number);
  }
}
