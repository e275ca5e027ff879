package org.decroche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongestFreeTest {
  private static final Player KARIM = new Player(1, "karim", "Karim Benali", "", "p1", "");
  private static final Player CHLOE = new Player(2, "chloe", "Chloé Durand", "", "p2", "");
  private static final List<Player> BOTH = List.of(CHLOE, KARIM);

  private final List<JsonObject> agents =
      List.of(agent(1, "ready", "14:00:00"), agent(2, "ready", "14:00:01"));

  @Test
  void whoeverBecameReadyFirst() {
    assertThat(LongestFree.of(BOTH, agents, List.of())).contains(KARIM);
  }

  @Test
  void aConversationSinceThenCounts() {
    assertThat(LongestFree.of(BOTH, agents, List.of(call(1, "14:05:00")))).contains(CHLOE);
  }

  @Test
  void aConversationBeforeThatDoesNot() {
    assertThat(LongestFree.of(BOTH, agents, List.of(call(1, "13:00:00")))).contains(KARIM);
  }

  @Test
  void theLastOfSeveralConversationsCounts() {
    assertThat(
            LongestFree.of(
                BOTH,
                agents,
                List.of(call(1, "14:05:00"), call(2, "14:09:00"), call(2, "14:02:00"))))
        .contains(KARIM);
  }

  @Test
  void whoeverIsNotReadyIsPassedOver() {
    List<JsonObject> karimIsAway =
        List.of(agent(1, "away", "14:00:00"), agent(2, "ready", "14:00:01"));
    assertThat(LongestFree.of(BOTH, karimIsAway, List.of())).contains(CHLOE);
  }

  private static JsonObject agent(long id, String availability, String since) {
    return new JsonObject()
        .put("id", id)
        .put("availability", availability)
        .put("availabilitySince", "2026-11-22T" + since + "Z");
  }

  private static JsonObject call(long by, String ended) {
    return new JsonObject()
        .put("answeredBy", new JsonObject().put("id", by).put("name", "?"))
        .put("endedAt", "2026-11-22T" + ended + "Z");
  }
}
