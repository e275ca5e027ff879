package org.decroche.store;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.decroche.routing.door.Holidays;
import org.decroche.routing.door.Hours;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.Rota;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.door.Turn;

/** Stored routing as the core goes by it. */
public final class Policies {
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private Policies() {}

  /** The policy, with each team's name beside its id. */
  public static Policy policy(RoutingSettings settings, Map<TeamId, String> teamNames) {
    return new Policy(
        settings.patience(),
        settings.overflow().stream()
            .map(
                help ->
                    new Overflow(
                        help.team(), teamNames.getOrDefault(help.team(), ""), help.after()))
            .toList(),
        hours(settings),
        settings.onCall(),
        settings.wrapUp(),
        settings.longWait(),
        rota(settings.zone(), settings.rota()));
  }

  /** Whose turn it is to be on call. */
  public static Rota rota(ZoneId zone, List<RoutingSettings.WantedTurn> turns) {
    return turns.isEmpty()
        ? Rota.NONE
        : new Rota(zone, turns.stream().map(Policies::turn).toList());
  }

  private static Turn turn(RoutingSettings.WantedTurn wanted) {
    return switch (wanted) {
      case RoutingSettings.WeeklyTurn weekly ->
          new Turn.Weekly(
              weekly.days().stream().map(DayOfWeek::of).collect(Collectors.toSet()),
              time(weekly.from()),
              time(weekly.to()),
              weekly.everyWeeks(),
              weekly.weekOf().orElse(LocalDate.EPOCH),
              weekly.agent());
      case RoutingSettings.OnceTurn once ->
          new Turn.Once(
              once.first().atStartOfDay().plusMinutes(once.from()),
              once.last().atStartOfDay().plusMinutes(once.to()),
              once.agent());
    };
  }

  /** When the door is open. */
  public static Hours hours(RoutingSettings settings) {
    if (settings.week().isEmpty()
        && settings.holidays() == Holidays.NONE
        && settings.closedDays().isEmpty()
        && settings.closures().isEmpty()) {
      return Hours.ALWAYS;
    }
    Map<DayOfWeek, List<Hours.Span>> week = new EnumMap<>(DayOfWeek.class);
    for (RoutingSettings.OpenSpan span : settings.week()) {
      week.computeIfAbsent(DayOfWeek.of(span.day()), day -> new ArrayList<>())
          .add(new Hours.Span(time(span.opens()), time(span.closes())));
    }
    return new Hours(
        settings.zone(),
        week,
        settings.holidays(),
        new HashSet<>(settings.closedDays()),
        settings.closures().stream()
            .map(closing -> new Hours.Closure(closing.from(), closing.until()))
            .toList());
  }

  private static LocalTime time(int minute) {
    return minute == MINUTES_OF_A_DAY ? LocalTime.MAX : LocalTime.ofSecondOfDay(minute * 60L);
  }
}
