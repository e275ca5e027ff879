package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.agent.Standing;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reach;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.Hours;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.why.Explanation;
import org.decroche.routing.why.PassedOver;
import org.decroche.routing.why.Stage;

/**
 * The rule of who answers: the first named rule that finds a free human.
 *
 * <p>Whoever knows the caller and is busy is waited for as long as the front door's patience lasts;
 * somebody else who knows them too and is free does not have to wait.
 *
 * <p>Whoever did not take a call gets it again only when nobody else is free for it, the one asked
 * longest ago first, and not before their rest is over: a phone that refuses by itself must not be
 * rung in a circle.
 */
final class WhoAnswers {
  private static final List<Rule> KNOWING =
      List.of(new OwnerOfOpenCase(), new OwesThem(), new LastTalkedWith());
  private static final Rule DEPUTY = new DeputyOfThem(KNOWING);
  private static final Rule LONGEST_IDLE = new LongestIdle();
  private static final Rule NEXT_TEAM = new NextTeam();
  private static final Rule ON_CALL = new OnCall();
  private static final List<Rule> CLOSED = List.of(ON_CALL);
  private static final List<Rule> NAMED =
      Stream.concat(KNOWING.stream(), Stream.of(DEPUTY)).toList();
  private static final List<Rule> OPEN =
      Stream.concat(NAMED.stream(), Stream.of(LONGEST_IDLE, NEXT_TEAM)).toList();
  private static final List<Rule> EVERY = Stream.concat(OPEN.stream(), Stream.of(ON_CALL)).toList();

  /** The same for a caller whom nobody knows, as most are: the others would name nobody. */
  private static final List<Rule> OPEN_TO_STRANGERS = List.of(LONGEST_IDLE, NEXT_TEAM);

  private static final List<Rule> EVERY_FOR_STRANGERS = List.of(LONGEST_IDLE, NEXT_TEAM, ON_CALL);

  private final Roster roster;
  private final Duration rest;

  WhoAnswers(Roster roster, Duration rest) {
    this.roster = roster;
    this.rest = rest;
  }

  /** Chooses, and explains: whoever is asked for an account of a choice gets the search itself. */
  Search search(Call call, Instant now) {
    Stage stage = stage(call, now);
    Account account = new Account(call, roster, now);
    Optional<Choice> choice = choose(rules(stage, call), call, now, account);
    return new Search(
        choice, new Explanation(stage, until(stage, call, now), account.considered()));
  }

  private Optional<Choice> choose(List<Rule> rules, Call call, Instant now, Account account) {
    if (call.tried().isEmpty()) {
      return first(rules, call, now, agent -> true, account);
    }
    return first(rules, call, now, agent -> !call.tried().containsKey(agent), account)
        .or(() -> askAgain(rules, call, now));
  }

  /** Tells whether this call may be offered to this agent at all now, were they free. */
  boolean mayAsk(Call call, AgentId agent, Instant now) {
    Instant before = call.tried().get(agent);
    if (before == null) {
      return true;
    }
    Instant over = before.plus(rest);
    // A fact may be told later than it happened: a rest whose end was told is over for it too.
    return !now.isBefore(over) || !call.restedAt().isBefore(over);
  }

  /** Who may be offered this call now, and until when. */
  Reach reach(Call call, Instant now) {
    Stage stage = stage(call, now);
    return new Reach(
        people(stage, call, now),
        teams(stage, call, now),
        onCall(stage, call, now),
        changes(stage, call, now));
  }

  private Set<AgentId> people(Stage stage, Call call, Instant now) {
    if (!call.isKnown() && call.door().policy().onCallAt(now).isEmpty()) {
      return Set.of();
    }
    Set<AgentId> people = new HashSet<>();
    for (Rule rule : rules(stage, call)) {
      if (!rule.namesTeams()) {
        rule.names(call, roster, now).forEach(choice -> people.add(choice.agent().id()));
      }
    }
    return people;
  }

  /** Those who know this caller and cannot be rung at once; they are told that somebody waits. */
  Stream<Agent> busyWhoKnow(Call call, Instant now) {
    if (!call.isKnown()) {
      return Stream.empty();
    }
    return KNOWING.stream()
        .flatMap(rule -> rule.names(call, roster, now))
        .map(Choice::agent)
        .filter(Agent::isBusy)
        .distinct();
  }

  private Stage stage(Call call, Instant now) {
    FrontDoor door = call.door();
    if (!isOpen(call, now)) {
      return Stage.CLOSED;
    }
    if (call.waited(now).compareTo(door.policy().patience()) < 0
        && busyWhoKnow(call, now).anyMatch(agent -> !call.tried().containsKey(agent.id()))) {
      return Stage.RIGHT_PERSON;
    }
    return nobodyIsReady(door) && door.policy().onCallAt(now).isPresent()
        ? Stage.NOBODY_READY
        : Stage.ANYBODY;
  }

  /** Whoever rang before the door closed is not sent away by the clock. */
  private static boolean isOpen(Call call, Instant now) {
    Hours hours = call.door().policy().hours();
    return hours.isOpen(now) || hours.isOpen(call.arrivedAt());
  }

  private boolean nobodyIsReady(FrontDoor door) {
    return !roster.anyReady(door.team())
        && door.policy().overflow().stream().map(Overflow::team).noneMatch(roster::anyReady);
  }

  private static List<Rule> rules(Stage stage, Call call) {
    return switch (stage) {
      case CLOSED -> CLOSED;
      case RIGHT_PERSON -> NAMED;
      case ANYBODY -> call.isKnown() ? OPEN : OPEN_TO_STRANGERS;
      case NOBODY_READY -> call.isKnown() ? EVERY : EVERY_FOR_STRANGERS;
    };
  }

  private static Set<TeamId> teams(Stage stage, Call call, Instant now) {
    return switch (stage) {
      case CLOSED, RIGHT_PERSON -> Set.of();
      case ANYBODY, NOBODY_READY ->
          call.door().policy().overflow().isEmpty()
              ? Set.of(call.door().team())
              : Stream.concat(
                      Stream.of(call.door().team()),
                      call.door().policy().overflow().stream()
                          .filter(next -> call.waited(now).compareTo(next.after()) >= 0)
                          .map(Overflow::team))
                  .collect(Collectors.toUnmodifiableSet());
    };
  }

  private static Optional<AgentId> onCall(Stage stage, Call call, Instant now) {
    return switch (stage) {
      case CLOSED, NOBODY_READY -> call.door().policy().onCallAt(now);
      case RIGHT_PERSON, ANYBODY -> Optional.empty();
    };
  }

  /** When the time alone changes who may be asked: by the next turn of the rota, or before. */
  private static Optional<Instant> changes(Stage stage, Call call, Instant now) {
    Optional<Instant> until = until(stage, call, now);
    return switch (stage) {
      case RIGHT_PERSON -> until;
      case CLOSED, ANYBODY, NOBODY_READY ->
          Stream.concat(until.stream(), call.door().policy().rota().nextEdge(now).stream())
              .min(Instant::compareTo);
    };
  }

  private static Optional<Instant> until(Stage stage, Call call, Instant now) {
    Policy policy = call.door().policy();
    return switch (stage) {
      case CLOSED -> policy.hours().nextChange(now);
      case RIGHT_PERSON -> Optional.of(call.arrivedAt().plus(policy.patience()));
      case ANYBODY, NOBODY_READY ->
          policy.overflow().isEmpty()
              ? Optional.empty()
              : policy.overflow().stream()
                  .map(next -> call.arrivedAt().plus(next.after()))
                  .filter(now::isBefore)
                  .min(Instant::compareTo);
    };
  }

  private Optional<Choice> askAgain(List<Rule> rules, Call call, Instant now) {
    for (AgentId tried : call.tried().keySet()) {
      Optional<Choice> choice =
          mayAsk(call, tried, now)
              ? first(rules, call, now, tried::equals, new Account(call, roster, now))
              : Optional.empty();
      if (choice.isPresent()) {
        return choice;
      }
    }
    return Optional.empty();
  }

  private Optional<Choice> first(
      List<Rule> rules, Call call, Instant now, Predicate<AgentId> allowed, Account account) {
    for (Rule rule : rules) {
      Optional<Choice> choice =
          rule.first(call, roster, now, named -> takes(rule, named, allowed, account));
      account.leaves(rule, choice);
      if (choice.isPresent()) {
        return choice;
      }
    }
    return Optional.empty();
  }

  private static boolean takes(
      Rule rule, Choice named, Predicate<AgentId> allowed, Account account) {
    if (!allowed.test(named.agent().id())) {
      account.passedOver(rule, named.agent(), PassedOver.LET_PASS);
      return false;
    }
    Standing standing = named.standing();
    if (standing != Standing.FREE) {
      account.passedOver(rule, named.agent(), PassedOver.by(standing));
      return false;
    }
    return true;
  }
}
