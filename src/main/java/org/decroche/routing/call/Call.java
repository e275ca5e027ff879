package org.decroche.routing.call;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;

/** One caller's live call. Changed only by the core. */
public final class Call implements Comparable<Call> {
  /** Asterisk's clock and ours, or two threads of ours, may differ that much. */
  public static final Duration CLOCKS_DIFFER = Duration.ofSeconds(1);

  private final CallId id;
  private final String channel;
  private FrontDoor door;
  private final CallerNumber number;
  private final Instant arrivedAt;
  private final Instant knownSince;

  // Its turn, in two numbers: a long line is compared through at every decision.
  private final long turnSecond;
  private final int turnNano;

  private final Map<AgentId, Instant> tried = new LinkedHashMap<>();
  private long seq;
  private CallState state = CallState.IDENTIFYING;
  private boolean asking;
  private Instant askedAt;
  private boolean overtaken;
  private Instant restedAt = Instant.MIN;
  private boolean talked;
  private boolean ringing;
  private Optional<String> outsideChannel = Optional.empty();
  private Recognition recognition;
  private Optional<Long> customer = Optional.empty();
  private Optional<OpenCase> openCase = Optional.empty();
  private boolean known;
  private Reach reach = Reach.NOBODY;
  private Duration setBack = Duration.ZERO;
  private final Set<AgentId> told = new HashSet<>();
  private final Conversation conversation = new Conversation();
  private Optional<Offer> offer = Optional.empty();
  private Optional<Instant> answeredAt = Optional.empty();
  private Optional<Instant> billedSince = Optional.empty();
  private boolean toldToAnswer;

  /**
   * A call that asked for the first time.
   *
   * @param arrivedAt when the caller first rang, perhaps before a restart of ours
   * @param knownSince when it first asked us
   * @param turn its place among all who wait; the arrival, unless the clock was set back
   * @param firstSeq the number of this call's first step
   */
  public Call(
      CallId id,
      String channel,
      FrontDoor door,
      CallerNumber number,
      Instant arrivedAt,
      Instant knownSince,
      Instant turn,
      long firstSeq) {
    this.id = id;
    this.channel = channel;
    this.door = door;
    this.number = number;
    this.arrivedAt = arrivedAt;
    this.knownSince = knownSince;
    this.turnSecond = turn.getEpochSecond();
    this.turnNano = turn.getNano();
    this.seq = firstSeq;
    this.askedAt = knownSince;
    this.recognition =
        number instanceof CallerNumber.Dialable ? Recognition.PENDING : Recognition.NONE;
    noticeSetBack(arrivedAt, knownSince);
  }

  public CallId id() {
    return id;
  }

  public String channel() {
    return channel;
  }

  public FrontDoor door() {
    return door;
  }

  /** The store changed the door; the call goes by what it is now. */
  public void door(FrontDoor changed) {
    door = changed;
  }

  public CallerNumber number() {
    return number;
  }

  public Instant arrivedAt() {
    return arrivedAt;
  }

  public Instant knownSince() {
    return knownSince;
  }

  public CallState state() {
    return state;
  }

  public void become(CallState next) {
    state = next;
  }

  /** The dialplan waits for an answer of ours. */
  public boolean isAsking() {
    return asking;
  }

  /** A question of this call's came in. */
  public void asks(Instant at) {
    overtaken = asking;
    asking = true;
    noticeSetBack(askedAt, at);
    askedAt = at;
  }

  /** The machine's clock was set back: what is counted from before would not end for as long. */
  private void noticeSetBack(Instant before, Instant now) {
    if (now.isBefore(before.minus(CLOCKS_DIFFER))) {
      Duration by = Duration.between(now, before);
      setBack = setBack.plus(by);
      tried.replaceAll((agent, at) -> at.minus(by));
    }
  }

  /** Its question, if it had one open, is settled. */
  public void settled() {
    asking = false;
  }

  /** When the last question came. */
  public Instant askedAt() {
    return askedAt;
  }

  /** The last question came while an earlier one was open, which Asterisk had thus dropped. */
  public boolean hasOvertaken() {
    return overtaken;
  }

  public long nextSeq() {
    return seq++;
  }

  public Recognition recognition() {
    return recognition;
  }

  /** Whoever was chosen stays among them, also when the answer is older than the choice. */
  public void recognise(Recognition found) {
    recognition =
        recognition.customers().stream()
            .filter(person -> customer.filter(chosen -> chosen == person.id()).isPresent())
            .findFirst()
            .map(found::with)
            .orElse(found);
    if (customer.isEmpty() && found.customers().size() == 1 && !found.shared()) {
      customer = Optional.of(found.customers().getFirst().id());
    }
    findOpenCase();
  }

  /** Who it is, when that is sure: the only person with this number, or the one an agent chose. */
  public Optional<Long> customer() {
    return customer;
  }

  public void choose(long chosen) {
    customer = Optional.of(chosen);
    findOpenCase();
  }

  /** The open case that says whose call this is, as far as it is known who calls. */
  public Optional<OpenCase> openCase() {
    return openCase;
  }

  // Kept, because every decision asks for it.
  private void findOpenCase() {
    openCase = recognition.openCaseOf(customer);
    known = openCase.isPresent() || owed().isPresent() || lastTalk().isPresent();
  }

  /** What one of us owes them, as far as the number tells. */
  public Optional<Owed> owed() {
    return recognition.owedTo(customer);
  }

  /** The last real talk with them. */
  public Optional<LastTalk> lastTalk() {
    return recognition.talkWithThem();
  }

  /** Tells whether anybody may know this caller, by whatever rule. */
  public boolean isKnown() {
    return known;
  }

  /** The name of who it is, when that is sure. */
  public Optional<String> customerName() {
    return customer.flatMap(
        who ->
            recognition.customers().stream()
                .filter(person -> person.id() == who)
                .map(KnownCustomer::name)
                .findFirst());
  }

  /** Who may be offered this call; of use while it waits. */
  public Reach reach() {
    return reach;
  }

  public void reach(Reach now) {
    reach = now;
  }

  /** Agents who know this caller and whose desks say that they wait. */
  public Set<AgentId> told() {
    return told;
  }

  /** How long the caller has rung. */
  public Duration waited(Instant now) {
    Duration time = Duration.between(arrivedAt, now).plus(setBack);
    return time.isNegative() ? Duration.ZERO : time; // two clocks may differ a little
  }

  /** The offer in the air, or the one that became this conversation. */
  public Optional<Offer> offer() {
    return offer;
  }

  public void offered(Offer made) {
    offer = Optional.of(made);
    outsideChannel = Optional.empty();
    ringing = false;
    state = CallState.OFFERED;
  }

  /** The phone of the offer in the air said that it rings. */
  public boolean isRinging() {
    return state == CallState.OFFERED && ringing;
  }

  /** The channel that rings outside for the offer in the air. */
  public Optional<String> outsideChannel() {
    return outsideChannel;
  }

  public void ringsOutside(String channel) {
    outsideChannel = Optional.of(channel);
  }

  /** Notes that the phone rings; tells whether that is news. */
  public boolean rings() {
    boolean news = !ringing;
    ringing = true;
    return news;
  }

  public void offerOver() {
    offer = Optional.empty();
  }

  public void answered(Offer by, Instant at) {
    offer = Optional.of(by);
    answeredAt = Optional.of(at);
    talked = true;
    state = CallState.TALKING;
  }

  /** A human who is not on the floor, or no longer, has picked up. */
  public void answeredBySomebody(Instant at) {
    offer = Optional.empty();
    answeredAt = Optional.of(at);
    talked = true;
    state = CallState.TALKING;
  }

  public Optional<Instant> answeredAt() {
    return answeredAt;
  }

  /** Who is on its line beside the caller. */
  public Conversation conversation() {
    return conversation;
  }

  /** A human spoke with this caller at some time during the call. */
  public boolean talked() {
    return talked;
  }

  /** How long the caller's side had been answered by then. */
  public Duration billedBefore(Instant now) {
    return billedSince
        .filter(since -> since.isBefore(now))
        .map(since -> Duration.between(since, now))
        .orElse(Duration.ZERO);
  }

  public void billed(Instant at) {
    if (billedSince.isEmpty()) {
      billedSince = Optional.of(at);
    }
  }

  public boolean isBilled() {
    return billedSince.isPresent();
  }

  /** Nobody may ring unanswered at this door for as long as this caller has. */
  public boolean isLongFor(Instant now) {
    return !isBilled()
        && door.policy().longWait().filter(limit -> waited(now).compareTo(limit) >= 0).isPresent();
  }

  /** The dialplan was told to answer before a human does. */
  public boolean isToldToAnswer() {
    return toldToAnswer;
  }

  public void toldToAnswer() {
    toldToAnswer = true;
  }

  /** Who was offered this call and did not take it, and when that ended; longest ago first. */
  public Map<AgentId, Instant> tried() {
    return tried;
  }

  public void tried(AgentId agent, Instant at) {
    tried.remove(agent);
    tried.put(agent, at);
  }

  /** The last time that the end of somebody's rest from this call was told. */
  public Instant restedAt() {
    return restedAt;
  }

  public void rested(Instant at) {
    restedAt = at;
  }

  /** Oldest caller first. */
  @Override
  public int compareTo(Call other) {
    if (turnSecond != other.turnSecond) {
      return Long.compare(turnSecond, other.turnSecond);
    }
    return turnNano != other.turnNano
        ? Integer.compare(turnNano, other.turnNano)
        : id.value().compareTo(other.id.value());
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
