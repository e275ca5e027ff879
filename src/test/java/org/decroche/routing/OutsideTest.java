package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.call;
import static org.decroche.routing.Cast.phone;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;
import org.decroche.routing.leg.LiveLeg;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** An agent whose calls ring outside, over the trunk. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutsideTest {
  private static final PhoneNumber MOBILE = new PhoneNumber("+33639980001");

  @Test
  void they_are_rung_outside_though_their_own_phone_is_nowhere() {
    Scene scene = alice().ringsUnknown("call").offers("call", "alice");
    assertThat(scene.effects(Effect.Answer.class))
        .containsExactly(
            new Effect.Answer(
                call("call"),
                new Instruction.RingOutside(
                    phone("alice"),
                    scene.offerOf("call"),
                    Cast.DOOR.offerTime(),
                    MOBILE,
                    Cast.DOOR.number())));
    assertThat(scene.timerIn(Timer.OfferOverdue.class))
        .isEqualTo(Cast.DOOR.offerTime().plus(Duration.ofSeconds(10)).plus(Limits.DEFAULT.grace()));
  }

  @Test
  void the_key_makes_it_a_conversation_and_the_ringing_did_not() {
    Scene scene = alice().ringsUnknown("call");
    scene.on(ringsOutside(scene)).inState("call", CallState.OFFERED);
    scene.answers("alice", "call").inState("call", CallState.TALKING);
    scene.ringsUnknown("next").waits("next").hangsUp("call").movesNow("next", "alice");
  }

  @Test
  void picked_up_without_a_key_is_no_human_and_the_next_is_rung() {
    Scene scene = alice().with("bob", CARE).floor().phone("bob", PhoneState.IDLE);
    scene.chooses("bob", Availability.AWAY).ringsUnknown("call").offers("call", "alice");
    scene.chooses("bob", Availability.READY).asksAfter("call", OfferEnd.NO_ANSWER);
    scene.offersNow("call", "bob");
  }

  @Test
  void a_caller_who_gives_up_or_is_refused_stops_the_phone_outside() {
    Scene scene = alice().ringsUnknown("call");
    scene.on(ringsOutside(scene)).hangsUp("call");
    assertThat(scene.effects(Effect.HangUpChannel.class))
        .containsExactly(new Effect.HangUpChannel(call("call"), "PJSIP/trunk-0000000a"));

    scene.ringsUnknown("next");
    scene.on(ringsOutside(scene, "next")).refuses("alice", "next").waits("next");
    assertThat(scene.effects(Effect.HangUpChannel.class)).hasSize(1);
  }

  @Test
  void their_own_phone_in_use_makes_them_busy_and_its_loss_ends_no_offer() {
    Scene scene = alice().phone("alice", PhoneState.IN_USE).ringsUnknown("call").waits("call");
    scene.phone("alice", PhoneState.UNREACHABLE).movesNow("call", "alice");
    scene.loses("alice").nothingHappens();
  }

  @Test
  void they_are_handed_a_call_by_name_and_come_to_it_by_the_key() {
    Scene scene = handedToAlice();
    assertThat(scene.pop("alice").why()).isEqualTo(new Reason.HandedOver("bob", "box"));
    assertThat(scene.effects(Effect.Dial.class))
        .containsExactly(
            new Effect.Dial(
                new Leg(
                    scene.lastLeg(),
                    new LegTarget.Outside(MOBILE, Cast.DOOR.number()),
                    new LegPurpose.JoinByKey(call("call"), phone("alice")),
                    Cast.DOOR.offerTime())));
    assertThat(scene.timerIn(Timer.OfferOverdue.class))
        .isEqualTo(Cast.DOOR.offerTime().plus(Duration.ofSeconds(10)).plus(Limits.DEFAULT.grace()));

    scene.picksUp("call").nothingHappens();
    scene.on(new Event.KeyPressed(scene.now(), scene.lastLeg()));
    assertThat(scene.effects(Effect.BringTogether.class)).hasSize(1);
    scene.engaged("alice", Engagement.TALKING);
    scene.on(new Event.KeyPressed(scene.now(), scene.lastLeg())).nothingHappens();
  }

  @Test
  void without_the_key_nobody_joins_and_the_conversation_goes_on() {
    Scene scene = handedToAlice().picksUp("call").legDown(LegEnd.HUNG_UP).isFree("alice");
    assertThat(scene.effects(Effect.ShowNotJoined.class)).hasSize(1);
    scene.inState("call", CallState.TALKING).engaged("bob", Engagement.TALKING);
  }

  @Test
  void a_hand_over_to_their_team_finds_them_too() {
    Scene scene = bobTalks();
    scene.wants(
        new Event.JoinWanted(
            scene.now(),
            call("call"),
            Cast.agent("bob"),
            new Invitee.AnyOf(CARE),
            false,
            "box",
            Optional.empty()));
    assertThat(scene.pop("alice").why().rule()).isEqualTo(Reason.HandedOver.RULE);
  }

  @Test
  void a_look_takes_only_the_key_for_a_human() {
    Scene scene = handedToAlice().linkLost();
    LiveCall live = Cast.live("call", LiveCall.Where.TALKING, "bob");
    scene.seen(List.of(live), List.of(new LiveLeg(scene.lastLeg(), false)));
    scene.engaged("alice", Engagement.OFFERED);
    scene.linkLost().seen(List.of(live), List.of(new LiveLeg(scene.lastLeg(), true)));
    scene.engaged("alice", Engagement.TALKING);
  }

  private static Scene handedToAlice() {
    return bobTalks().handsOver("call", "bob", "alice", "box");
  }

  private static Scene bobTalks() {
    Scene scene = alice().with("bob", CARE).floor().phone("bob", PhoneState.IDLE);
    scene.chooses("alice", Availability.AWAY).ringsUnknown("call").answers("bob", "call");
    return scene.chooses("alice", Availability.READY);
  }

  @Test
  void asterisk_alone_does_not_ring_them() {
    Scene scene = alice().chooses("alice", Availability.AWAY);
    scene.chooses("alice", Availability.READY);
    assertThat(scene.effects(Effect.SetFallbackMember.class))
        .containsExactly(new Effect.SetFallbackMember(phone("alice"), false));
    assertThat(scene.floor().effects(Effect.SetFallbackMembers.class))
        .containsExactly(new Effect.SetFallbackMembers(java.util.Set.of()));
  }

  private static Scene alice() {
    Scene scene = new Scene().with("alice", CARE).outside("alice", MOBILE).open();
    return scene.phone("alice", PhoneState.UNREACHABLE);
  }

  private static Event ringsOutside(Scene scene) {
    return ringsOutside(scene, "call");
  }

  private static Event ringsOutside(Scene scene, String call) {
    return new Event.PhoneRings(
        scene.now(), call(call), phone("alice"), Optional.of("PJSIP/trunk-0000000a"));
  }
}
