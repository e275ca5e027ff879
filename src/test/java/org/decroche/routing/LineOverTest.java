package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.agent;

import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.PhoneNumber;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A phone that hangs up is free at once, not when its silence is reported. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineOverTest {
  private final Scene scene = Scene.of("alice");

  /** Alice talks with "first", "second" waits, and Alice's phone hangs up. */
  private Scene hungUp() {
    return scene
        .ringsUnknown("first")
        .phone("alice", PhoneState.RINGING)
        .answers("alice", "first")
        .phone("alice", PhoneState.IN_USE)
        .ringsUnknown("second")
        .inState("second", CallState.WAITING)
        .phoneHangsUp("first", "alice");
  }

  @Test
  void whoever_waits_is_moved_to_a_phone_the_moment_it_hangs_up() {
    hungUp().offersNow("second", "alice");
  }

  @Test
  void the_desk_is_told_once_and_last_what_its_agent_does() {
    hungUp();
    assertThat(scene.effects(Effect.ShowActivity.class))
        .containsExactly(new Effect.ShowActivity(agent("alice"), Activity.RINGING));
    assertThat(scene.effects().getLast()).isInstanceOf(Effect.ShowActivity.class);
  }

  @Test
  void a_phone_that_is_in_use_all_the_same_is_not_rung_again_before_it_is_reported_idle() {
    hungUp().asksAfter("second", OfferEnd.BUSY).inState("second", CallState.WAITING);
    scene.seconds(10).timer(new Timer.RestOver(Cast.call("second")));
    scene.inState("second", CallState.WAITING);
    scene.phone("alice", PhoneState.IDLE).offersNow("second", "alice");
  }

  @Test
  void a_phone_that_nobody_waits_for_counts_as_in_use_again_when_no_report_comes() {
    scene.ringsUnknown("first").answers("alice", "first").phone("alice", PhoneState.IN_USE);
    scene.phoneHangsUp("first", "alice").isFree("alice");
    assertThat(scene.timerIn(Timer.ReportMissing.class)).isEqualTo(Limits.REPORT);
    scene.after(Limits.REPORT).timer(new Timer.ReportMissing(agent("alice")));
    scene.ringsUnknown("next").inState("next", CallState.WAITING);
    scene.phone("alice", PhoneState.IDLE).offersNow("next", "alice");
  }

  @Test
  void that_timer_does_nothing_to_whom_the_report_has_reached_or_the_next_caller_rings() {
    hungUp().timer(new Timer.ReportMissing(agent("alice"))).offers("second", "alice");
    scene.phone("alice", PhoneState.IDLE).phone("alice", PhoneState.RINGING);
    scene.timer(new Timer.ReportMissing(agent("alice"))).offers("second", "alice");
  }

  @Test
  void a_phone_that_is_lost_meanwhile_is_not_rung() {
    scene.ringsUnknown("first").answers("alice", "first").phone("alice", PhoneState.IN_USE);
    scene.phoneHangsUp("first", "alice").phone("alice", PhoneState.UNREACHABLE);
    scene.ringsUnknown("next").inState("next", CallState.WAITING);
  }

  @Test
  void whose_mobile_hangs_up_is_free_by_that_and_their_own_phone_is_as_reported() {
    scene.outside("alice", new PhoneNumber("+33639980001")).floor();
    scene.ringsUnknown("first").answers("alice", "first").phone("alice", PhoneState.IN_USE);
    scene.ringsUnknown("second").phoneHangsUp("first", "alice");
    scene.inState("second", CallState.WAITING).phone("alice", PhoneState.IDLE);
    scene.offersNow("second", "alice");
  }
}
