package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.decroche.engine.TelephonyHealth;
import org.decroche.measure.Readiness;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.FrontDoors;
import org.decroche.store.StoredTestCalls;
import org.decroche.store.StoredTestCalls.Made;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.Words;

/** How the house is: trunk, phones, versions, fallback, test calls. */
final class HealthOperations implements Operations {
  private final Telephone telephone;
  private final StoredTestCalls testCalls;
  private final FrontDoors doors;
  private final Agents agents;
  private final OpenDesks desks;
  private final Readiness readiness;
  private final Instant started;

  HealthOperations(
      Telephone telephone,
      StoredTestCalls testCalls,
      FrontDoors doors,
      Agents agents,
      OpenDesks desks,
      Readiness readiness,
      Clock clock) {
    this.telephone = telephone;
    this.testCalls = testCalls;
    this.doors = doors;
    this.agents = agents;
    this.desks = desks;
    this.readiness = readiness;
    this.started = clock.instant();
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("readHealth", asked -> Reply.ok(health()), "testFrontDoor", this::test);
  }

  private Reply test(Asked asked) {
    FrontDoors.Door door = Stored.value(doors.byId(new FrontDoorId(asked.id())));
    try {
      return Reply.ok(shape(telephone.test(called(door))));
    } catch (Telephone.Underway underway) {
      throw Refusal.conflict(null, "A test call to this front door goes on: wait for it.");
    }
  }

  /** A test call goes by the number alone. */
  private static FrontDoor called(FrontDoors.Door door) {
    return new FrontDoor(
        door.id(),
        door.settings().name(),
        door.settings().number(),
        door.settings().country(),
        door.settings().team(),
        "",
        java.time.Duration.ofSeconds(door.settings().offerSeconds()));
  }

  private JsonObject health() {
    TelephonyHealth telephony = telephone.health();
    JsonObject checks = new JsonObject();
    readiness.now().forEach((name, passes) -> checks.put(name, passes ? "up" : "down"));
    return new JsonObject()
        .put(
            "service",
            new JsonObject()
                .put(
                    "version",
                    Optional.ofNullable(
                            HealthOperations.class.getPackage().getImplementationVersion())
                        .orElse("unpacked"))
                .put("startedAt", Words.moment(started)))
        .put("checks", checks)
        .put(
            "asterisk",
            new JsonObject()
                .put("connected", telephony.connected())
                .put("answered", telephony.answered())
                .put("version", telephony.version().isEmpty() ? null : telephony.version()))
        .put("trunk", telephony.answered() ? Words.word(telephony.trunk()) : "unknown")
        .put("fallbackInStep", telephony.answered() ? (Boolean) telephony.fallbackInStep() : null)
        .put("phones", phones())
        .put("testCalls", testCalls());
  }

  private JsonArray phones() {
    JsonArray phones = new JsonArray();
    for (AgentAccount agent : agents.all()) {
      if (agent.phone().isPresent() && !agent.disabled()) {
        phones.add(
            new JsonObject()
                .put("agent", Words.named(agent.id().value(), agent.name()))
                .put("phone", agent.phone().orElseThrow().name())
                .put("connected", desks.activity(agent.id()) != Activity.UNREACHABLE));
      }
    }
    return phones;
  }

  private JsonArray testCalls() {
    JsonArray all = new JsonArray();
    testCalls.all().forEach(one -> all.add(shape(one)));
    return all;
  }

  static JsonObject shape(StoredTestCalls.Standing standing) {
    return new JsonObject()
        .put("frontDoor", Words.named(standing.door().value(), standing.name()))
        .put("last", standing.last().map(HealthOperations::shape).orElse(null))
        .put("failures", standing.failures())
        .put("alarm", standing.isAlarming());
  }

  private static JsonObject shape(Made made) {
    return new JsonObject()
        .put("at", Words.moment(made.at()))
        .put("passed", made.passed())
        .put("milliseconds", made.took().toMillis());
  }
}
