package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.decroche.store.AgentAccount;
import org.decroche.store.AgentChange;
import org.decroche.store.Cover;
import org.decroche.store.Outcome;
import org.decroche.store.Role;
import org.decroche.web.json.Words;

/** A person's account, as it is sent. */
record PersonBody(OutsideNumber outside) {
  /**
   * What a body says of an account that stands.
   *
   * @param outsideNow where they are rung now, which may stay
   * @throws Refusal naming the field that cannot be
   */
  AgentChange change(JsonObject body, Optional<PhoneNumber> outsideNow) {
    return new AgentChange(
        body.getString("name").strip(),
        role(body),
        body.getBoolean("disabled"),
        teams(body),
        cover(body, outsideNow));
  }

  Cover cover(JsonObject body, Optional<PhoneNumber> outsideNow) {
    return new Cover(
        Optional.ofNullable(body.getLong("deputyId")).map(AgentId::new),
        body.getBoolean("worksWithoutDesk", false),
        Optional.ofNullable(body.getString("outsideNumber"))
            .map(text -> outside.read(text, outsideNow)));
  }

  static Role role(JsonObject body) {
    return Words.read(Role.class, body.getString("role"));
  }

  static List<TeamId> teams(JsonObject body) {
    JsonArray ids = body.getJsonArray("teamIds", new JsonArray());
    return ids.stream().map(id -> new TeamId(((Number) id).longValue())).toList();
  }

  /** What was asked has several teams; and only a change meets the last administrator. */
  static AgentAccount stored(JsonObject body, Outcome<AgentAccount> outcome) {
    return switch (outcome) {
      case Outcome.NotFound<AgentAccount>(String field) when field.equals("teamId") ->
          throw Refusal.wrong("teamIds", "teamIds names a team that does not exist.");
      case Outcome.Conflict<AgentAccount>(String field) when field.equals("role") ->
          throw Refusal.conflict(
              role(body) == Role.ADMINISTRATOR ? "disabled" : "role",
              "This is the last administrator who can sign in: make somebody else one first.");
      case Outcome.NotFound<AgentAccount>(String field) when field.equals("toId") ->
          throw Refusal.wrong("handOver.toId", "handOver.toId names nobody else who works here.");
      case Outcome.Conflict<AgentAccount>(String field) when field.equals("disabled") ->
          throw Refusal.conflict(
              "disabled",
              "They still own open cases, or owe promises: say who takes them over (handOver).");
      case Outcome.Conflict<AgentAccount>(String field) when field.equals("deputyId") ->
          throw Refusal.conflict(
              "deputyId",
              "Deputies may not stand in for each other in a ring: nobody would be left.");
      default -> Stored.value(outcome);
    };
  }
}
