package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.web.json.Words;

/** Accounts: what an administrator sets of them, and no password of any kind. */
final class KeptPeople implements Kept {
  private final Agents agents;
  private final PersonBody body;

  KeptPeople(Agents agents, PersonBody body) {
    this.agents = agents;
    this.body = body;
  }

  @Override
  public Optional<JsonObject> stands(String key) {
    return agents.byId(id(key)).map(KeptPeople::document);
  }

  @Override
  public Map<String, JsonObject> all() {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    agents.all().forEach(one -> all.put(String.valueOf(one.id().value()), document(one)));
    return all;
  }

  @Override
  public void put(String key, JsonObject document) {
    AgentId id = id(key);
    AgentAccount unused =
        PersonBody.stored(
            document,
            agents.change(
                id,
                body.change(document, agents.byId(id).flatMap(AgentAccount::outside)),
                Optional.empty()));
  }

  /** Accounts are made with passwords that are told once: only where somebody is there to read. */
  @Override
  public String add(JsonObject document) {
    throw Refusal.conflict(null, "A person is added with passwords that are told once: add them.");
  }

  /** People are never deleted, for what was said and done names them. */
  @Override
  public void remove(String key) {
    put(key, stands(key).orElseThrow().put("disabled", true));
  }

  static JsonObject document(AgentAccount agent) {
    return new JsonObject()
        .put("login", agent.login())
        .put("name", agent.name())
        .put("role", Words.word(agent.role()))
        .put("teamIds", new JsonArray(agent.teams().stream().map(TeamId::value).sorted().toList()))
        .put("deputyId", agent.deputy().map(AgentId::value).orElse(null))
        .put("worksWithoutDesk", agent.worksWithoutDesk())
        .put("outsideNumber", agent.outside().map(PhoneNumber::e164).orElse(null))
        .put("disabled", agent.disabled());
  }

  private static AgentId id(String key) {
    return new AgentId(Long.parseLong(key));
  }
}
