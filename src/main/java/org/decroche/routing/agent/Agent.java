package org.decroche.routing.agent;

import java.time.Instant;

/**
 * One agent on the floor: what they chose, what is observed, what they were given. Changed only
 * through {@link Roster}.
 */
public final class Agent {
  private AgentProfile profile;
  private Availability availability;
  private PhoneState phone = PhoneState.UNREACHABLE;

  /** What a look found of their phone outside: only a call that an earlier run of ours gave it. */
  private PhoneState outside = PhoneState.IDLE;

  private Engagement engagement = Engagement.FREE;
  private Instant idleSince;

  // The same in two numbers: everybody who is free is compared by it, again and again.
  private long idleSecond;
  private int idleNano;

  private int missed;

  /** In use by an offer that is over: its end is known before the phone's silence is reported. */
  private boolean rangLast;

  /** Their phone's one line has hung up, and the report that it is idle is on its way. */
  private boolean lineOver;

  private Activity shown = Activity.UNREACHABLE;

  /** Whether the roster counts them in its lists. */
  private boolean listed;

  Agent(AgentProfile profile) {
    this.profile = profile;
    this.availability = profile.availability();
    setIdleSince(profile.since());
  }

  private void setIdleSince(Instant since) {
    idleSince = since;
    idleSecond = since.getEpochSecond();
    idleNano = since.getNano();
  }

  /** Longest idle first; of two alike, who was there first. */
  static int longestIdleFirst(Agent one, Agent other) {
    if (one.idleSecond != other.idleSecond) {
      return Long.compare(one.idleSecond, other.idleSecond);
    }
    return one.idleNano != other.idleNano
        ? Integer.compare(one.idleNano, other.idleNano)
        : Long.compare(one.id().value(), other.id().value());
  }

  public AgentId id() {
    return profile.id();
  }

  public AgentProfile profile() {
    return profile;
  }

  public Phone phone() {
    return profile.phone();
  }

  public Availability availability() {
    return availability;
  }

  public Engagement engagement() {
    return engagement;
  }

  /**
   * The end of the last conversation or wrap-up or the moment of becoming ready, whichever is
   * later. A missed offer does not move it, so that it does not reward.
   */
  public Instant idleSince() {
    return idleSince;
  }

  /**
   * Tells whether a call may be offered now: chosen ready, phone registered and idle, nothing in
   * hand.
   */
  public boolean isFree() {
    return standing() == Standing.FREE;
  }

  /**
   * The state of the phone that rings for them. One outside is seen by nobody: it counts as idle
   * but for the calls that we gave it, and says itself when it is busy.
   */
  private PhoneState reached() {
    if (profile.outside().isEmpty()) {
      return lineOver ? PhoneState.IDLE : phone;
    }
    return phone == PhoneState.IN_USE ? phone : outside;
  }

  /** Tells whether their phone is registered and idle and they have nothing in hand. */
  public boolean canRing() {
    return phoneStanding() == Standing.FREE;
  }

  /** What keeps a call from being offered now. */
  public Standing standing() {
    return switch (availability) {
      case READY -> phoneStanding();
      case AWAY -> Standing.AWAY;
      case OFF -> Standing.OFF;
    };
  }

  /** The same, whatever they chose. */
  public Standing phoneStanding() {
    if (reached() == PhoneState.UNREACHABLE) {
      return Standing.UNREACHABLE;
    }
    return switch (engagement) {
      case OFFERED -> Standing.RINGING;
      case TALKING -> Standing.TALKING;
      case WRAPPING_UP -> Standing.WRAPPING_UP;
      case CALLING_OUT -> Standing.ON_THE_PHONE;
      case FREE -> reached() == PhoneState.IDLE ? Standing.FREE : Standing.ON_THE_PHONE;
    };
  }

  /** Ready, and only for the moment in something else: worth waiting for. */
  public boolean isBusy() {
    return availability == Availability.READY && reached() != PhoneState.UNREACHABLE && !canRing();
  }

  /** What was last reported of the phone that rings for them. */
  public PhoneState phoneState() {
    return reached();
  }

  /**
   * Whether their phone rings when Asterisk has to find a human alone: when they are ready, and at
   * their own phone. What rings outside costs money and may be a voicemail.
   */
  public boolean isFallbackMember() {
    return availability == Availability.READY && profile.outside().isEmpty();
  }

  /** How many offers in a row have rung out at their phone. */
  public int missed() {
    return missed;
  }

  /** What their desk shows. */
  public Activity activity() {
    if (engagement == Engagement.TALKING) {
      return Activity.TALKING;
    }
    if (engagement == Engagement.WRAPPING_UP && reached() == PhoneState.IDLE) {
      return Activity.WRAPPING_UP;
    }
    return switch (reached()) {
      case UNREACHABLE -> Activity.UNREACHABLE;
      // A phone that takes one call at a time is in use as soon as it rings.
      case IN_USE ->
          engagement == Engagement.OFFERED || rangLast ? Activity.RINGING : Activity.TALKING;
      case RINGING -> Activity.RINGING;
      case IDLE ->
          engagement == Engagement.OFFERED || engagement == Engagement.CALLING_OUT
              ? Activity.RINGING
              : Activity.IDLE;
    };
  }

  /** Tells whether the activity differs from the last time this was asked. */
  boolean activityChanged() {
    Activity now = activity();
    boolean changed = now != shown;
    shown = now;
    return changed;
  }

  boolean isListed() {
    return listed;
  }

  void listed(boolean now) {
    listed = now;
  }

  void become(AgentProfile newProfile) {
    profile = newProfile;
  }

  void choose(Availability chosen, Instant at) {
    if (chosen == Availability.READY && availability != Availability.READY) {
      idleFrom(at);
    }
    if (chosen == Availability.READY) {
      missed = 0;
    }
    availability = chosen;
  }

  void miss() {
    missed++;
  }

  void observe(PhoneState state) {
    lineOver = false;
    phone = state;
    rangLast &= state == PhoneState.IN_USE;
  }

  void observeOutside(PhoneState state) {
    outside = state;
  }

  void engage(Engagement now, Instant at) {
    if (now == Engagement.FREE
        && (engagement == Engagement.TALKING || engagement == Engagement.WRAPPING_UP)) {
      idleFrom(at);
    }
    if (now == Engagement.TALKING) {
      missed = 0;
    }
    rangLast = engagement == Engagement.OFFERED && phone == PhoneState.IN_USE && !lineOver;
    lineOver &= engagement != Engagement.OFFERED; // whoever was rung meanwhile is known better
    engagement = now;
  }

  void lineOver() {
    lineOver = phone == PhoneState.IN_USE;
  }

  void reportMissing() {
    lineOver &= engagement == Engagement.OFFERED;
  }

  void idleFrom(Instant at) {
    if (at.isAfter(idleSince)) { // a late fact does not put them back to the front
      setIdleSince(at);
    }
  }
}
