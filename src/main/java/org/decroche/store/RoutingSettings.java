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
 * @param week no span at all: always open
 */
public record RoutingSettings(
    Duration patience,
    Duration wrapUp,
    Duration callbackDue,
    Optional<Duration> longWait,
    Optional<AgentId> onCall,
    ZoneId zone,
    Holidays holidays,
    List<OpenSpan> week,
    List<LocalDate> closedDays,
    List<Closing> closures,
    List<Help> overflow) {
  public RoutingSettings {
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
}
