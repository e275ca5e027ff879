package org.decroche.stories;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.decroche.routing.Floor;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Holidays;
import org.decroche.routing.door.Hours;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.Rota;
import org.decroche.routing.door.TeamId;

/** What an administrator of the made-up stage has set: one front door, its teams and people. */
final class MadeUpHouse {
  static final FrontDoorId DOOR = new FrontDoorId(1);

  private final Map<String, AgentProfile> people = new LinkedHashMap<>();
  private final Map<String, TeamId> teams = new LinkedHashMap<>(Map.of(Stage.HOME, new TeamId(1)));
  private Plan plan = Plan.PLAIN;
  private Instant opening = Instant.MIN;

  static AgentId agent(String name) {
    return new AgentId(name.charAt(0));
  }

  void plan(UnaryOperator<Plan> change, Instant now) {
    plan = change.apply(plan);
    opening = plan.opensIn().map(now::plus).orElse(Instant.MIN);
  }

  void put(String name, AgentProfile profile) {
    people.put(name, profile);
  }

  AgentProfile get(String name) {
    return people.get(name);
  }

  List<String> people() {
    return List.copyOf(people.keySet());
  }

  Floor floor() {
    return new Floor(List.of(door()), List.copyOf(people.values()));
  }

  private FrontDoor door() {
    Policy policy =
        new Policy(
            plan.patience(),
            plan.overflow().stream()
                .map(next -> new Overflow(team(next.team()), next.team(), next.after()))
                .toList(),
            opening.equals(Instant.MIN) ? Hours.ALWAYS : closedUntil(opening),
            plan.onCall().map(MadeUpHouse::agent),
            plan.wrapUp(),
            plan.longWait(),
            Rota.NONE);
    PhoneNumber number = new PhoneNumber("+33199000001");
    return new FrontDoor(
        DOOR, "Help", number, "FR", team(Stage.HOME), Stage.HOME, plan.offer(), policy);
  }

  private static Hours closedUntil(Instant opening) {
    return new Hours(
        ZoneId.of("Europe/Paris"),
        Map.of(),
        Holidays.NONE,
        Set.of(),
        List.of(new Hours.Closure(CoreStage.MORNING.minusSeconds(3600), opening)));
  }

  TeamId team(String name) {
    return teams.computeIfAbsent(name, anew -> new TeamId(teams.size() + 1));
  }
}
