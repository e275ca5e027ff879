package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveCall.Where;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;

/** The tests' people, calls and customers, by short names. */
final class Cast {
  private Cast() {}

  static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
  static final TeamId CARE = new TeamId(1);
  static final TeamId SALES = new TeamId(2);
  static final FrontDoor DOOR =
      new FrontDoor(
          new FrontDoorId(1),
          "Help",
          new PhoneNumber("+33100000001"),
          "FR",
          CARE,
          "care",
          Duration.ofSeconds(20));

  static AgentId agent(String name) {
    return new AgentId(order(name));
  }

  static Phone phone(String name) {
    return new Phone(name + "phone");
  }

  static CallId call(String name) {
    return new CallId(name);
  }

  static long order(String name) {
    return name.charAt(0) - 'a' + 1L;
  }

  static Recognition found(KnownCustomer... people) {
    return new Recognition(LookUp.FOUND, List.of(people), Optional.empty());
  }

  static Function<Recognition, Recognition> lastTalkWith(String who) {
    return known ->
        new Recognition(
            known.lookUp(),
            known.customers(),
            Optional.of(new LastTalk(agent(who), MORNING.minusSeconds(86_400))));
  }

  static KnownCustomer person(long id, OpenCase... cases) {
    return new KnownCustomer(id, "person " + id, "", List.of(cases));
  }

  static OpenCase caseOf(long id, String owner, int touchedMinutesAgo) {
    return new OpenCase(
        id,
        "case " + id,
        "",
        agent(owner),
        owner,
        MORNING.minusSeconds(900_000),
        MORNING.minusSeconds(60L * touchedMinutesAgo),
        List.of());
  }

  static LiveCall live(String call, Where where, String... phone) {
    return new LiveCall(
        call(call), "PJSIP/trunk-" + call, where, Stream.of(phone).map(Cast::phone).findFirst());
  }
}
