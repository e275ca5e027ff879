package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.decroche.routing.House;
import org.decroche.routing.out.OutLimits;

/** What holds for the whole house, as the API spells it. */
final class HouseBody {
  private HouseBody() {}

  /** What the body leaves out stays as it is. */
  static House read(JsonObject body, House stands) {
    JsonObject out = body.getJsonObject("callsOut");
    return new House(body.getInteger("missedOffers"), out == null ? stands.out() : limits(out));
  }

  private static OutLimits limits(JsonObject out) {
    List<String> destinations =
        out.getJsonArray("destinations").stream().map(String::valueOf).toList();
    return new OutLimits(
        out.getInteger("atOnce"),
        out.getInteger("perHour"),
        out.getInteger("perAgentAndHour"),
        destinations);
  }

  static JsonObject shape(House house) {
    OutLimits out = house.out();
    return new JsonObject()
        .put("missedOffers", house.missedOffers())
        .put(
            "callsOut",
            new JsonObject()
                .put("atOnce", out.atOnce())
                .put("perHour", out.perHour())
                .put("perAgentAndHour", out.perAgentAndHour())
                .put("destinations", new JsonArray(out.prefixes())));
  }
}
