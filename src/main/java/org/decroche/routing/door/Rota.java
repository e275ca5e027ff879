package org.decroche.routing.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
  private static final int DAYS_AHEAD = 100;

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
    LocalDate day = moment.atZone(zone).toLocalDate();
    for (Turn turn : turns) {
      if (lasts(turn.beginningOn(day), moment) || lasts(turn.lastBegunBefore(day), moment)) {
        return Optional.of(turn.agent());
      }
    }
    return Optional.empty();
  }

  /**
   * The next moment after this one at which a turn begins or ends: it may be somebody else's then.
   *
   * @return empty when none does within 100 days
   */
  public Optional<Instant> nextEdge(Instant after) {
    return edges(after).findFirst();
  }

  /**
   * The next moment after this one at which somebody else is on call.
   *
   * @param otherwise who is on call when it is nobody's turn
   * @return empty when that is nobody else within 100 days
   */
  public Optional<Instant> nextChange(Instant after, Optional<AgentId> otherwise) {
    Optional<AgentId> now = at(after).or(() -> otherwise);
    return edges(after).filter(edge -> !at(edge).or(() -> otherwise).equals(now)).findFirst();
  }

  private Stream<Instant> edges(Instant after) {
    if (turns.isEmpty()) {
      return Stream.empty();
    }
    LocalDate today = after.atZone(zone).toLocalDate();
    return today
        .datesUntil(today.plusDays(DAYS_AHEAD))
        .flatMap(day -> edges(day).filter(edge -> edge.isAfter(after)).sorted());
  }

  /** Every moment of this day at which a turn begins or ends, and of the first of the next. */
  private Stream<Instant> edges(LocalDate day) {
    Instant begins = day.atStartOfDay(zone).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
    return turns.stream()
        .flatMap(turn -> Stream.of(turn.beginningOn(day), turn.lastBegunBefore(day)))
        .flatMap(Optional::stream)
        .flatMap(span -> Stream.of(begins(span), ends(span)))
        .filter(edge -> !edge.isBefore(begins) && !edge.isAfter(ends));
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
