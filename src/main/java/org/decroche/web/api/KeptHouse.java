package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.House;
import org.decroche.store.HouseSettings;

/** What holds for the whole house; there is one. */
final class KeptHouse implements Kept {
  static final String KEY = "house";

  private final HouseSettings house;

  KeptHouse(HouseSettings house) {
    this.house = house;
  }

  @Override
  public Optional<JsonObject> stands(String key) {
    return Optional.of(
        HouseBody.shape(house.read())
            .put("quietDays", house.quietDays())
            .put("testCallSeconds", house.testCallSeconds()));
  }

  @Override
  public Map<String, JsonObject> all() {
    return Map.of(KEY, stands(KEY).orElseThrow());
  }

  @Override
  public void put(String key, JsonObject document) {
    House unused =
        Stored.value(
            house.change(
                HouseBody.read(document, house.read()),
                Optional.ofNullable(document.getInteger("quietDays"))));
    Integer seconds = document.getInteger("testCallSeconds");
    if (seconds != null) {
      Integer unusedSeconds = Stored.value(house.testCalls(seconds));
    }
  }

  @Override
  public String add(JsonObject document) {
    throw new IllegalStateException("there is one house");
  }

  @Override
  public void remove(String key) {
    throw new IllegalStateException("there is one house");
  }
}
