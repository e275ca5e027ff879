package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.out.CallMade;
import org.decroche.routing.out.CallOut;
import org.decroche.routing.out.CallOutRefusal;
import org.decroche.routing.out.CallOutVerdict.Refused;
import org.decroche.routing.out.OutLimits;

/**
 * Who may call out now, and whom. What may be dialled at all is looked at before, by whoever reads
 * the number.
 */
final class CallsOutRule {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Roster roster;
  private final Doors doors;
  private final Calls calls;
  private final Offering offering;
  private final Collection<CallOut> live;

  /** Within the last hour, in their order. */
  private final Deque<CallMade> made = new ArrayDeque<>();

  private OutLimits limits = OutLimits.DEFAULT;

  CallsOutRule(
      Roster roster, Doors doors, Calls calls, Offering offering, Collection<CallOut> live) {
    this.roster = roster;
    this.doors = doors;
    this.calls = calls;
    this.offering = offering;
    this.live = live;
  }

  void limits(OutLimits decided) {
    limits = decided;
  }

  void made(AgentId by, Instant at) {
    made.addLast(new CallMade(by, at));
  }

  /** Made before any that was told to {@link #made}. */
  void madeBefore(List<CallMade> earlier) {
    earlier.reversed().forEach(made::addFirst);
  }

  /**
   * Why it may not be; empty when it may.
   *
   * @param byHand it is dialled on the phone itself, which is in use by that
   */
  Optional<Refused> refuses(
      Agent agent, PhoneNumber number, Optional<Long> customer, boolean byHand, Instant now) {
    return ours(number)
        .or(() -> hindered(agent, byHand))
        .or(() -> called(number, customer))
        .or(() -> tooMany(agent.id(), now));
  }

  /**
   * The same for somebody brought in to a conversation: the phone of who asks is in use by that.
   */
  Optional<Refused> refusesToBringIn(AgentId by, PhoneNumber number, Instant now) {
    return ours(number).or(() -> called(number, Optional.empty())).or(() -> tooMany(by, now));
  }

  private Optional<Refused> ours(PhoneNumber number) {
    return because(doors.isOurs(number), CallOutRefusal.OURS);
  }

  private Optional<Refused> hindered(Agent agent, boolean byHand) {
    boolean engaged =
        (agent.engagement() != Engagement.FREE && agent.engagement() != Engagement.WRAPPING_UP)
            || live.stream().anyMatch(call -> call.agent().equals(agent.id()));
    boolean waitedFor = agent.availability() == Availability.READY && offering.isWaitedFor(agent);
    return because(!offering.isLinked(), CallOutRefusal.NO_LINK)
        .or(() -> because(engaged, CallOutRefusal.AGENT_BUSY))
        .or(() -> byHand ? Optional.empty() : phone(agent))
        .or(() -> because(waitedFor, CallOutRefusal.CALLER_WAITING));
  }

  private static Optional<Refused> phone(Agent agent) {
    return switch (agent.phoneState()) {
      case IDLE -> Optional.empty();
      case RINGING, IN_USE -> because(true, CallOutRefusal.AGENT_BUSY);
      case UNREACHABLE -> because(true, CallOutRefusal.PHONE_UNREACHABLE);
    };
  }

  private Optional<Refused> called(PhoneNumber number, Optional<Long> customer) {
    return live.stream()
        .filter(call -> call.number().equals(number) || isSame(call.customer(), customer))
        .findFirst()
        .map(
            call ->
                new Refused(
                    CallOutRefusal.ALREADY_CALLED,
                    roster.find(call.agent()).map(agent -> agent.profile().name())))
        .or(() -> because(isCalling(number), CallOutRefusal.ON_THE_LINE));
  }

  private static boolean isSame(Optional<Long> one, Optional<Long> other) {
    return one.isPresent() && one.equals(other);
  }

  private boolean isCalling(PhoneNumber number) {
    CallerNumber caller = new CallerNumber.Dialable(number);
    return calls.view().stream().map(Call::number).anyMatch(caller::equals);
  }

  private Optional<Refused> tooMany(AgentId agent, Instant now) {
    while (!made.isEmpty() && !made.getFirst().at().isAfter(now.minus(HOUR))) {
      made.removeFirst();
    }
    long theirs = made.stream().filter(one -> one.by().equals(agent)).count();
    return because(live.size() >= limits.atOnce(), CallOutRefusal.TOO_MANY_AT_ONCE)
        .or(() -> because(made.size() >= limits.perHour(), CallOutRefusal.TOO_MANY_THIS_HOUR))
        .or(() -> because(theirs >= limits.perAgentAndHour(), CallOutRefusal.TOO_MANY_BY_AGENT));
  }

  private static Optional<Refused> because(boolean is, CallOutRefusal why) {
    return is ? Optional.of(new Refused(why, Optional.empty())) : Optional.empty();
  }
}
