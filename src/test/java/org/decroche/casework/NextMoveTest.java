package org.decroche.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.decroche.casework.NextMove.Awaited;
import org.decroche.casework.NextMove.Customers;
import org.decroche.casework.NextMove.Nobodys;
import org.decroche.casework.NextMove.Ours;
import org.decroche.casework.NextMove.Promised;
import org.decroche.casework.NextMove.ThirdPartys;
import org.decroche.routing.agent.AgentId;
import org.junit.jupiter.api.Test;

class NextMoveTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant SOON = NOW.plusSeconds(3600);
  private static final Instant PAST = NOW.minusSeconds(1);
  private static final AgentId ALICE = new AgentId(1);
  private static final AgentId KARIM = new AgentId(2);

  private static NextMove of(CaseStatus status, Instant until, Promised promise, Awaited errand) {
    return NextMove.of(
        status,
        ALICE,
        Optional.ofNullable(until),
        Optional.ofNullable(promise),
        Optional.ofNullable(errand),
        NOW);
  }

  @Test
  void theOwnerHasItWhenNothingElseIsSaid() {
    assertThat(of(CaseStatus.WAITING_FOR_US, null, null, null))
        .isEqualTo(new Ours(ALICE, Optional.empty()));
  }

  @Test
  void whoeverPromisedSomethingHasItUntilThen() {
    assertThat(of(CaseStatus.WAITING_FOR_US, null, new Promised(KARIM, SOON), null))
        .isEqualTo(new Ours(KARIM, Optional.of(SOON)));
  }

  @Test
  void aThirdPartyHasItUntilTheyAreLateThenTheOwnerDoes() {
    assertThat(of(CaseStatus.WAITING_FOR_THIRD_PARTY, null, null, new Awaited("Depot", SOON)))
        .isEqualTo(new ThirdPartys("Depot", SOON));
    assertThat(of(CaseStatus.WAITING_FOR_THIRD_PARTY, null, null, new Awaited("Depot", PAST)))
        .isEqualTo(new Ours(ALICE, Optional.empty()));
    assertThat(of(CaseStatus.WAITING_FOR_THIRD_PARTY, null, null, null))
        .isEqualTo(new Ours(ALICE, Optional.empty()));
  }

  @Test
  void theCustomerHasItUntilTheDateThenTheOwnerDoes() {
    assertThat(of(CaseStatus.WAITING_FOR_CUSTOMER, SOON, null, null))
        .isEqualTo(new Customers(SOON));
    assertThat(of(CaseStatus.WAITING_FOR_CUSTOMER, PAST, null, null))
        .isEqualTo(new Ours(ALICE, Optional.empty()));
  }

  @Test
  void aLatePromiseGoesBeforeWhoeverElseIsWaitedFor() {
    Promised late = new Promised(KARIM, PAST);
    Ours karims = new Ours(KARIM, Optional.of(PAST));

    assertThat(of(CaseStatus.WAITING_FOR_CUSTOMER, SOON, late, null)).isEqualTo(karims);
    assertThat(of(CaseStatus.WAITING_FOR_THIRD_PARTY, null, late, new Awaited("Depot", SOON)))
        .isEqualTo(karims);
    assertThat(of(CaseStatus.CLOSED, null, late, null)).isEqualTo(new Nobodys());
  }
}
