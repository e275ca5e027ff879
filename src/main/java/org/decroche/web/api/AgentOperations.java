package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.Ownership.Successor;
import org.decroche.store.Role;
import org.decroche.store.Setting;
import org.decroche.store.SettingChange;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.signin.Passwords;
import org.decroche.web.signin.PhoneDigest;
import org.decroche.web.signin.Secrets;

/** The people who answer, and their phones. */
final class AgentOperations implements Operations {
  private final Agents agents;
  private final NewPeople newPeople;
  private final Passwords passwords;
  private final OpenDesks desks;
  private final FloorReload floor;
  private final Settled settled;
  private final PhoneServer server;
  private final PersonBody body;
  private final ChangeLog log;
  private final Clock clock;
  private final Secrets secrets = new Secrets();

  AgentOperations(
      Agents agents,
      NewPeople newPeople,
      Passwords passwords,
      OpenDesks desks,
      FloorReload floor,
      Settled settled,
      PhoneServer server,
      PersonBody body,
      ChangeLog log,
      Clock clock) {
    this.agents = agents;
    this.newPeople = newPeople;
    this.passwords = passwords;
    this.desks = desks;
    this.floor = floor;
    this.settled = settled;
    this.server = server;
    this.body = body;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listAgents", this::list,
        "readAgent", asked -> Reply.ok(shape(asked, Stored.value(agents.byId(id(asked))))),
        "addAgent", this::add,
        "changeAgent", this::change,
        "renewPassword", this::renewPassword,
        "renewPhonePassword", this::renewPhone);
  }

  private Reply list(Asked asked) {
    if (asked.who().role() != Role.ADMINISTRATOR) {
      return Reply.list(agents.all(), Shapes::agent);
    }
    Map<String, Long> versions = log.versions(Setting.PERSON);
    return Reply.list(
        agents.all(),
        one ->
            Shapes.agentToAdministrator(one)
                .put("version", versions.getOrDefault(String.valueOf(one.id().value()), 0L)));
  }

  private Reply add(Asked asked) {
    NewPeople.Credentials credentials = newPeople.credentials(); // before the settings are locked
    NewPeople.Added added =
        log.added(
            asked.who().id(),
            Setting.PERSON,
            Optional.empty(),
            () -> newPeople.add(asked.body(), credentials),
            person -> String.valueOf(person.agent().id().value()));
    floor.now();
    return Reply.created(
        new JsonObject()
            .put("agent", shape(asked, added.agent()))
            .put("password", added.password())
            .put("phone", server.account(added.phone(), added.phonePassword())));
  }

  private Reply change(Asked asked) {
    Optional<PhoneNumber> outsideNow = agents.byId(id(asked)).flatMap(AgentAccount::outside);
    AgentAccount stands =
        log.changed(
            asked,
            Setting.PERSON,
            asked.text("id"),
            () ->
                PersonBody.stored(
                    asked.body(),
                    agents.change(
                        id(asked), body.change(asked.body(), outsideNow), successor(asked))));
    settled.after(which(asked));
    return Reply.ok(shape(asked, stands));
  }

  private Reply renewPassword(Asked asked) {
    asked.mustBeAboutSomebodyElse();
    String password = secrets.password();
    String hash = passwords.hash(password);
    AgentAccount agent =
        log.renewed(
            asked.who().id(),
            which(asked),
            () -> Stored.value(agents.setPasswordHash(id(asked), hash)));
    desks.endSessions(agent.id(), any -> true);
    return Reply.created(new JsonObject().put("password", password));
  }

  private Reply renewPhone(Asked asked) {
    AgentAccount agent = Stored.value(agents.byId(id(asked)));
    Phone phone = agent.phone().orElseThrow(() -> Refusal.notFound("This person has no phone."));
    String password = secrets.password();
    AgentAccount unused =
        log.renewed(
            asked.who().id(),
            which(asked),
            () ->
                Stored.value(agents.setPhoneDigest(agent.id(), PhoneDigest.ha1(phone, password))));
    boolean off = settled.afterPhonePassword(agent.id());
    return Reply.created(server.account(phone, password).put("oldPhoneOff", off));
  }

  private Optional<Successor> successor(Asked asked) {
    return Optional.ofNullable(asked.body().getJsonObject("handOver"))
        .map(to -> OwnershipOperations.successor(to, asked.who().id(), clock.instant()));
  }

  /** Where somebody can be rung at home is not for everybody. */
  private JsonObject shape(Asked asked, AgentAccount agent) {
    return asked.who().role() == Role.ADMINISTRATOR
        ? Shapes.agentToAdministrator(agent)
            .put("version", log.version(Setting.PERSON, agent.id().value()))
        : Shapes.agent(agent);
  }

  private static SettingChange.Which which(Asked asked) {
    return new SettingChange.Which(Setting.PERSON, asked.text("id"));
  }

  private static AgentId id(Asked asked) {
    return new AgentId(asked.id());
  }
}
