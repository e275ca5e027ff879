package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.Figures.Figure;
import org.decroche.store.Figures.Period;
import org.decroche.store.Figures.Which;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The board's figures out of the record, against the same figures counted by hand from the calls
 * that were put into it.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** Of the whole simulated day; -Dfigures.seed=N simulates it again. */
  private static final long SEED = Long.getLong("figures.seed", new Random().nextLong());

  /** Of 24 hours, of 25 (the clocks go back in that night), of 23. */
  private static final LocalDate DAY =
      LocalDate.parse(
          List.of("2026-06-17", "2026-10-25", "2027-03-28").get(Math.floorMod(SEED, 3)));

  private static final Period PERIOD = Period.day(DAY, PARIS);
  private static final int HOURS = (int) Duration.between(PERIOD.from(), PERIOD.to()).toHours();

  /** In the evening, so that some calls of that day are going on. */
  private static final Instant NOW = PERIOD.to().minus(Duration.ofMinutes(150));

  private final TestDatabase tables;
  private final Figures figures;
  private final List<Simulated> day = new ArrayList<>();
  private long one;
  private long two;

  FiguresTest(TestDatabase tables) {
    this.tables = tables;
    this.figures = new Figures(tables.database());
  }

  /** A call as it is put into the record. */
  private record Simulated(
      String id,
      long door,
      Instant arrived,
      Optional<Instant> answered,
      Optional<Instant> ended,
      boolean reached,
      boolean incoming,
      long billed) {
    Duration human() {
      return Duration.between(arrived, answered.orElseThrow());
    }

    boolean isGivenUp() {
      return answered.isEmpty() && ended.isPresent();
    }

    boolean isWaiting() {
      return answered.isEmpty() && ended.isEmpty();
    }

    boolean isHumanWithin(int seconds) {
      return answered.isPresent() && human().compareTo(Duration.ofSeconds(seconds)) <= 0;
    }

    /** Whether it can be said by now that it was, or was not, answered within that time. */
    boolean isJudged(int seconds) {
      return !isWaiting()
          || Duration.between(arrived, NOW).compareTo(Duration.ofSeconds(seconds)) > 0;
    }
  }

  @BeforeAll
  void aDay() {
    long team =
        Long.parseLong(
            tables.sql("insert into teams (name) values ('Care') returning id").getFirst());
    one = door("+33199000001", team);
    two = door("+33199000002", team);
    System.out.println("FiguresTest: " + DAY + ", seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 1500; i++) {
      day.add(simulated(random, i));
    }
    day.add(
        new Simulated(
            "before",
            one,
            PERIOD.from().minusMillis(1),
            Optional.empty(),
            Optional.empty(),
            false,
            true,
            0));
    day.add(
        new Simulated(
            "after", one, PERIOD.to(), Optional.empty(), Optional.empty(), false, true, 0));
    day.add(
        new Simulated(
            "first",
            one,
            PERIOD.from(),
            Optional.of(PERIOD.from().plusSeconds(15)),
            Optional.empty(),
            false,
            true,
            2));
    day.forEach(this::insert);
  }

  private long door(String number, long team) {
    return Long.parseLong(
        tables
            .sql(
                "insert into front_doors (number, name, country, team_id) values ('%s', 'Door %s', 'FR', %d) returning id"
                    .formatted(number, number, team))
            .getFirst());
  }

  private Simulated simulated(Random random, int i) {
    Instant arrived =
        PERIOD.from().plusMillis(random.nextLong(Duration.between(PERIOD.from(), NOW).toMillis()));
    Optional<Instant> answered =
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(
                    arrived.plusMillis(
                        random.nextInt(3) == 0 ? random.nextInt(300_000) : random.nextInt(16_000)))
                .filter(at -> at.isBefore(NOW));
    boolean goesOn = random.nextInt(10) == 0;
    Instant left = answered.orElse(arrived).plusMillis(random.nextInt(200_000));
    Optional<Instant> ended = goesOn || left.isAfter(NOW) ? Optional.empty() : Optional.of(left);
    return new Simulated(
        "call-" + i,
        random.nextBoolean() ? one : two,
        arrived,
        answered,
        ended,
        random.nextBoolean(),
        random.nextInt(12) > 0,
        random.nextInt(40) == 0 ? random.nextInt(9) : 0);
  }

  private void insert(Simulated call) {
    List<String> unused =
        tables.sql(
            """
            insert into calls (id, front_door_id, number_kind, number, arrived_at, answered_at, ended_at, direction, seconds_billed_before_human)
            values ('%s', %d, 'number', '+33612345678', '%s', %s, %s, '%s', %d)
            """
                .formatted(
                    call.id(),
                    call.door(),
                    call.arrived(),
                    quoted(call.answered()),
                    quoted(call.ended()),
                    call.incoming() ? "in" : "out",
                    call.billed()));
    if (call.isGivenUp() && call.incoming()) {
      List<String> unusedToo =
          tables.sql(
              """
              with owed as (insert into debts (number, front_door_id, began_at, missed_at, due_at, settled_at)
                values ('+33612345678', %d, '%s', '%s', '%s', %s) returning id)
              insert into debt_calls (call_id, debt_id) select '%s', id from owed
              """
                  .formatted(
                      call.door(),
                      call.arrived(),
                      call.arrived(),
                      call.arrived(),
                      call.reached() ? "now()" : "null",
                      call.id()));
    }
  }

  private static String quoted(Optional<Instant> at) {
    return at.map(moment -> "'" + moment + "'").orElse("null");
  }

  /** By hand, from the list and not from the record. */
  private static Figure counted(List<Simulated> calls) {
    List<Duration> waits =
        calls.stream()
            .filter(call -> call.answered().isPresent())
            .map(Simulated::human)
            .sorted(Comparator.naturalOrder())
            .toList();
    return new Figure(
        calls.size(),
        waits.size(),
        count(calls, Simulated::isGivenUp),
        count(calls, Simulated::isWaiting),
        count(calls, call -> call.isGivenUp() && call.reached()),
        count(calls, call -> call.isHumanWithin(15)),
        count(calls, call -> call.isJudged(15)),
        count(calls, call -> call.isHumanWithin(180)),
        count(calls, call -> call.isJudged(180)),
        waits.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(waits.get((waits.size() + 1) / 2 - 1).toSeconds()),
        waits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(waits.getLast().toSeconds()),
        calls.stream().mapToLong(Simulated::billed).sum());
  }

  private static long count(List<Simulated> calls, Predicate<Simulated> which) {
    return calls.stream().filter(which).count();
  }

  private List<Simulated> within(Instant from, Instant to) {
    return day.stream()
        .filter(Simulated::incoming)
        .filter(call -> !call.arrived().isBefore(from) && call.arrived().isBefore(to))
        .toList();
  }

  @Test
  void theWholeDayIsWhatTheCallsSayToTheSecond() {
    Figures.Told told = figures.of(PERIOD, Optional.empty(), NOW);

    assertThat(told.all()).isEqualTo(counted(within(PERIOD.from(), PERIOD.to())));
    assertThat(told.all().calls()).isGreaterThan(1000);
    assertThat(told.all().waiting()).isPositive();
    assertThat(told.all().reachedLater()).isPositive();
  }

  @Test
  void eachHourToo() {
    Figures.Told told = figures.of(PERIOD, Optional.empty(), NOW);

    assertThat(told.steps()).hasSize(HOURS);
    assertThat(told.steps())
        .isEqualTo(
            IntStream.range(0, HOURS)
                .mapToObj(
                    hour ->
                        counted(
                            within(
                                PERIOD.from().plus(Duration.ofHours(hour)),
                                PERIOD.from().plus(Duration.ofHours(hour + 1)))))
                .toList());
  }

  @Test
  void oneFrontDoorAloneAndTheLastHourByFiveMinutes() {
    Period hour = Period.hour(NOW, PARIS);

    Figures.Told told = figures.of(hour, Optional.of(new FrontDoorId(two)), NOW);

    List<Simulated> there =
        within(hour.from(), NOW).stream().filter(call -> call.door() == two).toList();
    assertThat(told.all()).isEqualTo(counted(there));
    assertThat(told.steps()).hasSize(12);
    assertThat(told.steps().stream().mapToLong(Figure::calls).sum()).isEqualTo(there.size());
  }

  @Test
  void behindEachFigureAreItsCalls() {
    Figures.Told told = figures.of(PERIOD, Optional.of(new FrontDoorId(one)), NOW);
    List<Simulated> there =
        within(PERIOD.from(), PERIOD.to()).stream().filter(call -> call.door() == one).toList();

    assertThat(ids(Which.GIVEN_UP))
        .containsExactlyInAnyOrderElementsOf(ids(there, Simulated::isGivenUp));
    assertThat(ids(Which.REACHED_LATER))
        .containsExactlyInAnyOrderElementsOf(
            ids(there, call -> call.isGivenUp() && call.reached()));
    assertThat(ids(Which.WAITING))
        .containsExactlyInAnyOrderElementsOf(ids(there, Simulated::isWaiting));
    assertThat(ids(Which.NOT_WITHIN_15))
        .hasSize((int) Math.min(500, told.all().over15() - told.all().within15()));
    assertThat(ids(Which.NOT_WITHIN_180))
        .containsExactlyInAnyOrderElementsOf(
            ids(there, call -> call.isJudged(180) && !call.isHumanWithin(180)));
    assertThat(ids(Which.BILLED))
        .containsExactlyInAnyOrderElementsOf(ids(there, call -> call.billed() > 0));
    assertThat(ids(Which.ALL)).hasSize((int) Math.min(500, told.all().calls()));
  }

  private List<String> ids(Which which) {
    return figures.calls(which, PERIOD, Optional.of(new FrontDoorId(one)), NOW).stream()
        .map(call -> call.id().value())
        .toList();
  }

  private static List<String> ids(List<Simulated> calls, Predicate<Simulated> which) {
    return calls.stream().filter(which).map(Simulated::id).toList();
  }

  @Test
  void aDayWithoutCallsIsAllNoughts() {
    Figures.Told told =
        figures.of(Period.day(LocalDate.parse("2026-03-29"), PARIS), Optional.empty(), NOW);

    assertThat(told.all()).isEqualTo(Figure.NONE);
    assertThat(told.steps()).hasSize(23).containsOnly(Figure.NONE);
  }
}
