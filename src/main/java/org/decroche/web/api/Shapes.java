package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.decroche.store.AgentAccount;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.Customer;
import org.decroche.store.Team;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** Our values as the contract's JSON. */
final class Shapes {
  private Shapes() {}

  static JsonObject me(AgentAccount agent) {
    return Words.named(agent.id().value(), agent.name())
        .put("login", agent.login())
        .put("role", Words.word(agent.role()))
        .put("availability", Words.word(agent.availability()))
        .put("awayReason", agent.awayReason());
  }

  static JsonObject agent(AgentAccount agent) {
    return me(agent)
        .put("phone", agent.phone().map(Phone::name).orElse(null))
        .put("teamIds", new JsonArray(agent.teams().stream().map(TeamId::value).toList()))
        .put("availabilitySince", Words.moment(agent.since()))
        .put("disabled", agent.disabled())
        .put("deputyId", agent.deputy().map(AgentId::value).orElse(null))
        .put("worksWithoutDesk", agent.worksWithoutDesk())
        .putNull("outsideNumber");
  }

  /** With what is private to the agent and the house. */
  static JsonObject agentToAdministrator(AgentAccount agent) {
    return agent(agent).put("outsideNumber", agent.outside().map(PhoneNumber::e164).orElse(null));
  }

  static JsonObject team(Team team) {
    return Words.named(team.id().value(), team.name());
  }

  static JsonObject customer(Customer customer, NumberJson numbers) {
    JsonArray lines = new JsonArray();
    for (Customer.Line line : customer.numbers()) {
      lines.add(
          new JsonObject()
              .put("number", line.number().e164())
              .put("display", numbers.show(line.number()))
              .put("label", line.label()));
    }
    return Words.named(customer.id(), customer.name())
        .put("note", customer.note())
        .put("notes", notes(customer))
        .put("language", customer.language())
        .put("kind", Words.word(customer.kind()))
        .put("called", customer.called())
        .put("firm", person(customer.firm()))
        .put("mergedInto", person(customer.mergedInto()))
        .put("version", customer.version())
        .put("numbers", lines)
        .put("protected", false);
  }

  /** Enough to tell one from another of the same name, and no more. */
  static JsonObject minimum(Customer customer) {
    JsonArray lines = new JsonArray();
    for (Customer.Line line : customer.numbers()) {
      String digits = line.number().e164();
      lines.add(
          new JsonObject()
              .putNull("number")
              .put("display", "…" + digits.substring(digits.length() - 2))
              .putNull("label"));
    }
    return Words.named(customer.id(), customer.name())
        .putNull("note")
        .put("notes", new JsonArray())
        .put("language", customer.language())
        .put("kind", Words.word(customer.kind()))
        .put("called", customer.called())
        .putNull("firm")
        .put("mergedInto", person(customer.mergedInto()))
        .put("version", customer.version())
        .put("numbers", lines)
        .put("protected", true);
  }

  private static JsonArray notes(Customer customer) {
    String note = customer.note();
    return new JsonArray(note == null ? List.of() : note.lines().toList());
  }

  private static @Nullable JsonObject person(Optional<Person> one) {
    return one.map(known -> Words.named(known.id(), known.name())).orElse(null);
  }
}
