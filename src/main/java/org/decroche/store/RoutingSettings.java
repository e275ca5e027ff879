package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.Holidays;
import org.decroche.routing.door.TeamId;

/**
 * Who else may answer at a front door, and when, as an administrator says it.
 *
 * @param patience 0 to 600 s
 * @param wrapUp 0 to 3600 s; whole seconds
 * @param callbackDue within how much open time a caller nobody answered is called back; 1 to 10080
 *     min
 * @param longWait after how long without a human the caller's side is answered, and billed; 10 to
 *     3600 s; empty for never
 * @param onCall who is on call while it is nobody's turn
 * @param rota the first turn that fits is on call
 * @param week no span at all: always open
 */
public record RoutingSettings(
    Duration patience,
    Duration wrapUp,
    Duration callbackDue,
    Optional<Duration> longWait,
    Optional<AgentId> onCall,
    List<WantedTurn> rota,
    ZoneId zone,
    Holidays holidays,
    List<OpenSpan> week,
    List<LocalDate> closedDays,
    List<Closing> closures,
    List<Help> overflow) {
  public RoutingSettings {
    rota = List.copyOf(rota);
    week = List.copyOf(week);
    closedDays = List.copyOf(closedDays);
    closures = List.copyOf(closures);
    overflow = List.copyOf(overflow);
  }

  /**
   * One span of a day, in minutes since midnight.
   *
   * @param day by ISO 8601: Monday is 1
   * @param closes at most 1440, the end of the day
   */
  public record OpenSpan(int day, int opens, int closes) {}

  /** Closed from this moment until that one. */
  public record Closing(Instant from, Instant until) {}

  /** Another team that helps after a wait of 0 to 3600 s. */
  public record Help(TeamId team, Duration after) {}

  /** Somebody's turn to be on call; its times are minutes since midnight. */
  public sealed interface WantedTurn {
    /** 0 to 1439. */
    int from();

    /** 0 to 1440, the end of the day. */
    int to();

    AgentId agent();
  }

  /**
   * A turn that comes again.
   *
   * @param days by ISO 8601: Monday is 1; at least one, none twice
   * @param to not after {@code from} is the next day's
   * @param everyWeeks 1 to 12; a turn belongs to the week, from Monday on, in which it begins
   * @param weekOf a day in one of its weeks; not empty when they are not all of them
   */
  public record WeeklyTurn(
      List<Integer> days,
      int from,
      int to,
      int everyWeeks,
      Optional<LocalDate> weekOf,
      AgentId agent)
      implements WantedTurn {
    public WeeklyTurn {
      days = List.copyOf(days);
    }
  }

  /**
   * A turn that comes once: {@code from} the first day {@code to} the last, and the days between.
   */
  public record OnceTurn(LocalDate first, LocalDate last, int from, int to, AgentId agent)
      implements WantedTurn {}
}
