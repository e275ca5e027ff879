package org.decroche.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.casework.DebtOwner.Member;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.OpenPromise;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.junit.jupiter.api.Test;

class DebtOwnerTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final AgentId ALICE = new AgentId(1);
  private static final AgentId KARIM = new AgentId(2);
  private static final AgentId CHLOE = new AgentId(3);
  private static final AgentId DINA = new AgentId(4);
  private static final Owed OWED = new Owed(Owed.What.PROMISE, KARIM, NOW);

  private static OpenCase open(long id, AgentId owner, int touchedMinutesAgo) {
    return new OpenCase(
        id, "case", "", owner, "owner", NOW, NOW.minusSeconds(60L * touchedMinutesAgo), List.of());
  }

  private static OpenCase promised(OpenCase bare, Instant due) {
    return new OpenCase(
        bare.id(),
        bare.title(),
        "",
        bare.owner(),
        "owner",
        bare.openedAt(),
        bare.touchedAt(),
        List.of(),
        Optional.of(new OpenPromise("a visit", "somebody", due)));
  }

  private static Recognition known(OpenCase... cases) {
    return new Recognition(
        LookUp.FOUND,
        List.of(new KnownCustomer(7, "Jeanne", "", List.of(cases))),
        Optional.of(new LastTalk(CHLOE, NOW)));
  }

  private static Member member(AgentId id, boolean ready, int idleMinutes, int debts) {
    return new Member(id, ready, NOW.minusSeconds(60L * idleMinutes), debts);
  }

  private static Optional<AgentId> owner(Recognition who, Member... team) {
    return DebtOwner.of(Optional.of(7L), who, agent -> true, List.of(team), Optional.of(DINA));
  }

  @Test
  void theOwnerOfTheOpenCaseComesFirst() {
    assertThat(owner(known(open(1, ALICE, 5)).withOwed(OWED))).contains(ALICE);
  }

  @Test
  void ofSeveralCasesTheOneTouchedLast() {
    assertThat(owner(known(open(1, KARIM, 50), open(2, ALICE, 5)))).contains(ALICE);
  }

  @Test
  void aPromisedCaseGoesBeforeOneTouchedLater() {
    assertThat(owner(known(promised(open(1, KARIM, 50), NOW), open(2, ALICE, 5)))).contains(KARIM);
  }

  @Test
  void ofTwoPromisedCasesTheOneDueFirst() {
    assertThat(
            owner(
                known(
                    promised(open(1, KARIM, 5), NOW.plusSeconds(60)),
                    promised(open(2, ALICE, 50), NOW))))
        .contains(ALICE);
  }

  @Test
  void thenWhoeverOwesThemSomething() {
    assertThat(owner(known().withOwed(OWED))).contains(KARIM);
  }

  @Test
  void thenWhoeverTalkedWithThemLast() {
    assertThat(owner(known(), member(ALICE, true, 5, 0))).contains(CHLOE);
  }

  @Test
  void aSharedNumberTiesNobodyUntilItIsSaidWhoItWas() {
    Recognition shared = known(open(1, ALICE, 5)).ofSharedNumber();

    assertThat(
            DebtOwner.of(
                Optional.empty(),
                shared,
                agent -> true,
                List.of(member(KARIM, true, 5, 0)),
                Optional.empty()))
        .contains(KARIM);
    assertThat(owner(shared)).contains(ALICE);
  }

  @Test
  void aStrangersGoesToWhoIsReadyAndOwesTheFewestThenToTheLongestIdle() {
    assertThat(
            owner(
                Recognition.UNKNOWN,
                member(ALICE, false, 500, 0),
                member(KARIM, true, 50, 1),
                member(CHLOE, true, 5, 0),
                member(DINA, true, 20, 0)))
        .contains(DINA);
  }

  @Test
  void whenNobodyIsReadyItIsForWhoIsOnCall() {
    assertThat(owner(Recognition.UNKNOWN, member(ALICE, false, 500, 0))).contains(DINA);
  }

  @Test
  void withNobodyOnCallItIsForTheOneOfTheTeamWhoOwesTheFewest() {
    assertThat(
            DebtOwner.of(
                Optional.empty(),
                Recognition.UNKNOWN,
                agent -> true,
                List.of(member(ALICE, false, 500, 2), member(KARIM, false, 5, 1)),
                Optional.empty()))
        .contains(KARIM);
  }

  @Test
  void anEmptyTeamLeavesItToNobody() {
    assertThat(
            DebtOwner.of(
                Optional.empty(), Recognition.UNKNOWN, agent -> true, List.of(), Optional.empty()))
        .isEmpty();
  }

  @Test
  void whoeverLeftTheHouseOwnsNothingNew() {
    Set<AgentId> here = Set.of(KARIM);

    assertThat(
            DebtOwner.of(
                Optional.of(7L),
                known(open(1, ALICE, 5)),
                here::contains,
                List.of(member(KARIM, false, 5, 9)),
                Optional.of(DINA)))
        .contains(KARIM);
  }
}
