package org.decroche.routing.door;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.Turn.Span;

/**
 * Who is on call when (issue 5): turns in order, of which the first that fits counts. Daylight
 * saving is the zone's, as for {@link Hours}: at a time that comes twice, the turn that ends there
 * lasts through both, and the order says whose the hour is.
 */
public record Rota(ZoneId zone, List<Turn> turns) {
  /** Nobody's turn, ever. */
  public static final Rota NONE = new Rota(ZoneId.of("UTC"), List.of());

  /** A change is looked for so far ahead: longer than any turn of every so many weeks is away. */
  private static final Duration AHEAD = Duration.ofDays(100);

  /** And so many beginnings and ends at most: a search must not hold up the calls for long. */
  private static final int EDGES_AHEAD = 500;

  public Rota {
    turns = List.copyOf(turns);
  }

  /** Without the turns of those who may not answer: the next that fits counts. */
  public Rota only(Predicate<AgentId> mayAnswer) {
    return new Rota(zone, turns.stream().filter(turn -> mayAnswer.test(turn.agent())).toList());
  }

  /** Whose turn it is at this moment. */
  public Optional<AgentId> at(Instant moment) {
    if (turns.isEmpty()) {
      return Optional.empty(); // the common case, asked for every decision
    }
    return agent(first(moment));
  }

  /** Which turn counts at this moment; as many as there are when none does. */
  private int first(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    int turn = 0;
    while (turn < turns.size()
        && !lasts(turns.get(turn).beginningOn(day), moment)
        && !lasts(turns.get(turn).lastBegunBefore(day), moment)) {
      turn++;
    }
    return turn;
  }

  private Optional<AgentId> agent(int turn) {
    return turn < turns.size() ? Optional.of(turns.get(turn).agent()) : Optional.empty();
  }

  /**
   * The next moment after this one at which a turn begins or ends: it may be somebody else's then.
   * Asked for every decision: a few spans of each turn are looked at, and no day in between.
   *
   * @return empty when none does within 100 days
   */
  public Optional<Instant> nextEdge(Instant after) {
    return nextEdge(after, turns);
  }

  private Optional<Instant> nextEdge(Instant after, List<Turn> of) {
    if (of.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = after.atZone(zone).toLocalDate();
    Instant far = after.plus(AHEAD);
    Instant next = far;
    for (Turn turn : of) {
      next = edge(turn, today, after, next);
    }
    return Optional.of(next).filter(edge -> edge.isBefore(far));
  }

  /**
   * The next moment after this one at which somebody else is on call.
   *
   * @param otherwise who is on call when it is nobody's turn
   * @return empty when that is nobody else within 100 days, or within the next 500 moments at which
   *     a turn begins or ends
   */
  public Optional<Instant> nextChange(Instant after, Optional<AgentId> otherwise) {
    Optional<AgentId> now = at(after).or(() -> otherwise);
    Rota left = left(after);
    if (otherwise.equals(now) && left.turns.stream().allMatch(turn -> isOf(turn, now))) {
      return Optional.empty(); // one person all along
    }
    Instant at = after;
    int turn = left.first(at);
    for (int looked = 0; looked < EDGES_AHEAD; looked++) {
      // Whatever stands below the turn that counts changes nothing while that one lasts.
      List<Turn> counting = left.turns.subList(0, Math.min(turn + 1, left.turns.size()));
      Optional<Instant> edge = left.nextEdge(at, counting);
      if (edge.isEmpty() || !edge.get().isBefore(after.plus(AHEAD))) {
        return Optional.empty();
      }
      at = edge.get();
      turn = left.first(at);
      if (!left.agent(turn).or(() -> otherwise).equals(now)) {
        return edge;
      }
    }
    return Optional.empty();
  }

  /** Without the turns that are over by this moment. */
  private Rota left(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    return new Rota(
        zone,
        turns.stream()
            .filter(turn -> turn.firstFrom(day).or(() -> turn.lastBegunBefore(day)).isPresent())
            .toList());
  }

  private static boolean isOf(Turn turn, Optional<AgentId> agent) {
    return agent.filter(turn.agent()::equals).isPresent();
  }

  /** Where this turn begins or ends first after a moment of this day, if that is before another. */
  private Instant edge(Turn turn, LocalDate day, Instant after, Instant before) {
    Instant next = before;
    Optional<Span> span = turn.lastBegunBefore(day).or(() -> turn.firstFrom(day));
    while (span.isPresent()) {
      Instant begins = begins(span.get());
      next = sooner(begins, after, sooner(ends(span.get()), after, next));
      if (begins.isAfter(after)) {
        return next; // whatever comes later begins and ends later
      }
      LocalDate begun = span.get().from().toLocalDate();
      span = turn.firstFrom(begun.isBefore(day) ? day : begun.plusDays(1));
    }
    return next;
  }

  private static Instant sooner(Instant edge, Instant after, Instant before) {
    return edge.isAfter(after) && edge.isBefore(before) ? edge : before;
  }

  private boolean lasts(Optional<Span> span, Instant moment) {
    return span.isPresent()
        && !moment.isBefore(begins(span.get()))
        && moment.isBefore(ends(span.get()));
  }

  private Instant begins(Span span) {
    return WallClock.begins(zone, span.from());
  }

  private Instant ends(Span span) {
    return WallClock.ends(zone, span.until());
  }
}
