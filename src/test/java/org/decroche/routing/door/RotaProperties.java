package org.decroche.routing.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.decroche.routing.agent.AgentId;

/**
 * Any rota, held against whoever reads it line by line with an eye on the wall clock, minute by
 * minute: a turn has begun once the clock has come to its beginning, and is over once the clock has
 * shown its end for the last time.
 */
class RotaProperties {
  private static final int DAYS = 9;
  private static final int MINUTES = DAYS * 24 * 60;

  /** Weeks of a change, and a plain one; one zone changes by half an hour, one at midnight. */
  private static final List<Place> PLACES =
      List.of(
          new Place("Europe/Paris", "2026-03-27"),
          new Place("Europe/Paris", "2026-10-23"),
          new Place("Europe/Paris", "2026-12-29"),
          new Place("Australia/Lord_Howe", "2026-04-02"),
          new Place("Australia/Lord_Howe", "2026-10-02"),
          new Place("Asia/Beirut", "2026-03-27"),
          new Place("America/Havana", "2026-10-30"),
          new Place("UTC", "2028-02-26"));

  private record Place(String zone, String from) {}

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void atEveryMinuteItIsWhomANaiveReaderWouldSay(@ForAll long seed) {
    Random dice = new Random(seed);
    Place place = PLACES.get(dice.nextInt(PLACES.size()));
    ZoneId zone = ZoneId.of(place.zone());
    LocalDate first = LocalDate.parse(place.from());
    List<Turn> turns = turns(dice, first);
    Rota rota = new Rota(zone, turns);
    Instant start = first.atStartOfDay(zone).toInstant();
    LocalDateTime[] wall = wall(zone, start);
    List<Optional<AgentId>> naive = read(turns, wall, first, new TreeSet<>());

    for (int minute = 24 * 60; minute < MINUTES; minute++) {
      Instant at = start.plus(Duration.ofMinutes(minute));
      assertThat(rota.at(at)).as("%s in %s by %s", at, zone, turns).isEqualTo(naive.get(minute));
    }
    changesAreWhereTheReaderSeesThem(rota, dice, start, naive);
    edgesAreWhereTheReaderSeesThem(rota, wall, first, start);
  }

  private static void edgesAreWhereTheReaderSeesThem(
      Rota rota, LocalDateTime[] wall, LocalDate first, Instant start) {
    NavigableSet<Integer> edges = new TreeSet<>();
    List<Optional<AgentId>> unused = read(rota.turns(), wall, first, edges);
    for (int minute = 24 * 60; minute < MINUTES; minute += 7) {
      Instant at = start.plus(Duration.ofMinutes(minute));
      Integer next = edges.higher(minute);
      if (next != null && next < MINUTES) {
        assertThat(rota.nextEdge(at))
            .as("after %s in %s of %s", at, rota.zone(), rota.turns())
            .contains(start.plus(Duration.ofMinutes(next)));
      } else {
        assertThat(rota.nextEdge(at).orElse(Instant.MAX))
            .isAfterOrEqualTo(start.plus(Duration.ofMinutes(MINUTES)));
      }
    }
  }

  private static void changesAreWhereTheReaderSeesThem(
      Rota rota, Random dice, Instant start, List<Optional<AgentId>> naive) {
    Optional<AgentId> otherwise = dice.nextBoolean() ? Optional.of(agent(dice)) : Optional.empty();
    for (int i = 0; i < 50; i++) {
      int minute = dice.nextInt(24 * 60, MINUTES);
      Optional<AgentId> now = naive.get(minute).or(() -> otherwise);
      int next = minute;
      while (next < MINUTES && naive.get(next).or(() -> otherwise).equals(now)) {
        next++;
      }
      Instant at = start.plus(Duration.ofMinutes(minute));
      Optional<Instant> change = rota.nextChange(at, otherwise);
      Instant end = start.plus(Duration.ofMinutes(next));
      if (next < MINUTES) {
        assertThat(change).contains(end);
        assertThat(rota.nextEdge(at).orElseThrow()).isAfter(at).isBeforeOrEqualTo(end);
      } else {
        assertThat(change.orElse(Instant.MAX)).isAfterOrEqualTo(end);
      }
    }
  }

  private static List<Turn> turns(Random dice, LocalDate first) {
    List<Turn> turns = new ArrayList<>();
    for (int i = dice.nextInt(6); i >= 0; i--) {
      turns.add(dice.nextInt(3) == 0 ? once(dice, first) : weekly(dice, first));
    }
    return turns;
  }

  private static Turn weekly(Random dice, LocalDate first) {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + dice.nextInt(7)));
    for (int i = dice.nextInt(7); i > 0; i--) {
      days.add(DayOfWeek.of(1 + dice.nextInt(7)));
    }
    LocalTime to = dice.nextInt(4) == 0 ? LocalTime.MAX : time(dice);
    return new Turn.Weekly(
        days, time(dice), to, 1 + dice.nextInt(3), first.plusDays(dice.nextInt(21)), agent(dice));
  }

  private static Turn once(Random dice, LocalDate first) {
    LocalDateTime from = first.plusDays(dice.nextInt(DAYS)).atTime(time(dice));
    return new Turn.Once(from, from.plusMinutes(1 + dice.nextInt(4 * 24 * 60)), agent(dice));
  }

  /** Small hours more often than not: that is when the clocks are changed. */
  private static LocalTime time(Random dice) {
    return dice.nextBoolean()
        ? LocalTime.of(dice.nextInt(4), dice.nextInt(60))
        : LocalTime.of(dice.nextInt(24), 15 * dice.nextInt(4));
  }

  private static AgentId agent(Random dice) {
    return new AgentId(1 + dice.nextInt(4));
  }

  private static LocalDateTime[] wall(ZoneId zone, Instant start) {
    LocalDateTime[] wall = new LocalDateTime[MINUTES];
    for (int minute = 0; minute < MINUTES; minute++) {
      wall[minute] = LocalDateTime.ofInstant(start.plus(Duration.ofMinutes(minute)), zone);
    }
    return wall;
  }

  /**
   * By the clock alone; right from the second day on, since no weekly turn lasts longer than a day.
   */
  private static List<Optional<AgentId>> read(
      List<Turn> turns, LocalDateTime[] wall, LocalDate first, Set<Integer> edges) {
    List<Optional<AgentId>> onCall = new ArrayList<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      onCall.add(Optional.empty());
    }
    for (Turn turn : turns.reversed()) { // the first writes over those below it
      for (int day = 0; day <= DAYS; day++) { // nine days of 24 hours may reach into a tenth
        write(turn, first.plusDays(day), wall, onCall, edges);
      }
    }
    return onCall;
  }

  private static void write(
      Turn turn,
      LocalDate day,
      LocalDateTime[] wall,
      List<Optional<AgentId>> onCall,
      Set<Integer> edges) {
    LocalDateTime from;
    LocalDateTime until;
    switch (turn) {
      case Turn.Weekly weekly -> {
        long week = Math.floorDiv(day.toEpochDay() + 3, 7); // 1970-01-01 was a Thursday
        long theirs = Math.floorDiv(weekly.weekOf().toEpochDay() + 3, 7);
        if (!weekly.days().contains(day.getDayOfWeek())
            || Math.floorMod(week - theirs, weekly.everyWeeks()) != 0) {
          return;
        }
        from = day.atTime(weekly.from());
        boolean endOfDay = weekly.to().equals(LocalTime.MAX);
        until = endOfDay ? day.plusDays(1).atStartOfDay() : day.atTime(weekly.to());
        until = until.isAfter(from) ? until : until.plusDays(1);
      }
      case Turn.Once once -> {
        if (!once.from().toLocalDate().equals(day)) {
          return;
        }
        from = once.from();
        until = once.until();
      }
    }
    int begins = 0;
    while (begins < wall.length && wall[begins].isBefore(from)) {
      begins++;
    }
    int ends = wall.length;
    while (ends > 0 && wall[ends - 1].isAfter(until)) {
      ends--;
    }
    if (ends > 0 && wall[ends - 1].equals(until)) {
      ends--;
    }
    edges.add(begins);
    edges.add(ends);
    for (int minute = begins; minute < ends; minute++) {
      onCall.set(minute, Optional.of(turn.agent()));
    }
  }

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void fromChangeToChangeOnePersonOrNobodyIsOnCall(@ForAll long seed) {
    Random dice = new Random(seed);
    LocalDate first = LocalDate.parse("2026-03-27");
    Rota rota = new Rota(ZoneId.of("Europe/Paris"), turns(dice, first));
    Instant at = first.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(dice.nextInt(86_400));
    for (int i = 0; i < 20; i++) {
      Optional<Instant> next = rota.nextChange(at, Optional.empty());
      if (next.isEmpty()) {
        return;
      }
      assertThat(rota.at(next.get().minusMillis(1))).isEqualTo(rota.at(at));
      assertThat(rota.at(next.get())).isNotEqualTo(rota.at(at));
      at = next.get();
    }
  }
}
