package org.decroche.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;
import org.decroche.routing.Floor;
import org.decroche.routing.Limits;
import org.decroche.routing.Switchboard;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;

/**
 * Made-up calls on a switchboard of their own, before the first real one: Java runs slowly what it
 * has run less than some thousand times, and without this the callers of a quiet house would pay
 * for it all day (figures.md, "Phone freed"). Nothing of it leaves: each part only makes ready what
 * it would have sent.
 */
public final class Rehearsal {
  /** One talks, the others wait; more make every decision slower and teach nothing new. */
  private static final int CALLERS = 5;

  /** Never given to anybody: no country has the code 999. */
  private static final PhoneNumber NUMBER = new PhoneNumber("+99900000000");

  private static final TeamId TEAM = new TeamId(1);
  private static final AgentId AGENT = new AgentId(1);
  private static final Phone PHONE = new Phone("rehearsal");
  private static final FrontDoor DOOR =
      new FrontDoor(new FrontDoorId(1), "", NUMBER, "FR", TEAM, "", Duration.ofSeconds(20));

  private final Switchboard board = new Switchboard(Limits.DEFAULT, 1);
  private final Queue<CallId> inOrder = new ArrayDeque<>();
  private final Map<CallId, Long> served = new HashMap<>();
  private final Consumer<Effect> parts;
  private Instant now = Instant.EPOCH;
  private long calls;

  /**
   * Nothing is played yet.
   *
   * @param parts given every effect, on the thread that plays
   */
  public Rehearsal(Consumer<Effect> parts) {
    this.parts = parts;
  }

  /**
   * Plays calls one after the other: each waits, is moved to the one agent when the one before has
   * been hung up, is talked with, and is hung up.
   *
   * @return how many were moved
   */
  public long play(int count) {
    AgentProfile agent = new AgentProfile(AGENT, "", PHONE, Set.of(TEAM), Availability.READY, now);
    on(new Event.FloorChanged(now, new Floor(List.of(DOOR), List.of(agent))));
    on(new Event.AsteriskSeen(now, List.of(), Map.of(PHONE, PhoneState.IDLE)));
    for (int i = 0; i < CALLERS; i++) {
      rings();
    }
    for (int i = 0; i < count; i++) {
      CallId call = inOrder.remove();
      on(new Event.PhoneRings(tick(), call, PHONE));
      on(new Event.PhoneReported(now, PHONE, PhoneState.IN_USE));
      on(new Event.CallAnswered(tick(), call, PHONE, Optional.of(channel(call))));
      rings();
      on(new Event.PhoneHungUp(tick(), call, channel(call)));
      on(new Event.PhoneReported(tick(), PHONE, PhoneState.IDLE));
      on(new Event.CallEnded(tick(), call));
    }
    return served.values().stream().mapToLong(Long::longValue).sum();
  }

  private void rings() {
    CallId call = new CallId("rehearsal." + calls++);
    inOrder.add(call);
    CallerNumber number = new CallerNumber.Dialable(NUMBER);
    Optional<FrontDoorId> door = Optional.of(DOOR.id());
    on(new Event.CallAsks(tick(), call, "PJSIP/trunk", door, number, now, Optional.empty()));
    on(new Event.CallerRecognised(now, call, calls % 2 == 0 ? Recognition.UNKNOWN : known()));
  }

  private Recognition known() {
    OpenCase open = new OpenCase(1, "", "", AGENT, "", now, now, List.of());
    KnownCustomer customer = new KnownCustomer(1, "", "", List.of(open));
    return new Recognition(Recognition.LookUp.FOUND, List.of(customer), Optional.empty());
  }

  private void on(Event event) {
    for (Effect effect : board.on(event)) {
      if (effect instanceof Effect.Move move) {
        served.merge(move.call(), 1L, Long::sum);
      }
      parts.accept(effect);
    }
  }

  private Instant tick() {
    now = now.plusMillis(1);
    return now;
  }

  private static String channel(CallId call) {
    return "PJSIP/rehearsal-" + call.value();
  }
}
