package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.DOOR;
import static org.decroche.routing.Cast.agent;
import static org.decroche.routing.Cast.call;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveCall.Where;
import org.decroche.routing.call.LiveParty;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.Policy;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LiveLeg;
import org.decroche.routing.out.CallOutCard;
import org.decroche.routing.out.CallOutRefusal;
import org.decroche.routing.out.CallOutState;
import org.decroche.routing.out.CallOutVerdict;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A service that starts among conversations goes on with them as if it had never been away. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResumingTest {
  private static final PhoneNumber JEANNE = new PhoneNumber("+33639980001");
  private static final PhoneNumber MOBILE = new PhoneNumber("+33639980002");
  private static final PhoneNumber TECHNICIAN = new PhoneNumber("+33639980003");
  private static final Reason WHY = new Reason.LongestIdle("care", Cast.MORNING);
  private static final Instant ARRIVED = Cast.MORNING.plusSeconds(3000);
  private static final Instant ANSWERED = Cast.MORNING.plusSeconds(3010);

  @Test
  void the_record_is_asked_about_those_who_talk_or_may_be_picked_up_any_moment() {
    Scene scene = Scene.of("alice", "bob");
    scene.seen(
        talks("talks", party("alice")),
        Cast.live("rings", Where.OFFERED, "bob"),
        Cast.live("waits", Where.WAITING));
    assertThat(scene.effects(Effect.Recall.class))
        .containsExactly(new Effect.Recall(Set.of(call("talks"), call("rings"))));
    scene.ringsUnknown("new").seen();
    assertThat(scene.effects(Effect.Recall.class)).as("nobody unknown").isEmpty();
  }

  @Test
  void the_card_comes_back_as_it_was_and_the_caller_is_looked_up() {
    Scene scene = resumed();
    Pop pop = scene.pop("alice");
    assertThat(pop.offer()).isEqualTo(new OfferId(7));
    assertThat(pop.why()).isEqualTo(WHY);
    assertThat(pop.talking()).isTrue();
    assertThat(pop.since()).isEqualTo(ANSWERED);
    assertThat(pop.number()).isEqualTo(new CallerNumber.Dialable(JEANNE));
    assertThat(scene.effects(Effect.LookUp.class))
        .containsExactly(new Effect.LookUp(call("call"), DOOR.id(), JEANNE));
    assertThat(scene.steps(Step.Answered.class)).as("it is on record already").isEmpty();

    scene.recognised("call", found(person(1))).engaged("alice", Engagement.TALKING);
    assertThat(scene.pop("alice").customer()).contains(1L);
  }

  @Test
  void it_ends_like_any_other_with_its_wrap_up() {
    Scene scene = Scene.of("alice").with(Policy.PLAIN.withWrapUp(Duration.ofMinutes(1))).floor();
    scene.seen(talks("call", party("alice"))).on(recalled(scene, "call", offered(7, "alice")));
    scene.hangsUp("call").engaged("alice", Engagement.WRAPPING_UP);
    assertThat(scene.effects(Effect.ShowEnded.class)).hasSize(1);
    assertThat(scene.story("call", Step.Ended.class).getFirst().ending()).isEqualTo(Ending.TALKED);
    scene.hangsUp("call").nothingHappens();
  }

  @Test
  void it_can_be_ended_from_the_desk() {
    Scene scene = resumed();
    scene.on(new Event.EndWanted(scene.now(), call("call"), agent("alice")));
    assertThat(scene.effects(Effect.HangUpChannel.class))
        .containsExactly(new Effect.HangUpChannel(call("call"), "PJSIP/trunk-call"));
  }

  @Test
  void it_can_be_handed_over() {
    Scene scene = resumed().handsOver("call", "alice", "bob", "box").picksUp("call");
    assertThat(scene.effects(Effect.BringTogether.class))
        .containsExactly(
            new Effect.BringTogether(
                call("call"), "PJSIP/trunk-call", channel("alice"), scene.lastLeg()));
    scene.on(new Event.PhoneHungUp(scene.now(), call("call"), channel("alice")));
    scene.isFree("alice").engaged("bob", Engagement.TALKING);
  }

  @Test
  void three_who_talk_together_are_three_again() {
    LegId leg = LegId.of(8);
    Scene scene = Scene.ofThree();
    scene.seen(
        List.of(together("call", party("alice"), new LiveParty("leg-8", phone("bob")))),
        List.of(new LiveLeg(leg, true)));
    scene.on(recalled(scene, "call", offered(7, "alice"), offered(8, "bob")));
    scene.engaged("alice", Engagement.TALKING).engaged("bob", Engagement.TALKING);
    assertThat(scene.pop("bob").others()).hasSize(1);

    scene.handsOver("call", "bob", "carol", "box").picksUp("call");
    assertThat(scene.effects(Effect.BringTogether.class)).as("they are together").isEmpty();
    scene.on(new Event.LegDown(scene.now(), leg, LegEnd.HUNG_UP)).isFree("bob");
    scene.hangsUp("call").isFree("alice").isFree("carol");
    assertThat(scene.effects(Effect.HangUp.class)).as("carol's leg").hasSize(1);
  }

  @Test
  void whoever_was_brought_in_from_outside_is_known_by_their_leg() {
    LegId leg = LegId.of(9);
    Scene scene = Scene.of("alice");
    scene.seen(
        List.of(together("call", party("alice"), new LiveParty("leg-9", Optional.empty()))),
        List.of(new LiveLeg(leg, true)));
    scene.on(
        recalled(
            scene,
            "call",
            List.of(offered(7, "alice")),
            List.of(
                new Recalled.Outside(LegId.of(6), MOBILE), new Recalled.Outside(leg, TECHNICIAN))));
    assertThat(scene.pop("alice").others())
        .singleElement()
        .satisfies(voice -> assertThat(voice.number()).contains(TECHNICIAN));
    scene.on(new Event.LegDown(scene.now(), leg, LegEnd.HUNG_UP));
    assertThat(scene.pop("alice").others()).isEmpty();
  }

  @Test
  void an_agent_on_a_phone_outside_is_busy_from_the_look_on_to_the_end_of_the_talk() {
    Scene scene = outside("alice");
    LiveCall live = talks("call", new LiveParty("PJSIP/trunk-9", phone("alice")));
    scene.seen(live).phone("alice", PhoneState.UNREACHABLE);
    scene.ringsUnknown("next").waits("next");
    scene.on(recalled(scene, "call", offered(7, "alice")));
    scene.engaged("alice", Engagement.TALKING).waits("next");
    scene.hangsUp("call").movesNow("next", "alice");
  }

  @Test
  void also_when_nothing_is_on_record() {
    Scene scene = outside("alice");
    scene.seen(talks("call", new LiveParty("PJSIP/trunk-9", phone("alice"))));
    scene.ringsUnknown("next").waits("next").hangsUp("call").movesNow("next", "alice");
  }

  @Test
  void and_while_their_phone_outside_rings() {
    Scene scene = outside("alice").seen(Cast.live("call", Where.OFFERED, "alice"));
    scene.ringsUnknown("next").waits("next");
    scene.answers("alice", "call").waits("next");
    scene.hangsUp("call").movesNow("next", "alice");
  }

  @Test
  void a_phone_outside_that_is_not_theirs_any_more_is_in_use_no_longer_than_the_call() {
    Scene scene = outside("alice");
    scene.seen(talks("call", new LiveParty("PJSIP/trunk-9", phone("alice"))));
    scene.atTheirOwn("alice").floor().hangsUp("call");
    scene.outside("alice", MOBILE).floor();
    scene.ringsUnknown("next").offers("next", "alice");
  }

  @Test
  void whoever_was_chosen_is_looked_up_with_them() {
    Scene scene = Scene.of("alice").seen(talks("call", party("alice")));
    scene.on(
        new Event.CallRecalled(
            scene.now(),
            new Recalled.In(
                call("call"),
                Optional.of(DOOR.id()),
                new CallerNumber.Withheld(),
                ARRIVED,
                Optional.of(9L),
                Optional.of(ANSWERED),
                Optional.of(agent("alice")),
                Optional.empty(),
                List.of(offered(7, "alice")),
                List.of())));
    assertThat(scene.effects(Effect.LookUp.class))
        .containsExactly(
            new Effect.LookUp(call("call"), DOOR.id(), Optional.empty(), Optional.of(9L)));
  }

  @Test
  void in_a_room_they_are_known_by_who_answered() {
    Scene scene = outside("alice").with("bob", CARE).floor();
    LiveCall live =
        together(
            "call",
            new LiveParty("PJSIP/trunk-9", Optional.empty()),
            new LiveParty("leg-8", phone("bob")));
    scene.seen(List.of(live), List.of(new LiveLeg(LegId.of(8), true)));
    scene.on(recalled(scene, "call", offered(7, "alice"), offered(8, "bob")));
    scene.engaged("alice", Engagement.TALKING).engaged("bob", Engagement.TALKING);
  }

  @Test
  void somebody_who_picks_up_after_the_start_is_in_the_conversation_by_their_offer() {
    Scene scene = Scene.of("alice", "bob").seen(Cast.live("call", Where.OFFERED, "bob"));
    scene.on(recalled(scene, "call", Optional.empty(), List.of(ringing(7, "bob")), List.of()));
    assertThat(scene.find("call")).isEmpty();
    scene.answers("bob", "call").inState("call", CallState.TALKING);
    assertThat(scene.steps(Step.Answered.class).getFirst().offer()).isEqualTo(new OfferId(7));
    assertThat(scene.pop("bob").offer()).isEqualTo(new OfferId(7));
  }

  @Test
  void also_when_the_record_is_slower_than_they_are() {
    Scene scene = Scene.of("alice", "bob").seen(Cast.live("call", Where.OFFERED, "bob"));
    scene.answers("bob", "call");
    OfferId made = scene.steps(Step.Answered.class).getFirst().offer();
    scene.on(recalled(scene, "call", Optional.empty(), List.of(ringing(7, "bob")), List.of()));
    assertThat(scene.pop("bob").offer()).isEqualTo(made);
    assertThat(scene.steps(Step.Answered.class)).isEmpty();
  }

  @Test
  void a_pick_up_that_nobody_saw_is_put_on_record() {
    Scene scene = Scene.of("alice").seen(talks("call", party("alice")));
    scene.on(recalled(scene, "call", Optional.empty(), List.of(ringing(7, "alice")), List.of()));
    assertThat(scene.steps(Step.Answered.class).getFirst().agent()).isEqualTo(agent("alice"));
  }

  @Test
  void whom_asterisk_found_alone_has_a_card_that_says_so() {
    Scene scene = Scene.of("alice").seen(talks("call", party("alice")));
    scene.on(recalled(scene, "call", Optional.of(ANSWERED), List.of(), List.of()));
    assertThat(scene.pop("alice").why()).isEqualTo(new Reason.Fallback());
  }

  @Test
  void what_is_told_of_a_call_that_has_ended_or_asked_again_changes_nothing() {
    Scene scene = Scene.of("alice").seen(talks("call", party("alice"))).hangsUp("call");
    scene.on(recalled(scene, "call", offered(7, "alice"))).nothingHappens();

    scene.seen(Cast.live("waits", Where.WAITING)).ringsUnknown("waits").offers("waits", "alice");
    scene.on(recalled(scene, "waits", offered(7, "alice"))).nothingHappens();
    scene.on(recalled(scene, "never", offered(7, "alice"))).nothingHappens();
  }

  @Test
  void nobody_is_in_two_calls() {
    Scene scene = Scene.of("alice").seen(talks("old", party("alice")));
    scene.ringsUnknown("new").offers("new", "alice").answers("alice", "new");
    scene.on(recalled(scene, "old", offered(7, "alice"))).inState("old", CallState.TALKING);
    assertThat(scene.theCall("old").conversation().ours()).isEmpty();
    scene.hangsUp("old").engaged("alice", Engagement.TALKING);
  }

  @Test
  void a_call_out_goes_on_and_is_to_be_judged() {
    Scene scene = Scene.ofThree().seen(List.of(), List.of(new LiveLeg(LegId.of(5), true, true)));
    assertThat(scene.effects(Effect.Recall.class))
        .containsExactly(new Effect.Recall(Set.of(new CallId("leg-5"))));
    scene.on(out(scene, "leg-5", Optional.of(ANSWERED)));
    scene.engaged("alice", Engagement.CALLING_OUT);
    assertThat(card(scene).state()).isEqualTo(CallOutState.TALKING);
    assertThat(card(scene).since()).isEqualTo(ANSWERED);
    assertThat(scene.steps(Step.CalleeAnswered.class)).isEmpty();

    scene.on(wanted(scene, "bob", MOBILE, Optional.of(1L)));
    assertThat(refusal(scene)).as("their customer").isEqualTo(CallOutRefusal.ALREADY_CALLED);
    scene.on(wanted(scene, "bob", JEANNE, Optional.empty()));
    assertThat(refusal(scene)).as("their number").isEqualTo(CallOutRefusal.ALREADY_CALLED);

    scene.seconds(60).on(new Event.LegDown(scene.now(), LegId.of(5), LegEnd.HUNG_UP));
    assertThat(card(scene).isToJudge()).isTrue();
    assertThat(scene.steps(Step.Ended.class).getFirst().ending()).isEqualTo(Ending.TALKED);
    scene.isFree("alice");
  }

  @Test
  void the_end_of_one_frees_an_agent_who_was_rung_before_it_was_recalled() {
    Scene scene = outside("alice").seen(List.of(), List.of(new LiveLeg(LegId.of(5), true, true)));
    scene.ringsUnknown("call").offers("call", "alice");
    scene.on(out(scene, "leg-5", Optional.of(ANSWERED)));
    scene.asksAfter("call", OfferEnd.BUSY).waits("call").ringsUnknown("next").waits("next");
    scene.on(new Event.LegDown(scene.now(), LegId.of(5), LegEnd.HUNG_UP));
    scene.movesNow("next", "alice");
  }

  @Test
  void one_that_was_dialled_by_hand_and_answered_unseen_too() {
    LiveCall byHand =
        new LiveCall(
            call("7.1"),
            "PJSIP/alicephone-1",
            Where.CALLING_OUT,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            false,
            List.of(new LiveParty("PJSIP/trunk-2", Optional.empty())));
    Scene scene = Scene.of("alice").seen(byHand);
    scene.on(out(scene, "7.1", Optional.empty()));
    scene.engaged("alice", Engagement.CALLING_OUT);
    assertThat(scene.steps(Step.CalleeAnswered.class)).hasSize(1);
    scene.hangsUp("7.1").isFree("alice");
    assertThat(card(scene).isToJudge()).isTrue();
  }

  @Test
  void one_that_still_rings_goes_on_from_there() {
    Scene scene = Scene.of("alice").seen(List.of(), List.of(new LiveLeg(LegId.of(5), true)));
    scene.on(new Event.CalleeRings(scene.now(), new CallId("leg-5")));
    scene.on(out(scene, "leg-5", Optional.empty()));
    assertThat(card(scene).state()).isEqualTo(CallOutState.RINGING_CALLEE);
    scene.on(new Event.CalleeAnswered(scene.now(), new CallId("leg-5")));
    assertThat(card(scene).state()).isEqualTo(CallOutState.TALKING);
  }

  private static Scene resumed() {
    Scene scene = Scene.ofThree().chooses("carol", Availability.AWAY);
    scene.seen(talks("call", party("alice")));
    return scene.on(recalled(scene, "call", offered(7, "alice")));
  }

  private static Scene outside(String who) {
    return new Scene().with(who, CARE).outside(who, MOBILE).open();
  }

  @Test
  void whoever_leaves_before_the_record_answers_is_not_put_back_on_the_line() {
    String leg = LegId.of(8).value();
    Scene scene = Scene.of("alice", "bob", "carl");
    scene.seen(together("call", party("alice"), party("bob"), new LiveParty(leg, phone("carl"))));
    scene.phoneHangsUp("call", "alice");
    scene.on(new Event.LegDown(scene.now(), new LegId(leg), LegEnd.HUNG_UP));
    scene.on(recalled(scene, "call", offered(6, "bob"), offered(7, "alice"), offered(8, "carl")));
    scene.engaged("bob", Engagement.TALKING).isFree("alice").isFree("carl");
  }

  private static String channel(String who) {
    return "PJSIP/" + Cast.phone(who).name() + "-1";
  }

  private static Recalled.Offered handedTo(String to, Optional<Long> caseId) {
    return new Recalled.Offered(
        new OfferId(8),
        agent(to),
        new Reason.HandedOver("alice", "box", caseId),
        ANSWERED,
        Optional.empty());
  }

  /** Alice talks, and has asked Bob, whose phone rings yet; bob's leg was found like this. */
  private static Scene handingOver(LiveLeg leg, Optional<Long> caseId) {
    Scene scene = Scene.of("alice", "bob");
    scene.seen(List.of(talks("call", party("alice"))), List.of(leg));
    scene.phone("bob", PhoneState.RINGING);
    return scene.on(recalled(scene, "call", offered(7, "alice"), handedTo("bob", caseId)));
  }

  @Test
  void whoever_was_rung_to_join_is_rung_on_with_card_and_summary_and_joins_with_the_case() {
    Scene scene = handingOver(new LiveLeg(LegId.of(8), false), Optional.of(5L));
    scene.engaged("bob", Engagement.OFFERED);
    assertThat(scene.pop("bob").why())
        .isEqualTo(new Reason.HandedOver("alice", "box", Optional.of(5L)));
    assertThat(scene.pop("alice").others()).hasSize(1);
    assertThat(scene.effects(Effect.Dial.class)).as("it rings already").isEmpty();

    scene.on(new Event.LegUp(scene.now(), LegId.of(8))).engaged("bob", Engagement.TALKING);
    assertThat(scene.effects(Effect.BringTogether.class)).hasSize(1);
    assertThat(scene.effects(Effect.MoveCase.class)).hasSize(1);
    assertThat(scene.story("call", Step.Joined.class)).hasSize(1);
  }

  @Test
  void who_was_rung_to_join_and_does_not_come_is_told_of_to_who_asked() {
    Scene scene = handingOver(new LiveLeg(LegId.of(8), false), Optional.empty());
    scene.on(new Event.LegDown(scene.now(), LegId.of(8), LegEnd.NO_ANSWER));
    assertThat(scene.effects(Effect.ShowNotJoined.class)).hasSize(1);
    scene.phone("bob", PhoneState.IDLE).isFree("bob");
  }

  @Test
  void who_has_picked_up_to_join_while_nobody_was_there_is_brought_to_the_others() {
    Scene scene = handingOver(new LiveLeg(LegId.of(8), true), Optional.empty());
    scene.engaged("alice", Engagement.TALKING).engaged("bob", Engagement.TALKING);
    assertThat(scene.effects(Effect.BringTogether.class))
        .containsExactly(
            new Effect.BringTogether(
                call("call"), "PJSIP/trunk-call", channel("alice"), LegId.of(8)));
  }

  @Test
  void somebody_outside_who_was_rung_to_join_may_still_come_or_be_withdrawn() {
    LegId leg = LegId.of(9);
    Scene scene = Scene.of("alice");
    scene.seen(List.of(talks("call", party("alice"))), List.of(new LiveLeg(leg, false)));
    scene.on(
        recalled(
            scene,
            "call",
            List.of(offered(7, "alice")),
            List.of(new Recalled.Outside(leg, TECHNICIAN))));
    assertThat(scene.pop("alice").others()).hasSize(1);
    scene.on(new Event.JoinWithdrawn(scene.now(), call("call"), agent("alice")));
    assertThat(scene.effects(Effect.HangUp.class)).containsExactly(new Effect.HangUp(leg));
    assertThat(scene.pop("alice").others()).isEmpty();
  }

  private static Optional<org.decroche.routing.agent.Phone> phone(String who) {
    return Optional.of(Cast.phone(who));
  }

  private static LiveParty party(String who) {
    return new LiveParty(channel(who), phone(who));
  }

  private static LiveCall talks(String call, LiveParty party) {
    return live(call, false, party);
  }

  private static LiveCall together(String call, LiveParty... parties) {
    return live(call, true, parties);
  }

  private static LiveCall live(String call, boolean together, LiveParty... parties) {
    return new LiveCall(
        call(call),
        "PJSIP/trunk-" + call,
        Where.TALKING,
        Arrays.stream(parties).flatMap(party -> party.phone().stream()).findFirst(),
        Optional.empty(),
        Set.copyOf(Arrays.stream(parties).map(LiveParty::channel).toList()),
        together,
        List.of(parties));
  }

  private static Recalled.Offered offered(long offer, String to) {
    return new Recalled.Offered(new OfferId(offer), agent(to), WHY, ARRIVED, Optional.of(ANSWERED));
  }

  private static Recalled.Offered ringing(long offer, String to) {
    return new Recalled.Offered(new OfferId(offer), agent(to), WHY, ARRIVED, Optional.empty());
  }

  private static Event recalled(Scene scene, String call, Recalled.Offered... offers) {
    return recalled(scene, call, List.of(offers), List.of());
  }

  private static Event recalled(
      Scene scene, String call, List<Recalled.Offered> offers, List<Recalled.Outside> outside) {
    return recalled(scene, call, Optional.of(ANSWERED), offers, outside);
  }

  private static Event recalled(
      Scene scene,
      String call,
      Optional<Instant> answered,
      List<Recalled.Offered> offers,
      List<Recalled.Outside> outside) {
    return new Event.CallRecalled(
        scene.now(),
        new Recalled.In(
            call(call),
            Optional.of(DOOR.id()),
            new CallerNumber.Dialable(JEANNE),
            ARRIVED,
            Optional.empty(),
            answered,
            answered.flatMap(at -> offers.stream().findFirst().map(Recalled.Offered::agent)),
            Optional.empty(),
            offers,
            outside));
  }

  private static Event out(Scene scene, String call, Optional<Instant> answered) {
    return outOf(call, answered, scene);
  }

  private static Event outOf(String call, Optional<Instant> answered, Scene scene) {
    return new Event.CallRecalled(
        scene.now(),
        new Recalled.Out(
            new CallId(call),
            Optional.empty(),
            JEANNE,
            agent("alice"),
            ARRIVED,
            Optional.of(1L),
            Optional.empty(),
            answered));
  }

  private static Event wanted(
      Scene scene, String who, PhoneNumber number, Optional<Long> customer) {
    return new Event.CallOutWanted(
        scene.now(), agent(who), number, customer, Optional.empty(), Optional.empty());
  }

  private static CallOutRefusal refusal(Scene scene) {
    return ((CallOutVerdict.Refused) scene.effects(Effect.ReplyCallOut.class).getFirst().verdict())
        .why();
  }

  private static CallOutCard card(Scene scene) {
    return scene.effects(Effect.ShowCallOut.class).getLast().card();
  }
}
