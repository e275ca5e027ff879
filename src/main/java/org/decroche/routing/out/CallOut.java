package org.decroche.routing.out;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.leg.LegEnd;

/** One live call out. Changed only by the core. */
public final class CallOut {
  private final CallId id;
  private final AgentId agent;
  private final FrontDoor door;
  private final PhoneNumber number;
  private final Optional<Long> debt;
  private final Instant began;
  private Optional<Long> customer;
  private Optional<String> name = Optional.empty();
  private CallOutState state;
  private Instant since;
  private boolean talked;
  private boolean dropped;
  private boolean byKey;
  private Optional<OfferEnd> unreached = Optional.empty();
  private long seq = 1;

  /**
   * A call that begins.
   *
   * @param door whose number is shown, and whose rules hold for what follows the talk
   * @param state {@link CallOutState#RINGING_AGENT}, or {@link CallOutState#DIALLING} when it was
   *     dialled on the phone itself
   */
  public CallOut(
      CallId id,
      AgentId agent,
      FrontDoor door,
      PhoneNumber number,
      Optional<Long> customer,
      Optional<Long> debt,
      CallOutState state,
      Instant began) {
    this.id = id;
    this.agent = agent;
    this.door = door;
    this.number = number;
    this.customer = customer;
    this.debt = debt;
    this.state = state;
    this.began = began;
    this.since = began;
  }

  /**
   * One that an earlier run of ours began.
   *
   * @param seen how far a look found it
   */
  public static CallOut goingOn(Recalled.Out says, FrontDoor door, CallOutState seen, Instant now) {
    CallOutState state = says.answeredAt().isPresent() ? CallOutState.TALKING : seen;
    CallOut call =
        new CallOut(
            says.call(),
            says.agent(),
            door,
            says.number(),
            says.customer(),
            says.debt(),
            state,
            says.began());
    call.talked = state == CallOutState.TALKING;
    call.since = call.talked ? says.answeredAt().orElse(now) : says.began();
    call.numberStepsFrom(now.toEpochMilli());
    return call;
  }

  /** Above all that was written of it before. */
  public void numberStepsFrom(long least) {
    seq = Math.max(seq, least);
  }

  public CallId id() {
    return id;
  }

  public AgentId agent() {
    return agent;
  }

  public FrontDoor door() {
    return door;
  }

  public PhoneNumber number() {
    return number;
  }

  public Optional<Long> customer() {
    return customer;
  }

  public Instant began() {
    return began;
  }

  public long nextSeq() {
    return seq++;
  }

  /** The agent's phone that is rung is outside: who picks it up is they once a key is pressed. */
  public void byKey() {
    byKey = true;
  }

  public boolean isByKey() {
    return byKey;
  }

  /** Somebody answered there, perhaps a machine. */
  public boolean talked() {
    return talked;
  }

  /** Goes on to a later state; tells whether it is news. A call out never goes back. */
  public boolean become(CallOutState next, Instant at) {
    if (next.compareTo(state) <= 0) {
      return false;
    }
    state = next;
    since = at;
    talked |= next == CallOutState.TALKING;
    return true;
  }

  /** The agent wants it no more: how their phone reports its end does not matter then. */
  public void drop() {
    dropped = true;
  }

  /**
   * The other side was not reached; the agent may still hear why. That nobody answered is told of
   * nearly every end: what told more stays.
   */
  public void unreached(OfferEnd how) {
    if (unreached.isEmpty() || how != OfferEnd.NO_ANSWER) {
      unreached = Optional.of(how);
    }
  }

  /** Who it is becomes known only when there is one person whom it can be. */
  public void recognise(Recognition found) {
    if (customer.isEmpty() && found.customers().size() == 1 && !found.shared()) {
      customer = Optional.of(found.customers().getFirst().id());
    }
    name =
        found.customers().stream()
            .filter(person -> customer.equals(Optional.of(person.id())))
            .map(KnownCustomer::name)
            .findFirst();
  }

  /**
   * How it ended.
   *
   * @param how the end of the agent's own side
   */
  public Ending ending(LegEnd how) {
    if (talked) {
      return Ending.TALKED;
    }
    if (dropped) {
      return Ending.GAVE_UP;
    }
    if (unreached.isPresent()) {
      return switch (unreached.get()) {
        case BUSY, REFUSED -> Ending.BUSY;
        case NO_ANSWER -> Ending.NO_ANSWER;
        case CALLER_HUNG_UP -> Ending.GAVE_UP;
        case ANSWERED, UNREACHABLE, ELSEWHERE, LOST, WITHDRAWN -> Ending.FAILED;
      };
    }
    boolean dialled = state != CallOutState.RINGING_AGENT;
    return switch (how) {
      case UNREACHABLE -> Ending.FAILED;
      // The agent's phone was picked up, and yet nothing was heard of the other side.
      case HUNG_UP -> dialled ? Ending.FAILED : Ending.GAVE_UP;
      case NO_ANSWER, BUSY, REFUSED -> Ending.GAVE_UP;
    };
  }

  public CallOutCard card() {
    return new CallOutCard(id, state, since, number, customer, name, debt, Optional.empty());
  }

  /** The card of a call that is over. */
  public CallOutCard card(Ending ending, Instant at) {
    return new CallOutCard(
        id, CallOutState.ENDED, at, number, customer, name, debt, Optional.of(ending));
  }
}
