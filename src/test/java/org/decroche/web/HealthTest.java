package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.decroche.engine.TelephonyHealth;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.StoredTestCalls;
import org.decroche.store.StoredTestCalls.Made;
import org.decroche.store.StoredTestCalls.Wanted;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the house is, over HTTP, and the alarm of test calls. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthTest {
  private static final Instant NOON = Instant.parse("2026-11-26T11:00:00Z");

  private final RunningWeb web;
  private final StoredTestCalls record;
  private final TestDatabase tables;
  private Browser admin;
  private long door;

  HealthTest(Database database, TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(database);
    this.record = new StoredTestCalls(database);
  }

  @BeforeAll
  void aFrontDoor() {
    admin = web.administrator();
    web.agent("alice", "Alice Roy");
    long team =
        admin.post("/api/teams", new JsonObject().put("name", "Care")).expect(201).getLong("id");
    door =
        admin
            .post(
                "/api/front-doors",
                new JsonObject()
                    .put("number", "+33199000001")
                    .put("name", "Help")
                    .put("teamId", team))
            .expect(201)
            .getLong("id");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private JsonObject standing() {
    return admin.get("/api/health").expect(200).getJsonArray("testCalls").getJsonObject(0);
  }

  private void made(int minute, boolean passed) {
    made(minute, passed, Wanted.BY_ITSELF);
  }

  private void made(int minute, boolean passed, Wanted wanted) {
    record.note(
        new FrontDoorId(door),
        new Made(NOON.plus(Duration.ofMinutes(minute)), passed, Duration.ofMillis(80)),
        wanted);
  }

  private void everySeconds(int seconds) {
    JsonObject unused =
        admin
            .put(
                "/api/settings",
                new JsonObject().put("missedOffers", 3).put("testCallSeconds", seconds))
            .expect(200);
  }

  @Test
  void onceTestCallsAreSwitchedOffNoAlarmOfTheirsIsLeftAndThoseMadeByHandCountStill() {
    made(10, true);
    made(11, false);
    made(12, false);
    assertThat(standing().getBoolean("alarm")).isTrue();
    try {
      everySeconds(0);
      assertThat(standing().getBoolean("alarm")).isFalse();
      assertThat(standing().getInteger("failures")).isZero();
      assertThat(standing().getJsonObject("last").getBoolean("passed")).isFalse();
      made(13, false, Wanted.BY_HAND);
      assertThat(standing().getBoolean("alarm")).as("one by hand").isFalse();
      made(14, false, Wanted.BY_HAND);
      assertThat(standing().getBoolean("alarm")).as("two by hand").isTrue();
      made(15, true, Wanted.BY_HAND);
      assertThat(standing().getBoolean("alarm")).as("one that passes").isFalse();
    } finally {
      everySeconds(60);
      tables.sql("delete from test_calls");
    }
  }

  @Test
  void twoFailuresInARowAreAnAlarmAndOneThatPassesEndsIt() {
    made(0, true);
    made(1, false);
    assertThat(standing().getBoolean("alarm")).isFalse();
    made(2, false);
    assertThat(standing().getBoolean("alarm")).isTrue();
    assertThat(standing().getInteger("failures")).isEqualTo(2);
    assertThat(admin.get("/api/board").expect(200).getJsonArray("testCalls").getJsonObject(0))
        .isEqualTo(standing());
    made(3, true);
    assertThat(standing().getBoolean("alarm")).isFalse();
    assertThat(standing().getJsonObject("last").getInteger("milliseconds")).isEqualTo(80);
  }

  @Test
  void theTelephoneSideIsToldAsAsteriskTellsIt() {
    JsonObject health = admin.get("/api/health").expect(200);
    assertThat(health.getJsonObject("asterisk").getString("version")).isEqualTo("22.10.1");
    assertThat(health.getString("trunk")).isEqualTo("not-asked");
    assertThat(health.getBoolean("fallbackInStep")).isTrue();
    assertThat(health.getJsonArray("phones").encode()).contains("Alice Roy", "\"connected\":false");

    web.telephone.health = TelephonyHealth.AWAY;
    JsonObject away = admin.get("/api/health").expect(200);
    web.telephone.health = TelephonyHealth.late("22.10.1");
    JsonObject late = admin.get("/api/health").expect(200);
    web.telephone.health =
        new TelephonyHealth(true, true, "22.10.1", TelephonyHealth.Trunk.REJECTED, true);
    JsonObject rejected = admin.get("/api/health").expect(200);
    web.telephone.health =
        new TelephonyHealth(true, true, "22.10.1", TelephonyHealth.Trunk.NOT_ASKED, true);
    assertThat(away.getJsonObject("asterisk").getBoolean("connected")).isFalse();
    assertThat(away.getString("trunk")).isEqualTo("unknown");
    assertThat(away.getBoolean("fallbackInStep")).isNull();
    assertThat(late.getJsonObject("asterisk"))
        .isEqualTo(
            new JsonObject()
                .put("connected", true)
                .put("answered", false)
                .put("version", "22.10.1"));
    assertThat(late.getString("trunk")).isEqualTo("unknown");
    assertThat(late.getBoolean("fallbackInStep")).isNull();
    assertThat(rejected.getString("trunk")).isEqualTo("rejected");
  }

  @Test
  void aTestCallGoesToTheNumberOfThatFrontDoor() {
    JsonObject made =
        admin.send("POST", "/api/front-doors/" + door + "/test-call", null, "").expect(200);

    assertThat(made.getBoolean("passed")).isTrue();
    assertThat(web.telephone.tested.getLast().number().e164()).isEqualTo("+33199000001");
    admin.send("POST", "/api/front-doors/999999/test-call", null, "").refuses(404, null);
  }

  @Test
  void howOftenIsASettingWithAChangeInTheLog() {
    admin
        .put("/api/settings", new JsonObject().put("missedOffers", 3).put("testCallSeconds", 120))
        .expect(200);
    assertThat(admin.get("/api/settings").expect(200).getInteger("testCallSeconds")).isEqualTo(120);
    assertThat(admin.get("/api/changes?setting=house&limit=1").expect(200).encode())
        .contains("testCallSeconds");
    admin
        .put("/api/settings", new JsonObject().put("missedOffers", 3).put("testCallSeconds", 5))
        .refuses(400, "testCallSeconds");
  }
}
