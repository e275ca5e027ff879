package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.SALES;
import static org.decroche.routing.Cast.agent;
import static org.decroche.routing.Cast.call;
import static org.decroche.routing.Cast.caseOf;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.person;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.Verdict.Granted;
import org.decroche.routing.Verdict.Hindrance;
import org.decroche.routing.Verdict.Refused;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.Voice;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LiveLeg;
import org.decroche.routing.out.CallOutRefusal;
import org.decroche.routing.out.CallOutVerdict;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A third joins a conversation, and somebody leaves it. Nobody is ever put aside meanwhile. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HandOverTest {
  private static final PhoneNumber TECHNICIAN = new PhoneNumber("+33199001234");

  @Test
  void the_colleagues_desk_shows_card_summary_and_who_hands_over_before_their_phone_rings() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box without power");
    Pop card = scene.pop("bob");
    assertThat(card.why()).isEqualTo(new Reason.HandedOver("alice", "box without power"));
    assertThat(card.why().sentence()).isEqualTo("alice hands over: box without power");
    assertThat(card.talking()).isFalse();
    assertThat(card.others()).containsExactly(voice("alice", true));
    var kinds = scene.effects().stream().map(Object::getClass).toList();
    assertThat(kinds.lastIndexOf(Effect.ShowPop.class))
        .isLessThan(kinds.indexOf(Effect.Dial.class));
    assertThat(leg(scene).then()).isEqualTo(new LegPurpose.Join(call("call")));
    assertThat(leg(scene).ring()).isEqualTo(Duration.ofSeconds(20));
    assertThat(verdict(scene)).isEqualTo(new Granted("bob"));
    assertThat(scene.pop("alice").others()).containsExactly(voice("bob", false));
    scene.engaged("bob", Engagement.OFFERED).engaged("alice", Engagement.TALKING);
  }

  @Test
  void when_they_pick_up_the_three_talk() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box").picksUp("call");
    assertThat(scene.effects(Effect.BringTogether.class))
        .containsExactly(
            new Effect.BringTogether(
                call("call"), "PJSIP/trunk-call", "PJSIP/alicephone-1", scene.lastLeg()));
    scene.engaged("bob", Engagement.TALKING).engaged("alice", Engagement.TALKING);
    assertThat(scene.pop("bob").talking()).isTrue();
    assertThat(scene.pop("bob").others()).containsExactly(voice("alice", true));
    assertThat(scene.pop("alice").others()).containsExactly(voice("bob", true));
    assertThat(scene.story("call")).endsWith("Answered", "Offered", "Joined");
  }

  @Test
  void the_first_one_leaves_when_ready_and_the_call_goes_on() {
    Scene scene = handedOver();
    scene.wants(new Event.LeaveWanted(scene.now(), call("call"), agent("alice")));
    assertThat(scene.effects(Effect.HangUpChannel.class))
        .containsExactly(new Effect.HangUpChannel(call("call"), "PJSIP/alicephone-1"));
    scene.engaged("alice", Engagement.TALKING); // until Asterisk says that she has left
    scene.phoneHangsUp("call", "alice").isFree("alice").engaged("bob", Engagement.TALKING);
    scene.inState("call", CallState.TALKING);
    assertThat(scene.pop("bob").others()).isEmpty();
    assertThat(scene.steps(Step.Left.class))
        .extracting(Step.Left::agent)
        .containsExactly(agent("alice"));
    scene.hangsUp("call").isFree("bob");
    assertThat(scene.steps(Step.Ended.class))
        .extracting(Step.Ended::ending)
        .containsExactly(Ending.TALKED);
  }

  @Test
  void each_has_a_wrap_up_of_their_own() {
    Scene scene = Scene.ofThree().with(Policies.wrapUp(Duration.ofSeconds(30))).floor();
    scene.ringsUnknown("call").answers("alice", "call").handsOver("call", "alice", "bob", "box");
    scene.picksUp("call").phoneHangsUp("call", "alice").engaged("alice", Engagement.WRAPPING_UP);
    scene.engaged("bob", Engagement.TALKING).hangsUp("call").engaged("bob", Engagement.WRAPPING_UP);
    scene.endsWrapUp("alice").isFree("alice").engaged("bob", Engagement.WRAPPING_UP);
  }

  @ParameterizedTest
  @EnumSource(LegEnd.class)
  void whoever_does_not_come_is_free_again_and_the_first_conversation_was_never_touched(
      LegEnd how) {
    Scene scene = talking().handsOver("call", "alice", "bob", "box").seconds(3).legDown(how);
    scene.isFree("bob").engaged("alice", Engagement.TALKING).inState("call", CallState.TALKING);
    assertThat(scene.effects(Effect.ShowNotJoined.class))
        .singleElement()
        .satisfies(told -> assertThat(told.who().by()).isEqualTo(agent("alice")));
    assertThat(scene.effects(Effect.BringTogether.class)).isEmpty();
    assertThat(scene.effects(Effect.HangUpChannel.class)).isEmpty();
    assertThat(scene.pop("alice").others()).isEmpty();
    assertThat(scene.story("call")).endsWith("Answered", "Offered", "OfferEnded");
  }

  @Test
  void a_caller_who_waited_gets_the_colleague_who_did_not_come() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("call").answers("alice", "call");
    scene.handsOver("call", "alice", "bob", "box").ringsUnknown("next").waits("next");
    scene.legDown(LegEnd.REFUSED).offers("next", "bob");
  }

  @Test
  void a_colleague_who_is_rung_gets_no_other_call() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("call").answers("alice", "call");
    scene.handsOver("call", "alice", "bob", "box").ringsUnknown("next").waits("next");
    scene.picksUp("call").waits("next");
    scene.phoneHangsUp("call", "alice").phone("alice", PhoneState.IDLE).offers("next", "alice");
  }

  @Test
  void the_caller_may_hang_up_while_the_colleague_is_rung() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box");
    var leg = scene.lastLeg();
    scene.hangsUp("call").isFree("alice").isFree("bob");
    assertThat(scene.effects(Effect.HangUp.class)).containsExactly(new Effect.HangUp(leg));
    scene.withdrawsNow("bob", OfferEnd.CALLER_HUNG_UP);
    assertThat(scene.story("call")).endsWith("Offered", "OfferEnded", "Ended");
    scene.on(new Event.LegUp(scene.now(), leg)).nothingHappens();
    scene.on(new Event.LegDown(scene.now(), leg, LegEnd.HUNG_UP)).nothingHappens();
  }

  @Test
  void with_the_caller_gone_nobody_stays_behind() {
    Scene scene = handedOver();
    var leg = scene.lastLeg();
    scene.hangsUp("call").isFree("alice").isFree("bob");
    assertThat(scene.effects(Effect.HangUp.class)).containsExactly(new Effect.HangUp(leg));
  }

  @Test
  void they_may_think_better_of_it() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box");
    var leg = scene.lastLeg();
    scene.wants(new Event.JoinWithdrawn(scene.now(), call("call"), agent("alice")));
    assertThat(scene.effects(Effect.HangUp.class)).containsExactly(new Effect.HangUp(leg));
    scene.withdrawsNow("bob", OfferEnd.WITHDRAWN).isFree("bob");
    assertThat(scene.effects(Effect.ShowNotJoined.class)).isEmpty();
    assertThat(verdict(scene)).isEqualTo(new Granted(""));
  }

  @Test
  void a_team_is_its_longest_idle_free_member() {
    Scene scene = new Scene().with("alice", CARE).with("bob", SALES).with("carol", SALES).open();
    scene.ringsUnknown("call").answers("alice", "call");
    scene.wants(wanted(scene, "alice", new Invitee.AnyOf(SALES)));
    assertThat(verdict(scene)).isEqualTo(new Granted("bob"));
    scene
        .legDown(LegEnd.BUSY)
        .phone("bob", PhoneState.IN_USE)
        .phone("carol", PhoneState.UNREACHABLE);
    scene.wants(wanted(scene, "alice", new Invitee.AnyOf(SALES)));
    assertThat(verdict(scene)).isEqualTo(new Refused(Hindrance.NOBODY_FREE, ""));
  }

  @Test
  void who_cannot_come_now_is_said_and_nothing_changes() {
    Scene scene =
        talking().chooses("bob", Availability.AWAY).phone("carol", PhoneState.UNREACHABLE);
    assertThat(asking(scene, "alice", "bob")).isEqualTo(new Refused(Hindrance.NOT_READY, "bob"));
    assertThat(asking(scene, "alice", "carol"))
        .isEqualTo(new Refused(Hindrance.UNREACHABLE, "carol"));
    assertThat(asking(scene, "alice", "alice"))
        .isEqualTo(new Refused(Hindrance.ON_THE_LINE, "alice"));
    assertThat(asking(scene, "alice", "zoe")).isEqualTo(new Refused(Hindrance.NOBODY, ""));
    assertThat(asking(scene, "bob", "carol")).isEqualTo(new Refused(Hindrance.NOT_TALKING, ""));
    scene.phone("carol", PhoneState.IN_USE);
    assertThat(asking(scene, "alice", "carol")).isEqualTo(new Refused(Hindrance.BUSY, "carol"));
    assertThat(scene.effects()).hasSize(1);
  }

  @Test
  void one_at_a_time_is_rung() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box");
    assertThat(asking(scene, "alice", "carol"))
        .isEqualTo(new Refused(Hindrance.ALREADY_RINGING, ""));
    scene.picksUp("call").handsOver("call", "bob", "carol", "box");
    assertThat(verdict(scene)).isEqualTo(new Granted("carol"));
    scene.picksUp("call");
    assertThat(scene.effects(Effect.BringTogether.class)).as("they are there already").isEmpty();
    assertThat(scene.pop("carol").others())
        .containsExactly(voice("alice", true), voice("bob", true));
  }

  @Test
  void without_the_link_nobody_is_rung() {
    Scene scene = talking().linkLost();
    assertThat(asking(scene, "alice", "bob")).isEqualTo(new Refused(Hindrance.NO_LINK, ""));
  }

  @Test
  void whoever_picked_up_unseen_cannot_be_moved() {
    Scene scene = Scene.ofThree().ringsUnknown("call");
    scene.on(new Event.CallAnswered(scene.now(), call("call"), Cast.phone("alice")));
    assertThat(asking(scene, "alice", "bob")).isEqualTo(new Refused(Hindrance.NOT_MOVABLE, ""));
  }

  @Test
  void alone_with_the_caller_one_can_end_the_call_and_not_leave_it() {
    Scene scene = talking();
    scene.wants(new Event.LeaveWanted(scene.now(), call("call"), agent("alice")));
    assertThat(verdict(scene)).isEqualTo(new Refused(Hindrance.ALONE, ""));
    scene.wants(new Event.EndWanted(scene.now(), call("call"), agent("alice")));
    assertThat(scene.effects(Effect.HangUpChannel.class))
        .containsExactly(new Effect.HangUpChannel(call("call"), "PJSIP/trunk-call"));
    scene.wants(new Event.EndWanted(scene.now(), call("call"), agent("bob")));
    assertThat(verdict(scene)).isEqualTo(new Refused(Hindrance.NOT_TALKING, ""));
    assertThat(scene.effects()).hasSize(1);
  }

  @Test
  void the_case_becomes_theirs_only_if_that_was_said_and_only_when_they_pick_up() {
    Scene scene = Scene.ofThree().rings("call", found(person(1, caseOf(7, "alice", 5))));
    scene.answers("alice", "call").handsOver("call", "alice", "bob", "box").picksUp("call");
    assertThat(scene.effects(Effect.MoveCase.class)).isEmpty();
    scene.on(
        new Event.JoinWanted(
            scene.now(),
            call("call"),
            agent("bob"),
            new Invitee.Colleague(agent("carol")),
            false,
            "box",
            Optional.of(7L)));
    assertThat(scene.effects(Effect.MoveCase.class)).isEmpty();
    scene.picksUp("call");
    assertThat(scene.effects(Effect.MoveCase.class))
        .containsExactly(new Effect.MoveCase(7, agent("carol"), agent("bob"), call("call"), "box"));
  }

  @Test
  void somebody_outside_is_brought_in_and_may_stay_with_the_caller() {
    Scene scene = talking();
    scene.wants(wanted(scene, "alice", new Invitee.Outsider(TECHNICIAN, Duration.ofSeconds(40))));
    assertThat(leg(scene).ring()).isEqualTo(Duration.ofSeconds(40));
    scene.picksUp("call");
    assertThat(scene.pop("alice").others())
        .containsExactly(new Voice(Optional.empty(), Optional.of(TECHNICIAN), true));
    scene.phoneHangsUp("call", "alice").isFree("alice").inState("call", CallState.TALKING);
    scene.legDown(LegEnd.HUNG_UP).hangsUp("call");
    assertThat(scene.story("call", Step.Outside.class))
        .extracting(Step.Outside::what)
        .containsExactly(Step.Outside.What.RUNG, Step.Outside.What.JOINED, Step.Outside.What.LEFT);
    assertThat(scene.story("call")).endsWith("Ended");
  }

  @Test
  void nobody_outside_is_rung_who_may_not_be_called() {
    Scene scene = talking();
    scene.wants(
        wanted(scene, "alice", new Invitee.Outsider(Cast.DOOR.number(), Duration.ofSeconds(40))));
    assertThat(verdict(scene))
        .isEqualTo(
            new Verdict.NotCalled(
                new CallOutVerdict.Refused(CallOutRefusal.OURS, Optional.empty())));
    PhoneNumber callers = new PhoneNumber("+33612345678");
    scene.wants(wanted(scene, "alice", new Invitee.Outsider(callers, Duration.ofSeconds(40))));
    assertThat(verdict(scene))
        .isEqualTo(
            new Verdict.NotCalled(
                new CallOutVerdict.Refused(CallOutRefusal.ON_THE_LINE, Optional.empty())));
    assertThat(scene.effects()).hasSize(1);
  }

  @Test
  void whoever_hangs_up_alone_ends_the_call_and_has_not_left_it() {
    Scene scene = talking().phoneHangsUp("call", "alice").isFree("alice");
    assertThat(scene.story("call", Step.Ended.class)).hasSize(1);
    assertThat(scene.steps(Step.Left.class)).isEmpty();
    scene.hangsUp("call").nothingHappens();
  }

  @Test
  void a_third_who_cannot_be_joined_is_let_go_and_the_two_talk_on() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box").picksUp("call");
    var leg = scene.lastLeg();
    scene.on(new Event.TogetherFailed(scene.now(), call("call"), leg));
    assertThat(scene.effects(Effect.HangUp.class)).containsExactly(new Effect.HangUp(leg));
    scene.legDown(LegEnd.HUNG_UP).isFree("bob").engaged("alice", Engagement.TALKING);
    scene.handsOver("call", "alice", "carol", "box").picksUp("call");
    assertThat(scene.effects(Effect.BringTogether.class)).hasSize(1);
  }

  @Test
  void an_end_that_is_never_told_frees_the_colleague_all_the_same() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box");
    var offer = scene.pop("bob").offer();
    assertThat(scene.timerIn(Timer.OfferOverdue.class)).isEqualTo(Duration.ofSeconds(25));
    scene.seconds(25).timer(new Timer.OfferOverdue(call("call"), offer));
    scene.isFree("bob").withdrawsNow("bob", OfferEnd.LOST).inState("call", CallState.TALKING);
  }

  @Test
  void what_happened_while_the_link_was_down_is_made_up_for() {
    Scene scene = handedOver();
    LiveCall live =
        new LiveCall(
            call("call"),
            "PJSIP/trunk-call",
            LiveCall.Where.TALKING,
            Optional.of(Cast.phone("bob")),
            Optional.of("PJSIP/bobphone-9"),
            java.util.Set.of("PJSIP/bobphone-9", scene.lastLeg().value()));
    scene.linkLost();
    scene.seen(List.of(live), List.of(new LiveLeg(scene.lastLeg(), true)));
    scene.isFree("alice").engaged("bob", Engagement.TALKING);
  }

  @Test
  void a_colleague_who_picked_up_while_the_link_was_down_has_joined() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box");
    LiveCall live =
        new LiveCall(
            call("call"),
            "PJSIP/trunk-call",
            LiveCall.Where.TALKING,
            Optional.of(Cast.phone("alice")),
            Optional.of("PJSIP/alicephone-1"),
            java.util.Set.of("PJSIP/alicephone-1"));
    scene.linkLost();
    scene.seen(List.of(live), List.of(new LiveLeg(scene.lastLeg(), true)));
    scene.engaged("alice", Engagement.TALKING).engaged("bob", Engagement.TALKING);
    assertThat(scene.effects(Effect.BringTogether.class)).hasSize(1);
  }

  @Test
  void a_colleague_who_is_on_the_way_to_the_others_is_not_taken_for_gone() {
    Scene scene = talking().handsOver("call", "alice", "bob", "box");
    LiveCall live =
        new LiveCall(
            call("call"),
            "PJSIP/trunk-call",
            LiveCall.Where.TALKING,
            Optional.of(Cast.phone("alice")),
            Optional.of("PJSIP/alicephone-1"),
            java.util.Set.of("PJSIP/alicephone-1"));
    for (int looked = 0; looked < 2; looked++) {
      scene.linkLost();
      scene.seen(List.of(live), List.of(new LiveLeg(scene.lastLeg(), true)));
    }
    scene.engaged("alice", Engagement.TALKING).engaged("bob", Engagement.TALKING);
    assertThat(scene.story("call", Step.Left.class)).isEmpty();
  }

  @Test
  void three_hand_overs_that_rang_out_are_three_missed_calls() {
    Scene scene = talking().house(new House(2));
    scene.handsOver("call", "alice", "bob", "box").legDown(LegEnd.NO_ANSWER).isReady("bob");
    scene.handsOver("call", "alice", "bob", "box").legDown(LegEnd.NO_ANSWER).isAway("bob");
  }

  private static Scene talking() {
    return Scene.ofThree().ringsUnknown("call").answers("alice", "call");
  }

  private static Scene handedOver() {
    return talking().handsOver("call", "alice", "bob", "box").picksUp("call");
  }

  private static Verdict asking(Scene scene, String by, String who) {
    scene.wants(wanted(scene, by, new Invitee.Colleague(agent(who))));
    return verdict(scene);
  }

  private static Event.JoinWanted wanted(Scene scene, String by, Invitee who) {
    return new Event.JoinWanted(
        scene.now(), call("call"), agent(by), who, true, "box", Optional.empty());
  }

  private static Verdict verdict(Scene scene) {
    return scene.effects(Effect.Reply.class).getFirst().verdict();
  }

  private static Leg leg(Scene scene) {
    return scene.effects(Effect.Dial.class).getFirst().leg();
  }

  private static Voice voice(String name, boolean talking) {
    return new Voice(Optional.of(name), Optional.empty(), talking);
  }
}
