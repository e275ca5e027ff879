package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.decroche.engine.Requests;
import org.decroche.numbers.Destination;
import org.decroche.numbers.OutwardNumbers;
import org.decroche.routing.Event;
import org.decroche.routing.Verdict;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.store.Cases;
import org.decroche.store.Teams;

/** What one who talks on a call does with it: hand over, bring in, leave, end. */
final class HandOverOperations implements Operations {
  /** The core answers within microseconds; this long it is not there. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Somebody outside may have to find their phone. */
  private static final Duration OUTSIDE = Duration.ofSeconds(45);

  private final Requests requests;
  private final Teams teams;
  private final Cases cases;
  private final CustomerAccess access;
  private final OutwardNumbers outward;
  private final Clock clock;

  HandOverOperations(
      Requests requests,
      Teams teams,
      Cases cases,
      CustomerAccess access,
      OutwardNumbers outward,
      Clock clock) {
    this.requests = requests;
    this.teams = teams;
    this.cases = cases;
    this.access = access;
    this.outward = outward;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "handOver", asked -> join(asked, invitee(asked.body()), false),
        "bringIn", this::bringIn,
        "withdrawInvitation",
            asked -> ask(asked, new Event.JoinWithdrawn(clock.instant(), call(asked), me(asked))),
        "leaveCall",
            asked -> ask(asked, new Event.LeaveWanted(clock.instant(), call(asked), me(asked))),
        "endCall",
            asked -> ask(asked, new Event.EndWanted(clock.instant(), call(asked), me(asked))));
  }

  private Reply bringIn(Asked asked) {
    JsonObject body = asked.body();
    if (!body.containsKey("number")) {
      return join(asked, invitee(body), true);
    }
    if (body.containsKey("agentId") || body.containsKey("teamId")) {
      throw Refusal.wrong("number", "Name either one of ours or a number outside.");
    }
    return switch (outward.destination(asked.line("number"))) {
      case Destination.Callable(PhoneNumber number) ->
          join(asked, new Invitee.Outsider(number, OUTSIDE), true);
      case Destination.Refused(Destination.Why why) -> throw CallOutProblem.of(why);
    };
  }

  private Reply join(Asked asked, Invitee who, boolean staying) {
    String summary = asked.optional("summary");
    if (summary == null && !(who instanceof Invitee.Outsider)) {
      throw Refusal.wrong("summary", "summary is missing.");
    }
    Optional<Long> moves = Optional.ofNullable(asked.body().getLong("moveCaseId"));
    moves.ifPresent(this::mustBeOpen);
    Optional<CustomerAccess.Look> by = moves.map(id -> access.mustSee(asked.who(), cases, id));
    Reply joined =
        ask(
            asked,
            new Event.JoinWanted(
                clock.instant(),
                call(asked),
                me(asked),
                who,
                staying,
                summary == null ? "" : summary,
                moves));
    moves.ifPresent(
        id ->
            access.tookOn(
                asked.who(),
                by.orElseThrow(),
                Stored.value(cases.customerOf(id)),
                id,
                Optional.of(call(asked))));
    return joined;
  }

  private Invitee invitee(JsonObject body) {
    Long agent = body.getLong("agentId");
    Long team = body.getLong("teamId");
    if ((agent == null) == (team == null)) {
      throw Refusal.wrong("agentId", "Name either a person (agentId) or a team (teamId).");
    }
    if (agent != null) {
      return new Invitee.Colleague(new AgentId(agent));
    }
    TeamId id = new TeamId(team == null ? 0 : team);
    if (teams.all().stream().noneMatch(known -> known.id().equals(id))) {
      throw Refusal.wrong("teamId", "teamId names no team.");
    }
    return new Invitee.AnyOf(id);
  }

  private void mustBeOpen(long id) {
    if (cases.byId(id).filter(known -> known.status().isOpen()).isEmpty()) {
      throw Refusal.wrong("moveCaseId", "moveCaseId names no open case.");
    }
  }

  private Reply ask(Asked asked, Event request) {
    Verdict verdict =
        requests.request(request).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    return switch (verdict) {
      case Verdict.Granted granted when granted.who().isEmpty() -> Reply.done();
      case Verdict.Granted granted -> Reply.ok(new JsonObject().put("rings", granted.who()));
      case Verdict.NotCalled(CallOutVerdict.Refused refused) -> throw CallOutProblem.of(refused);
      case Verdict.Refused refused ->
          throw refusal(refused, asked.body().containsKey("teamId") ? "teamId" : "agentId");
    };
  }

  private static Refusal refusal(Verdict.Refused refused, String field) {
    String who = refused.who();
    return switch (refused.why()) {
      case NOT_TALKING -> Refusal.notFound("You are not talking on this call.");
      case NO_LINK ->
          Refusal.unavailable(
              "The telephone system cannot be reached at the moment; the conversation goes on.");
      case NOT_MOVABLE ->
          Refusal.conflict(
              "id",
              "This conversation began unseen: nobody can be brought to it. End it by hanging up.");
      case ALREADY_RINGING ->
          Refusal.conflict("id", "Somebody is being rung for this call already: one at a time.");
      case NOBODY -> Refusal.wrong(field, field + " names nobody with a phone.");
      case ON_THE_LINE -> Refusal.conflict(field, who + " is on the line already.");
      case NOT_READY -> Refusal.conflict(field, who + " is not taking calls now.");
      case BUSY -> Refusal.conflict(field, who + " is on another call.");
      case UNREACHABLE -> Refusal.conflict(field, "The phone of " + who + " is not connected.");
      case NOBODY_FREE -> Refusal.conflict(field, "Nobody of that team is free.");
      case ALONE ->
          Refusal.conflict("id", "The caller has nobody else to talk with: end the call instead.");
      case NOBODY_RUNG -> Refusal.conflict("id", "Nobody is being rung for this call.");
    };
  }

  private static CallId call(Asked asked) {
    return new CallId(asked.text("id"));
  }

  private static AgentId me(Asked asked) {
    return asked.who().id();
  }
}
