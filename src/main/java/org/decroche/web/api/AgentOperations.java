package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.decroche.store.AgentAccount;
import org.decroche.store.AgentChange;
import org.decroche.store.Agents;
import org.decroche.store.Cover;
import org.decroche.store.NewAgent;
import org.decroche.store.Outcome;
import org.decroche.store.Ownership.Successor;
import org.decroche.store.Role;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.Words;
import org.decroche.web.signin.Passwords;
import org.decroche.web.signin.PhoneDigest;
import org.decroche.web.signin.Secrets;

/** The people who answer, and their phones. */
final class AgentOperations implements Operations {
  private final Agents agents;
  private final Passwords passwords;
  private final OpenDesks desks;
  private final FloorReload floor;
  private final PhoneServer server;
  private final OutsideNumber outside;
  private final Clock clock;
  private final Secrets secrets = new Secrets();

  AgentOperations(
      Agents agents,
      Passwords passwords,
      OpenDesks desks,
      FloorReload floor,
      PhoneServer server,
      OutsideNumber outside,
      Clock clock) {
    this.agents = agents;
    this.passwords = passwords;
    this.desks = desks;
    this.floor = floor;
    this.server = server;
    this.outside = outside;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listAgents", asked -> Reply.list(agents.all(), one -> shape(asked, one)),
        "readAgent", asked -> Reply.ok(shape(asked, Stored.value(agents.byId(id(asked))))),
        "addAgent", this::add,
        "changeAgent", this::change,
        "renewPassword", this::renewPassword,
        "renewPhonePassword", this::renewPhone);
  }

  private Reply add(Asked asked) {
    String password = secrets.password();
    String phonePassword = secrets.password();
    Phone phone = secrets.phone();
    AgentAccount added =
        stored(
            asked,
            agents.create(
                new NewAgent(
                    asked.line("login"),
                    asked.line("name"),
                    role(asked),
                    passwords.hash(password),
                    new NewAgent.PhoneAccount(phone, PhoneDigest.ha1(phone, phonePassword)),
                    teams(asked),
                    cover(asked, Optional.empty()))));
    floor.now();
    return Reply.created(
        new JsonObject()
            .put("agent", Shapes.agentToAdministrator(added))
            .put("password", password)
            .put("phone", server.account(phone, phonePassword)));
  }

  private Reply change(Asked asked) {
    boolean disabled = asked.body().getBoolean("disabled");
    Optional<PhoneNumber> outsideNow = agents.byId(id(asked)).flatMap(AgentAccount::outside);
    AgentAccount stands =
        stored(
            asked,
            agents.change(
                id(asked),
                new AgentChange(
                    asked.line("name"),
                    role(asked),
                    disabled,
                    teams(asked),
                    cover(asked, outsideNow)),
                successor(asked)));
    if (disabled) {
      desks.closeAll(stands.id());
    }
    floor.now();
    return Reply.ok(Shapes.agentToAdministrator(stands));
  }

  private Reply renewPassword(Asked asked) {
    String password = secrets.password();
    AgentAccount agent = Stored.value(agents.setPasswordHash(id(asked), passwords.hash(password)));
    desks.closeAll(agent.id());
    return Reply.created(new JsonObject().put("password", password));
  }

  private Reply renewPhone(Asked asked) {
    AgentAccount agent = Stored.value(agents.byId(id(asked)));
    Phone phone = agent.phone().orElseThrow(() -> Refusal.notFound("This person has no phone."));
    String password = secrets.password();
    Outcome<AgentAccount> renewed =
        agents.setPhoneDigest(agent.id(), PhoneDigest.ha1(phone, password));
    Stored.value(renewed);
    return Reply.created(server.account(phone, password));
  }

  private Optional<Successor> successor(Asked asked) {
    return Optional.ofNullable(asked.body().getJsonObject("handOver"))
        .map(to -> OwnershipOperations.successor(to, asked.who().id(), clock.instant()));
  }

  /** What was asked has several teams; and only a change meets the last administrator. */
  private static AgentAccount stored(Asked asked, Outcome<AgentAccount> outcome) {
    return switch (outcome) {
      case Outcome.NotFound<AgentAccount>(String field) when field.equals("teamId") ->
          throw Refusal.wrong("teamIds", "teamIds names a team that does not exist.");
      case Outcome.Conflict<AgentAccount>(String field) when field.equals("role") ->
          throw Refusal.conflict(
              role(asked) == Role.ADMINISTRATOR ? "disabled" : "role",
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

  private Cover cover(Asked asked, Optional<PhoneNumber> outsideNow) {
    Long deputy = asked.body().getLong("deputyId");
    return new Cover(
        Optional.ofNullable(deputy).map(AgentId::new),
        asked.body().getBoolean("worksWithoutDesk", false),
        Optional.ofNullable(asked.body().getString("outsideNumber"))
            .map(text -> outside.read(text, outsideNow)));
  }

  /** Where somebody can be rung at home is not for everybody. */
  private static JsonObject shape(Asked asked, AgentAccount agent) {
    return asked.who().role() == Role.ADMINISTRATOR
        ? Shapes.agentToAdministrator(agent)
        : Shapes.agent(agent);
  }

  private static AgentId id(Asked asked) {
    return new AgentId(asked.id());
  }

  private static Role role(Asked asked) {
    return Words.read(Role.class, asked.body().getString("role"));
  }

  private static List<TeamId> teams(Asked asked) {
    JsonArray ids = asked.body().getJsonArray("teamIds", new JsonArray());
    return ids.stream().map(id -> new TeamId(((Number) id).longValue())).toList();
  }
}
