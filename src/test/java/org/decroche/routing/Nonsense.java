package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveParty;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LiveLeg;

/** Any fact about a few calls and agents, with no regard for sense. Only the clock goes forward. */
final class Nonsense {
  private final Random dice;
  private Instant now = Cast.MORNING;

  /** How often a phone of ours dialled. */
  private int dialled;

  Nonsense(Random dice) {
    this.dice = dice;
  }

  Event next() {
    now = now.plusMillis(dice.nextInt(1500));
    return switch (dice.nextInt(35)) {
      case 0 -> new Event.FloorChanged(now, floor());
      case 1, 2 -> new Event.AvailabilityChosen(now, agent(), pick(Availability.values()));
      case 3, 4 -> new Event.PhoneReported(now, phone(), pick(PhoneState.values()));
      case 5, 6, 7, 8, 9 -> asks();
      case 10, 11 -> new Event.CallerRecognised(now, call(), recognition());
      case 12 -> new Event.CustomerChosen(now, call(), 1 + dice.nextInt(2), new AgentId(1));
      case 13 -> new Event.CallAnswered(now, call(), phone(), Optional.of(channel()));
      case 14 -> new Event.CallEnded(now, dice.nextInt(5) == 0 ? out() : call());
      case 15 -> new Event.AnswerLost(now, call());
      case 16 -> new Event.MoveFailed(now, call(), offer());
      case 17 -> dice.nextInt(3) == 0 ? new Event.AsteriskLost(now) : seen();
      case 18 -> new Event.PhoneRings(now, call(), phone());
      case 19 -> new Event.DeskSeen(now, agent(), dice.nextBoolean());
      case 20 -> new Event.WrapUpEnded(now, agent());
      case 21, 22 ->
          new Event.JoinWanted(
              now, call(), agent(), invitee(), dice.nextBoolean(), "why", Optional.empty());
      case 23 -> new Event.LegUp(now, leg());
      case 24 -> new Event.LegDown(now, leg(), pick(LegEnd.values()));
      case 25 -> new Event.PhoneHungUp(now, call(), channel());
      case 26 ->
          switch (dice.nextInt(4)) {
            case 0 -> new Event.JoinWithdrawn(now, call(), agent());
            case 1 -> new Event.LeaveWanted(now, call(), agent());
            case 2 -> new Event.EndWanted(now, call(), agent());
            default -> new Event.TogetherFailed(now, call(), leg());
          };
      case 27 -> new Event.PhoneLost(now, phone());
      case 28 ->
          dice.nextBoolean()
              ? new Event.OfferRefused(now, call(), offer(), agent())
              : new Event.OfferWithdrawn(now, call(), offer(), agent());
      case 29, 30 -> callingOut();
      case 31 -> new Event.CallRecalled(now, recalled());
      case 32 -> new Event.KeyPressed(now, leg());
      default -> new Event.TimerRang(now, timer());
    };
  }

  private Recalled recalled() {
    Optional<Instant> answered = dice.nextBoolean() ? Optional.empty() : Optional.of(now);
    if (dice.nextInt(3) == 0) {
      return new Recalled.Out(
          dice.nextBoolean() ? new CallId(earlierLeg().value()) : dialled(1 + dice.nextInt(9)),
          Optional.empty(),
          number(),
          agent(),
          now.minusSeconds(dice.nextInt(60)),
          Optional.empty(),
          Optional.empty(),
          answered);
    }
    CallId call = call();
    long offer = 900 + 2 * Long.parseLong(call.value().replaceAll("[^0-9]", ""));
    return new Recalled.In(
        call,
        Optional.of(Cast.DOOR.id()),
        new CallerNumber.Dialable(number()),
        now.minusSeconds(dice.nextInt(60)),
        dice.nextBoolean() ? Optional.empty() : Optional.of(1L),
        answered,
        answered.map(at -> agent()),
        Optional.empty(),
        List.of(earlier(offer), earlier(offer + 1)),
        List.of(new Recalled.Outside(leg(), number())));
  }

  /** Of an earlier run of ours, which made each offer for one call. */
  private Recalled.Offered earlier(long offer) {
    return new Recalled.Offered(
        new OfferId(offer),
        agent(),
        dice.nextBoolean()
            ? new Reason.LongestIdle("care", now)
            : new Reason.HandedOver("agent 1", "why"),
        now,
        dice.nextBoolean() ? Optional.empty() : Optional.of(now));
  }

  private Event callingOut() {
    return switch (dice.nextInt(8)) {
      case 0, 1 ->
          new Event.CallOutWanted(
              now,
              agent(),
              number(),
              Optional.empty(),
              Optional.empty(),
              dice.nextBoolean() ? Optional.of(Cast.DOOR.id()) : Optional.empty());
      case 2 -> new Event.CallOutDropped(now, out(), agent());
      case 3 -> new Event.PhoneDialled(now, dialledAnew(), phone(), number());
      case 4 -> new Event.CalleeRings(now, out());
      case 5 -> new Event.CalleeAnswered(now, out());
      case 6 -> new Event.CalleeUnreached(now, out(), pick(OfferEnd.values()));
      default -> new Event.CallBilled(now, call());
    };
  }

  /** A call out is named after its leg, or after the channel of the phone that dialled. */
  private CallId out() {
    return dice.nextBoolean() ? new CallId(leg().value()) : dialled(1 + dice.nextInt(dialled + 1));
  }

  /** Or the same question again, perhaps after its end. */
  private CallId dialledAnew() {
    return dialled(dice.nextInt(3) == 0 ? 1 + dice.nextInt(dialled + 1) : ++dialled);
  }

  private static CallId dialled(int nth) {
    return new CallId("dialled" + nth);
  }

  private PhoneNumber number() {
    return new PhoneNumber("+3361234567" + dice.nextInt(10));
  }

  private Invitee invitee() {
    return switch (dice.nextInt(4)) {
      case 0 -> new Invitee.AnyOf(Cast.CARE);
      case 1 -> new Invitee.Outsider(new PhoneNumber("+33199001234"), Duration.ofSeconds(30));
      default -> new Invitee.Colleague(agent());
    };
  }

  private LegId leg() {
    return dice.nextInt(4) == 0 ? earlierLeg() : LegId.of(1 + dice.nextInt(60));
  }

  /** Of an earlier run of ours: numbers are never used twice. */
  private LegId earlierLeg() {
    return LegId.of(900 + dice.nextInt(10));
  }

  private String channel() {
    return dice.nextInt(3) == 0 ? leg().value() : phone().name();
  }

  private Event asks() {
    return new Event.CallAsks(
        now,
        call(),
        "channel",
        dice.nextBoolean() ? Optional.of(Cast.DOOR.id()) : Optional.empty(),
        dice.nextBoolean()
            ? new CallerNumber.Withheld()
            : new CallerNumber.Dialable(new PhoneNumber("+33612345678")),
        now.minusSeconds(dice.nextInt(5)),
        dice.nextBoolean()
            ? Optional.empty()
            : Optional.of(new Event.EndedOffer(offer(), pick(OfferEnd.values()))));
  }

  private Event seen() {
    List<LiveCall> calls = new ArrayList<>();
    for (int i = dice.nextInt(4); i > 0; i--) {
      calls.add(
          new LiveCall(
              dice.nextInt(5) == 0 ? dialled(1 + dice.nextInt(9)) : call(),
              "channel",
              pick(LiveCall.Where.values()),
              dice.nextBoolean() ? Optional.of(phone()) : Optional.empty(),
              Optional.empty(),
              Set.of(),
              dice.nextBoolean(),
              List.of(party(), party())));
    }
    return new Event.AsteriskSeen(
        now,
        calls,
        Map.of(phone(), pick(PhoneState.values())),
        List.of(new LiveLeg(leg(), dice.nextBoolean(), dice.nextBoolean())));
  }

  private LiveParty party() {
    return new LiveParty(channel(), dice.nextBoolean() ? Optional.of(phone()) : Optional.empty());
  }

  private Timer timer() {
    return switch (dice.nextInt(8)) {
      case 6 -> new Timer.ReportMissing(agent());
      case 0 -> new Timer.LookUpDeadline(call());
      case 1 -> new Timer.RestOver(call());
      case 2 -> new Timer.ReachChanges(call());
      case 3 -> new Timer.WrapUpOver(agent(), call());
      case 5 -> new Timer.LongWait(call());
      case 4 -> new Timer.DeskAwaited(agent());
      default -> new Timer.OfferOverdue(call(), offer());
    };
  }

  private Floor floor() {
    List<AgentProfile> agents = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      if (dice.nextInt(4) > 0) {
        AgentProfile one =
            new AgentProfile(
                new AgentId(i),
                "agent " + i,
                new Phone("phone" + i),
                dice.nextBoolean() ? Set.of(Cast.CARE) : Set.of(Cast.CARE, Cast.SALES),
                Availability.READY,
                now,
                dice.nextBoolean() ? Optional.empty() : Optional.of(agent()),
                dice.nextBoolean());
        agents.add(dice.nextInt(4) == 0 ? one.ringingOutside(number()) : one);
      }
    }
    return new Floor(List.of(Policies.door(dice)), agents);
  }

  private Recognition recognition() {
    return switch (dice.nextInt(6)) {
      case 0 -> Recognition.LATE;
      case 1 -> Recognition.UNKNOWN;
      case 4 -> Recognition.UNKNOWN.withOwed(new Owed(Owed.What.CALL_BACK, agent(), now));
      case 5 -> Cast.found(Cast.person(1, Cast.caseOf(1, "a", 3))).ofSharedNumber();
      case 2 -> Cast.lastTalkWith("b").apply(Recognition.UNKNOWN);
      default ->
          Cast.found(
              Cast.person(1, Cast.caseOf(1, "a", 3)), Cast.person(2, Cast.caseOf(2, "d", 9)));
    };
  }

  private CallId call() {
    // Calls end and do not come back: a few numbers at a time, slowly growing.
    long age = now.getEpochSecond() - Cast.MORNING.getEpochSecond();
    return new CallId("call" + (age / 60 + dice.nextInt(5)));
  }

  private AgentId agent() {
    return new AgentId(1 + dice.nextInt(5));
  }

  private Phone phone() {
    return new Phone("phone" + (1 + dice.nextInt(5)));
  }

  private OfferId offer() {
    return new OfferId(1 + dice.nextInt(60));
  }

  private <T> T pick(T[] values) {
    return values[dice.nextInt(values.length)];
  }
}
