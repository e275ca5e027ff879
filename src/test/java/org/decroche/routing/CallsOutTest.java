package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.DOOR;
import static org.decroche.routing.Cast.agent;
import static org.decroche.routing.Cast.call;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.person;
import static org.decroche.routing.Cast.phone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.Policy;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;
import org.decroche.routing.leg.LiveLeg;
import org.decroche.routing.out.CallMade;
import org.decroche.routing.out.CallOutCard;
import org.decroche.routing.out.CallOutRefusal;
import org.decroche.routing.out.CallOutState;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.routing.out.OutLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallsOutTest {
  private static final PhoneNumber JEANNE = new PhoneNumber("+33639980001");
  private static final PhoneNumber PAUL = new PhoneNumber("+33639980002");
  private final Scene scene = Scene.ofThree();

  @Test
  void theAgentsPhoneRingsFirstAndShowsWhomTheyCall() {
    CallId call = begun("alice", JEANNE);

    Leg leg = scene.effects(Effect.Dial.class).getFirst().leg();
    assertThat(leg.id().value()).isEqualTo(call.value());
    assertThat(leg.to()).isEqualTo(new LegTarget.OurPhone(phone("alice"), Optional.of(JEANNE)));
    assertThat(leg.then())
        .isInstanceOfSatisfying(
            LegPurpose.DialOut.class,
            out -> {
              assertThat(out.callee()).isEqualTo(JEANNE);
              assertThat(out.shown()).as("our published number").isEqualTo(DOOR.number());
            });
    assertThat(card().state()).isEqualTo(CallOutState.RINGING_AGENT);
    assertThat(scene.theAgent("alice").activity()).isEqualTo(Activity.RINGING);
  }

  @Test
  void whoIsOutsideIsRungThereAndPressesAKeyBeforeAnybodyIsCalled() {
    scene.outside("alice", PAUL).floor();
    CallId call = begun("alice", JEANNE);

    Leg leg = scene.effects(Effect.Dial.class).getFirst().leg();
    assertThat(leg.to()).isEqualTo(new LegTarget.Outside(PAUL, DOOR.number()));
    assertThat(leg.then())
        .isEqualTo(
            new LegPurpose.DialOutByKey(JEANNE, DOOR.number(), java.time.Duration.ofSeconds(60)));
    scene.on(new Event.LegUp(scene.now(), leg(call)));
    assertThat(scene.effects(Effect.ShowCallOut.class)).as("perhaps a voicemail").isEmpty();
    scene.on(new Event.KeyPressed(scene.now(), leg(call)));
    assertThat(card().state()).isEqualTo(CallOutState.DIALLING);
    assertThat(scene.theAgent("alice").activity()).isEqualTo(Activity.TALKING);
    scene.on(new Event.CalleeAnswered(scene.now(), call));
    scene.on(new Event.LegDown(scene.now(), leg(call), LegEnd.HUNG_UP));

    assertThat(step(Step.Ended.class).ending()).isEqualTo(Ending.TALKED);
    scene.isFree("alice");
  }

  @Test
  void aVoicemailThatPicksUpAnAgentsCallOutEndsItWithNobodyCalled() {
    scene.outside("alice", PAUL).floor();
    CallId call = begun("alice", JEANNE);
    scene.on(new Event.LegUp(scene.now(), leg(call)));

    scene.on(new Event.LegDown(scene.now(), leg(call), LegEnd.HUNG_UP));

    assertThat(step(Step.Ended.class).ending()).isEqualTo(Ending.GAVE_UP);
    scene.isFree("alice");
  }

  @Test
  void whoCallsOutIsOfferedNobody() {
    begun("alice", JEANNE);

    scene.ringsUnknown("1.1").offers("1.1", "bob");
  }

  @Test
  void aTalkIsOnRecordFromTheirAnswerToTheEnd() {
    CallId call = begun("alice", JEANNE);

    scene.on(new Event.LegUp(scene.now(), leg(call)));
    assertThat(card().state()).isEqualTo(CallOutState.DIALLING);
    scene.seconds(1).on(new Event.CalleeRings(scene.now(), call));
    assertThat(card().state()).isEqualTo(CallOutState.RINGING_CALLEE);
    scene.seconds(5).on(new Event.CalleeAnswered(scene.now(), call));
    assertThat(card().state()).isEqualTo(CallOutState.TALKING);
    assertThat(step(Step.CalleeAnswered.class).agent()).isEqualTo(agent("alice"));
    scene.seconds(60).on(new Event.LegDown(scene.now(), leg(call), LegEnd.HUNG_UP));

    assertThat(step(Step.Ended.class).ending()).isEqualTo(Ending.TALKED);
    assertThat(card().isToJudge()).isTrue();
    scene.isFree("alice");
    assertThat(scene.theAgent("alice").idleSince()).isEqualTo(scene.now());
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, BUSY",
    "NO_ANSWER, NO_ANSWER",
    "UNREACHABLE, FAILED",
    "CALLER_HUNG_UP, GAVE_UP",
  })
  void whoIsNotReachedIsNotedAsTheNetworkSays(OfferEnd said, Ending ending) {
    CallId call = begun("alice", JEANNE);
    scene.on(new Event.LegUp(scene.now(), leg(call)));
    scene.on(new Event.CalleeUnreached(scene.now(), call, said));

    scene.on(new Event.LegDown(scene.now(), leg(call), LegEnd.HUNG_UP));

    assertThat(step(Step.Ended.class).ending()).isEqualTo(ending);
    assertThat(card().isToJudge()).isFalse();
    scene.isFree("alice");
  }

  @Test
  void whatTheNetworkRefusesHasFailedAlsoWhenItWasDialledByHand() {
    scene.phone("alice", PhoneState.IN_USE).on(dialled("7.1", "alice", JEANNE));
    scene.on(
        new Event.PhoneHungUp(
            scene.now(), call("7.1"), "PJSIP/trunk-2", Optional.of(OfferEnd.UNREACHABLE)));
    scene.on(new Event.CalleeUnreached(scene.now(), call("7.1"), OfferEnd.NO_ANSWER));

    scene.hangsUp("7.1");

    assertThat(step(Step.Ended.class).ending()).isEqualTo(Ending.FAILED);
  }

  @ParameterizedTest
  @CsvSource({"NO_ANSWER, GAVE_UP", "REFUSED, GAVE_UP", "HUNG_UP, GAVE_UP", "UNREACHABLE, FAILED"})
  void anAgentWhoDoesNotPickUpTheirOwnPhoneCallsNobody(LegEnd how, Ending ending) {
    CallId call = begun("alice", JEANNE);

    scene.on(new Event.LegDown(scene.now(), leg(call), how));

    assertThat(step(Step.Ended.class).ending()).isEqualTo(ending);
    scene.isFree("alice");
    scene.on(new Event.LegDown(scene.now(), leg(call), how)).nothingHappens();
  }

  @ParameterizedTest
  @EnumSource(LegEnd.class)
  void aCallThatTheAgentDropsIsGivenUpHoweverTheirPhoneReportsIt(LegEnd how) {
    CallId call = begun("alice", JEANNE);
    scene.on(new Event.CallOutDropped(scene.now(), call, agent("alice")));

    scene.on(new Event.LegDown(scene.now(), leg(call), how));

    assertThat(step(Step.Ended.class).ending()).isEqualTo(Ending.GAVE_UP);
  }

  @Test
  void aFreedAgentTakesWhoWaits() {
    scene.chooses("bob", Availability.OFF).chooses("carol", Availability.OFF);
    CallId call = begun("alice", JEANNE);
    scene.ringsUnknown("1.1").waits("1.1");

    scene.on(new Event.LegDown(scene.now(), leg(call), LegEnd.NO_ANSWER));

    scene.offers("1.1", "alice");
  }

  @Test
  void oneCallOutAtATimeForOneNumberWhoeverPresses() {
    CallId first = begun("alice", JEANNE);

    assertThat(refused("bob", JEANNE, Optional.empty()))
        .isEqualTo(new CallOutVerdict.Refused(CallOutRefusal.ALREADY_CALLED, Optional.of("alice")));
    begun("bob", PAUL);
    scene.on(new Event.LegDown(scene.now(), leg(first), LegEnd.NO_ANSWER));
    begun("alice", JEANNE);
  }

  @Test
  void oneCallOutAtATimeForOneCustomerWhateverTheNumber() {
    wants("alice", JEANNE, Optional.of(7L));

    assertThat(refused("bob", PAUL, Optional.of(7L)).why())
        .isEqualTo(CallOutRefusal.ALREADY_CALLED);
    wants("bob", PAUL, Optional.of(8L));
    assertThat(verdict()).isInstanceOf(CallOutVerdict.Begun.class);
  }

  @Test
  void whoIsCallingUsIsNotCalled() {
    scene.ringsUnknown("1.1");

    assertThat(refused("carol", new PhoneNumber("+33612345678"), Optional.empty()).why())
        .isEqualTo(CallOutRefusal.ON_THE_LINE);
  }

  @Test
  void neverWhileACallerWaitsForThatAgent() {
    Scene one = Scene.of("alice").with(Policy.PLAIN.withWrapUp(Duration.ofMinutes(5))).floor();
    one.ringsUnknown("1.1").answers("alice", "1.1").ringsUnknown("1.2").hangsUp("1.1");
    one.waits("1.2");

    one.on(wanted(one, "alice", JEANNE));

    assertThat(one.effects(Effect.Dial.class)).isEmpty();
    assertThat(refusal(one).why()).isEqualTo(CallOutRefusal.CALLER_WAITING);
  }

  @Test
  void whoWrapsUpMayCallAndWhoIsAwayToo() {
    Scene one = Scene.of("alice").with(Policy.PLAIN.withWrapUp(Duration.ofMinutes(5))).floor();
    one.ringsUnknown("1.1").answers("alice", "1.1").hangsUp("1.1");
    one.on(wanted(one, "alice", JEANNE));
    assertThat(one.effects(Effect.Dial.class)).hasSize(1);

    scene.chooses("bob", Availability.AWAY);
    begun("bob", JEANNE);
  }

  @Test
  void whoHasACallInHandMayNot() {
    scene.ringsUnknown("1.1").offers("1.1", "alice");

    assertThat(refused("alice", JEANNE, Optional.empty()).why())
        .isEqualTo(CallOutRefusal.AGENT_BUSY);
  }

  @ParameterizedTest
  @CsvSource({"IN_USE, AGENT_BUSY", "UNREACHABLE, PHONE_UNREACHABLE"})
  void aPhoneMustBeThereAndFree(PhoneState state, CallOutRefusal why) {
    scene.phone("alice", state);

    assertThat(refused("alice", JEANNE, Optional.empty()).why()).isEqualTo(why);
  }

  @Test
  void ourOwnDoorsAreNotCalled() {
    assertThat(refused("alice", DOOR.number(), Optional.empty()).why())
        .isEqualTo(CallOutRefusal.OURS);
  }

  @Test
  void withoutALinkNothingIsPromised() {
    scene.linkLost();

    assertThat(refused("alice", JEANNE, Optional.empty()).why()).isEqualTo(CallOutRefusal.NO_LINK);
  }

  @Test
  void theHouseAndEachAgentHaveTheirLimits() {
    scene.house(new House(3, new OutLimits(1, 100, 2, List.of())));
    CallId first = begun("alice", JEANNE);
    assertThat(refused("bob", PAUL, Optional.empty()).why())
        .isEqualTo(CallOutRefusal.TOO_MANY_AT_ONCE);
    scene.on(new Event.LegDown(scene.now(), leg(first), LegEnd.NO_ANSWER));
    CallId second = begun("alice", JEANNE);
    scene.on(new Event.LegDown(scene.now(), leg(second), LegEnd.NO_ANSWER));

    assertThat(refused("alice", JEANNE, Optional.empty()).why())
        .isEqualTo(CallOutRefusal.TOO_MANY_BY_AGENT);
    begun("bob", JEANNE);
    scene.seconds(3600);
    assertThat(refused("alice", PAUL, Optional.empty()).why())
        .as("an hour later only the call that goes on counts")
        .isEqualTo(CallOutRefusal.TOO_MANY_AT_ONCE);

    scene.house(new House(3, new OutLimits(10, 3, 30, List.of())));
    begun("alice", PAUL);
  }

  @Test
  void whatWasCalledBeforeAStartOfOursCountsForItsHour() {
    scene.house(new House(3, new OutLimits(10, 3, 2, List.of())));
    scene.on(
        new Event.CallsOutCounted(
            scene.now(),
            List.of(
                new CallMade(agent("alice"), scene.now().minusSeconds(1800)),
                new CallMade(agent("alice"), scene.now().minusSeconds(60)),
                new CallMade(agent("bob"), scene.now().minusSeconds(30)))));

    assertThat(refused("carol", JEANNE, Optional.empty()).why())
        .isEqualTo(CallOutRefusal.TOO_MANY_THIS_HOUR);
    scene.house(new House(3, new OutLimits(10, 30, 2, List.of())));
    assertThat(refused("alice", JEANNE, Optional.empty()).why())
        .isEqualTo(CallOutRefusal.TOO_MANY_BY_AGENT);
    begun("bob", PAUL);
    scene.seconds(1801);
    begun("alice", JEANNE);
  }

  @Test
  void aTalkIsWrappedUpUntilTheKeyOrTheLimitOfTheFrontDoor() {
    Duration wrapUp = Duration.ofMinutes(5);
    scene.with(Policy.PLAIN.withWrapUp(wrapUp)).floor();
    CallId call = talked("alice");

    assertThat(scene.effects(Effect.ShowEnded.class))
        .containsExactly(new Effect.ShowEnded(agent("alice"), call, wrapUp));
    assertThat(scene.timerIn(Timer.WrapUpOver.class)).isEqualTo(wrapUp);
    scene.engaged("alice", Engagement.WRAPPING_UP).ringsUnknown("1.1").offers("1.1", "bob");
    scene.seconds(60).endsWrapUp("alice").isFree("alice");
    assertThat(scene.theAgent("alice").idleSince()).isEqualTo(scene.now());

    CallId another = talked("alice");
    scene.timer(new Timer.WrapUpOver(agent("alice"), call));
    scene.engaged("alice", Engagement.WRAPPING_UP);
    scene.timer(new Timer.WrapUpOver(agent("alice"), another)).isFree("alice");
  }

  @Test
  void whomNobodyAnsweredNeedsNoWrapUp() {
    scene.with(Policy.PLAIN.withWrapUp(Duration.ofMinutes(5))).floor();
    CallId call = begun("alice", JEANNE);
    scene.on(new Event.LegDown(scene.now(), leg(call), LegEnd.NO_ANSWER)).isFree("alice");
  }

  private CallId talked(String who) {
    CallId call = begun(who, JEANNE);
    scene.on(new Event.LegUp(scene.now(), leg(call)));
    scene.on(new Event.CalleeAnswered(scene.now(), call)).seconds(30);
    scene.on(new Event.LegDown(scene.now(), leg(call), LegEnd.HUNG_UP));
    return call;
  }

  @Test
  void theSameRulesHoldForWhatIsDialledOnThePhone() {
    scene.phone("alice", PhoneState.IN_USE).on(dialled("7.1", "alice", JEANNE));
    scene.answersNow("7.1", Instruction.CallOut.class);
    assertThat(step(Step.CalledOut.class).byHand()).isTrue();
    assertThat(scene.theAgent("alice").engagement()).isEqualTo(Engagement.CALLING_OUT);

    scene.phone("bob", PhoneState.IN_USE).on(dialled("7.2", "bob", JEANNE));
    scene.answersNow("7.2", Instruction.Refuse.class);

    scene.on(new Event.CalleeAnswered(scene.now(), call("7.1"))).seconds(9).hangsUp("7.1");
    assertThat(step(Step.Ended.class).ending()).isEqualTo(Ending.TALKED);
    assertThat(scene.theAgent("alice").engagement()).isEqualTo(Engagement.FREE);
  }

  @Test
  void whoDialsAndHangsUpBeforeTheirQuestionArrivesIsNotCallingOut() {
    scene.hangsUp("7.1").on(dialled("7.1", "alice", JEANNE));
    scene.answersNow("7.1", Instruction.Refuse.class);
    assertThat(scene.theAgent("alice").engagement()).isEqualTo(Engagement.FREE);
    assertThat(scene.steps(Step.CalledOut.class)).isEmpty();
  }

  @Test
  void aQuestionToldAgainAfterTheEndCallsNobody() {
    scene.on(dialled("7.1", "alice", JEANNE)).hangsUp("7.1").on(dialled("7.1", "alice", JEANNE));
    scene.answersNow("7.1", Instruction.Refuse.class);
    assertThat(scene.theAgent("alice").engagement()).isEqualTo(Engagement.FREE);
  }

  @Test
  void aPhoneOfNobodyCallsNobody() {
    scene.on(dialled("7.1", "zoe", JEANNE)).answersNow("7.1", Instruction.Refuse.class);
  }

  @Test
  void whoItIsGoesOnTheDeskAndOnRecord() {
    CallId call = begun("alice", JEANNE);

    scene.on(new Event.CallerRecognised(scene.now(), call, found(person(7))));

    assertThat(card().name()).contains("person 7");
    assertThat(step(Step.Identified.class).customer()).contains(7L);
    scene.on(new Event.CallerRecognised(scene.now(), call, Recognition.UNKNOWN));
  }

  @Test
  void onlyWhoCallsMayDropTheCall() {
    CallId call = begun("alice", JEANNE);

    scene.on(new Event.CallOutDropped(scene.now(), call, agent("bob"))).nothingHappens();
    scene.on(new Event.CallOutDropped(scene.now(), call, agent("alice")));

    assertThat(scene.effects(Effect.HangUpChannel.class)).hasSize(1);
  }

  @Test
  void aLookAtAsteriskEndsWhatIsGoneAndKeepsWhatGoesOn() {
    CallId gone = begun("alice", JEANNE);
    CallId on = begun("bob", PAUL);
    scene.seconds(1);

    scene.on(
        new Event.AsteriskSeen(
            scene.now(),
            List.of(),
            Map.of(phone("alice"), PhoneState.IDLE, phone("bob"), PhoneState.IN_USE),
            List.of(new LiveLeg(leg(on), true))));

    assertThat(scene.effects(Effect.EndUnseen.class).getFirst().alive()).containsExactly(on);
    assertThat(step(Step.Ended.class))
        .isEqualTo(new Step.Ended(gone, step(Step.Ended.class).seq(), scene.now(), Ending.UNSEEN));
    scene.isFree("alice");
    assertThat(scene.theAgent("bob").engagement()).isEqualTo(Engagement.CALLING_OUT);
  }

  @Test
  void aCallOutThatEndedUnseenHasEndedThoughTheClockWasSetBackMeanwhile() {
    CallId gone = begun("alice", JEANNE);
    scene.seconds(-3600);

    scene.on(
        new Event.AsteriskSeen(
            scene.now(), List.of(), Map.of(phone("alice"), PhoneState.IDLE), List.of()));

    assertThat(step(Step.Ended.class).call()).isEqualTo(gone);
    scene.isFree("alice");
  }

  @Test
  void aCallOutOfAnEarlierRunIsNoCallerAndItsEndClosesItsRecord() {
    LegId earlier = LegId.of(1);
    LiveCall byHand = Cast.live("7.1", LiveCall.Where.CALLING_OUT);
    scene.on(
        new Event.AsteriskSeen(
            scene.now(), List.of(byHand), Map.of(), List.of(new LiveLeg(earlier, true))));
    assertThat(scene.effects(Effect.AskAgain.class)).isEmpty();
    assertThat(scene.effects(Effect.EndUnseen.class).getFirst().alive())
        .containsExactlyInAnyOrder(new CallId("leg-1"), call("7.1"));

    scene.on(new Event.LegDown(scene.now(), earlier, LegEnd.HUNG_UP));
    assertThat(scene.effects(Effect.EndUnseen.class).getFirst().alive())
        .containsExactly(call("7.1"));
    scene.hangsUp("7.1");
    assertThat(scene.effects(Effect.EndUnseen.class).getFirst().alive()).isEmpty();
  }

  private CallId begun(String who, PhoneNumber number) {
    wants(who, number, Optional.empty());
    assertThat(verdict()).isInstanceOf(CallOutVerdict.Begun.class);
    return ((CallOutVerdict.Begun) verdict()).call();
  }

  private CallOutVerdict.Refused refused(String who, PhoneNumber number, Optional<Long> customer) {
    wants(who, number, customer);
    assertThat(scene.effects(Effect.Dial.class)).isEmpty();
    return refusal(scene);
  }

  private void wants(String who, PhoneNumber number, Optional<Long> customer) {
    scene.on(
        new Event.CallOutWanted(
            scene.now(), agent(who), number, customer, Optional.empty(), Optional.empty()));
  }

  private static Event wanted(Scene scene, String who, PhoneNumber number) {
    return new Event.CallOutWanted(
        scene.now(), agent(who), number, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Event dialled(String call, String who, PhoneNumber number) {
    return new Event.PhoneDialled(scene.now(), call(call), phone(who), number);
  }

  private CallOutVerdict verdict() {
    return scene.effects(Effect.ReplyCallOut.class).getFirst().verdict();
  }

  private static CallOutVerdict.Refused refusal(Scene scene) {
    return (CallOutVerdict.Refused) scene.effects(Effect.ReplyCallOut.class).getFirst().verdict();
  }

  private CallOutCard card() {
    return scene.effects(Effect.ShowCallOut.class).getLast().card();
  }

  private <S extends Step> S step(Class<S> kind) {
    return scene.steps(kind).getLast();
  }

  private static LegId leg(CallId call) {
    return new LegId(call.value());
  }
}
