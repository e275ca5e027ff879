package org.decroche.routing.door;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.junit.jupiter.api.Test;

/** By the clock on the wall in Paris. Mondays: 2026-11-23, 2026-11-30, 2027-08-16. */
class RotaTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final AgentId ALICE = new AgentId(1);
  private static final AgentId KARIM = new AgentId(2);
  private static final AgentId PAUL = new AgentId(3);
  private static final Set<DayOfWeek> WORKDAYS =
      EnumSet.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);
  private static final Turn KARIMS_NIGHTS = weekly(KARIM, WORKDAYS, "18:00", "08:00");
  private static final Turn ALICES_WEEKENDS =
      weekly(ALICE, EnumSet.of(SATURDAY, SUNDAY), "08:00", "08:00");

  private static Turn weekly(AgentId agent, Set<DayOfWeek> days, String from, String to) {
    return weekly(agent, days, from, to, 1, "2026-11-23");
  }

  private static Turn weekly(
      AgentId agent, Set<DayOfWeek> days, String from, String to, int everyWeeks, String weekOf) {
    return new Turn.Weekly(
        days,
        LocalTime.parse(from),
        to.equals("24:00") ? LocalTime.MAX : LocalTime.parse(to),
        everyWeeks,
        LocalDate.parse(weekOf),
        agent);
  }

  private static Turn once(AgentId agent, String from, String until) {
    return new Turn.Once(LocalDateTime.parse(from), LocalDateTime.parse(until), agent);
  }

  private static Rota rota(Turn... turns) {
    return new Rota(PARIS, List.of(turns));
  }

  private static Instant paris(String wall) {
    return LocalDateTime.parse(wall).atZone(PARIS).toInstant();
  }

  @Test
  void aTurnIsTheirsFromItsFirstMomentToBeforeItsLast() {
    Rota rota = rota(weekly(ALICE, EnumSet.of(MONDAY), "12:00", "14:00"));
    assertThat(rota.at(paris("2026-11-23T11:59:59.999"))).isEmpty();
    assertThat(rota.at(paris("2026-11-23T12:00"))).contains(ALICE);
    assertThat(rota.at(paris("2026-11-23T13:59:59.999"))).contains(ALICE);
    assertThat(rota.at(paris("2026-11-23T14:00"))).isEmpty();
    assertThat(rota.at(paris("2026-11-24T13:00"))).as("a Tuesday").isEmpty();
  }

  @Test
  void aNightRunsPastMidnightIntoTheMorningAlsoOfADayThatHasNoTurn() {
    Rota rota = rota(KARIMS_NIGHTS);
    assertThat(rota.at(paris("2026-11-23T23:59"))).contains(KARIM);
    assertThat(rota.at(paris("2026-11-24T00:00"))).contains(KARIM);
    assertThat(rota.at(paris("2026-11-24T07:59"))).contains(KARIM);
    assertThat(rota.at(paris("2026-11-24T08:00"))).isEmpty();
    assertThat(rota.at(paris("2026-11-28T07:59"))).as("Saturday, from Friday").contains(KARIM);
    assertThat(rota.at(paris("2026-11-23T07:59"))).as("Monday, from no Sunday").isEmpty();
  }

  @Test
  void nightsAndWeekendsLeaveTheDaysToWhoeverIsOnCallOtherwise() {
    Policy policy = Policy.PLAIN.withOnCall(PAUL).withRota(rota(KARIMS_NIGHTS, ALICES_WEEKENDS));
    assertThat(policy.onCallAt(paris("2026-11-23T10:00"))).contains(PAUL);
    assertThat(policy.onCallUntil(paris("2026-11-23T10:00"))).contains(paris("2026-11-23T18:00"));
    assertThat(policy.onCallAt(paris("2026-11-27T20:00"))).contains(KARIM);
    assertThat(policy.onCallUntil(paris("2026-11-27T20:00"))).contains(paris("2026-11-28T08:00"));
    assertThat(policy.onCallAt(paris("2026-11-28T08:00"))).contains(ALICE);
    assertThat(policy.onCallUntil(paris("2026-11-28T08:00")))
        .as("two days that touch are one time on call")
        .contains(paris("2026-11-30T08:00"));
  }

  @Test
  void theFirstTurnThatFitsCountsSoExceptionsStandAboveTheRule() {
    Turn august = once(PAUL, "2027-08-15T00:00", "2027-08-18T00:00");
    Rota rota = rota(august, KARIMS_NIGHTS, ALICES_WEEKENDS);
    assertThat(rota.at(paris("2027-08-14T23:59"))).contains(ALICE);
    assertThat(rota.at(paris("2027-08-15T00:00"))).contains(PAUL);
    assertThat(rota.at(paris("2027-08-17T23:59"))).contains(PAUL);
    assertThat(rota.at(paris("2027-08-18T00:00"))).contains(KARIM);
    assertThat(rota.nextChange(paris("2027-08-14T12:00"), Optional.empty()))
        .contains(paris("2027-08-15T00:00"));
    assertThat(rota.nextChange(paris("2027-08-16T12:00"), Optional.empty()))
        .as("other turns begin and end below it")
        .contains(paris("2027-08-18T00:00"));
    assertThat(rota(KARIMS_NIGHTS, august).at(paris("2027-08-16T23:00")))
        .as("below the rule, it fills what the rule leaves")
        .contains(KARIM);
  }

  @Test
  void wholeWeeksInTurnAreEveryOtherWeekEach() {
    Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);
    Rota rota =
        rota(
            weekly(ALICE, all, "08:00", "08:00", 2, "2026-11-25"),
            weekly(KARIM, all, "08:00", "08:00", 2, "2026-12-06"));
    assertThat(rota.at(paris("2026-11-23T08:00"))).contains(ALICE);
    assertThat(rota.nextChange(paris("2026-11-23T08:00"), Optional.empty()))
        .contains(paris("2026-11-30T08:00"));
    assertThat(rota.at(paris("2026-11-30T07:59"))).as("the Sunday's, still").contains(ALICE);
    assertThat(rota.at(paris("2026-11-30T08:00"))).contains(KARIM);
    assertThat(rota.at(paris("2026-12-07T08:00"))).contains(ALICE);
    assertThat(rota.at(paris("2026-11-22T12:00"))).as("weeks go back as well").contains(KARIM);
    assertThat(rota.at(paris("2027-01-01T12:00"))).as("week 53 counts as any").contains(KARIM);
  }

  @Test
  void aDayEndsAtMidnightAndTouchesTheNext() {
    Rota rota =
        rota(weekly(ALICE, WORKDAYS, "18:00", "24:00"), weekly(KARIM, WORKDAYS, "00:00", "06:00"));
    assertThat(rota.at(paris("2026-11-23T23:59:59.999999999"))).contains(ALICE);
    assertThat(rota.at(paris("2026-11-24T00:00"))).contains(KARIM);
    assertThat(rota.nextChange(paris("2026-11-23T20:00"), Optional.empty()))
        .contains(paris("2026-11-24T00:00"));
  }

  @Test
  void inSpringATurnThatBeginsInTheSkippedHourBeginsAtTheChange() {
    // On 2026-03-29 the clocks go from 02:00 to 03:00.
    Rota rota =
        rota(
            weekly(ALICE, EnumSet.of(SATURDAY), "18:00", "02:30"),
            weekly(KARIM, EnumSet.of(SUNDAY), "02:30", "08:00"));
    Instant change = Instant.parse("2026-03-29T01:00:00Z");
    assertThat(rota.at(change.minusMillis(1))).contains(ALICE);
    assertThat(rota.at(change)).contains(KARIM);
    assertThat(rota.nextChange(change.minusSeconds(60), Optional.empty())).contains(change);
  }

  @Test
  void inAutumnTheHourThatComesTwiceIsTheirsWhoStandsFirst() {
    // On 2026-10-25 the clocks go from 03:00 back to 02:00.
    Turn evening = weekly(ALICE, EnumSet.of(SATURDAY), "18:00", "02:30");
    Turn morning = weekly(KARIM, EnumSet.of(SUNDAY), "02:30", "08:00");
    Instant firstHalfPast = Instant.parse("2026-10-25T00:30:00Z");
    Instant lastHalfPast = Instant.parse("2026-10-25T01:30:00Z");
    assertThat(rota(evening, morning).at(lastHalfPast.minusMillis(1))).contains(ALICE);
    assertThat(rota(evening, morning).at(lastHalfPast)).contains(KARIM);
    assertThat(rota(morning, evening).at(firstHalfPast.minusMillis(1))).contains(ALICE);
    assertThat(rota(morning, evening).at(firstHalfPast)).contains(KARIM);
  }

  @Test
  void whoeverMayNotAnswerLeavesTheirTurnsToTheNextThatFits() {
    Rota rota =
        rota(once(PAUL, "2026-11-23T00:00", "2026-11-25T00:00"), KARIMS_NIGHTS)
            .only(agent -> !agent.equals(PAUL));
    assertThat(rota.at(paris("2026-11-23T20:00"))).contains(KARIM);
    assertThat(rota.at(paris("2026-11-23T10:00"))).isEmpty();
  }

  @Test
  void whatNeverChangesHasNoNextChange() {
    Rota always = rota(weekly(ALICE, EnumSet.allOf(DayOfWeek.class), "00:00", "24:00"));
    assertThat(always.nextChange(paris("2026-11-23T10:00"), Optional.of(KARIM))).isEmpty();
    assertThat(rota(KARIMS_NIGHTS).nextChange(paris("2026-11-23T10:00"), Optional.of(KARIM)))
        .as("their own turn, and on call otherwise too")
        .isEmpty();
    assertThat(Rota.NONE.nextChange(paris("2026-11-23T10:00"), Optional.of(KARIM))).isEmpty();
    assertThat(Rota.NONE.nextEdge(paris("2026-11-23T10:00"))).isEmpty();
    assertThat(Rota.NONE.at(paris("2026-11-23T10:00"))).isEmpty();
  }

  @Test
  void aTurnThatNeverComesIsNone() {
    assertThatThrownBy(() -> weekly(ALICE, Set.of(), "08:00", "09:00"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> weekly(ALICE, WORKDAYS, "08:00", "09:00", 0, "2026-11-23"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> once(ALICE, "2026-11-23T08:00", "2026-11-23T08:00"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void turnsThatAreOverHideNobodyAndEndNothing() {
    Turn all = weekly(KARIM, EnumSet.allOf(DayOfWeek.class), "00:00", "24:00");
    Rota rota =
        rota(
            once(ALICE, "2026-10-01T00:00", "2026-11-22T00:00"),
            once(PAUL, "2026-11-22T00:00", "2026-11-23T09:00"),
            all);
    Instant now = paris("2026-11-23T10:00");
    assertThat(rota.at(now)).contains(KARIM);
    assertThat(rota.nextEdge(now)).contains(paris("2026-11-24T00:00"));
    assertThat(rota.nextChange(now, Optional.of(KARIM))).isEmpty();
    assertThat(rota.nextChange(now, Optional.empty())).isEmpty();
    assertThat(rota.at(paris("2026-10-15T10:00"))).as("as it was").contains(ALICE);
    assertThat(rota.nextChange(paris("2026-11-23T08:00"), Optional.of(KARIM)))
        .contains(paris("2026-11-23T09:00"));
  }

  @Test
  void aTurnFarAheadIsSeenOnceItIsAHundredDaysAway() {
    Rota rota = rota(once(ALICE, "2027-06-01T00:00", "2027-06-02T00:00"));
    assertThat(rota.nextEdge(paris("2027-02-01T00:00"))).isEmpty();
    assertThat(rota.nextChange(paris("2027-02-01T00:00"), Optional.of(KARIM))).isEmpty();
    assertThat(rota.nextEdge(paris("2027-03-01T00:00"))).contains(paris("2027-06-01T00:00"));
    assertThat(rota.nextChange(paris("2027-03-01T00:00"), Optional.of(KARIM)))
        .contains(paris("2027-06-01T00:00"));
  }

  @Test
  void everyTwelfthWeekIsFoundFromTheFirstDayAfterIt() {
    Rota rota = rota(weekly(ALICE, EnumSet.of(MONDAY), "08:00", "18:00", 12, "2026-11-23"));
    assertThat(rota.nextEdge(paris("2026-11-23T18:00"))).contains(paris("2027-02-15T08:00"));
    assertThat(rota.nextEdge(paris("2026-11-29T18:00"))).contains(paris("2027-02-15T08:00"));
    assertThat(rota.nextEdge(paris("2027-02-14T23:59"))).contains(paris("2027-02-15T08:00"));
  }
}
