package org.decroche.routing.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * How many decisions a second the core makes on one core, and how long one takes. A decision is an
 * event after which somebody's phone is to ring: a caller recognised while somebody is free, or an
 * agent freed while somebody waits. The slowest thousandth is left out of the mean: that is the
 * machine taking the core away. Run its main; it is no test.
 */
public final class CoreBench {
  private static final int DECISIONS = 400_000;
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  private static final TeamId TEAM = new TeamId(1);
  private static final FrontDoor DOOR =
      new FrontDoor(
          new FrontDoorId(1),
          "Help",
          new PhoneNumber("+33100000001"),
          "FR",
          TEAM,
          "care",
          Duration.ofSeconds(20));
  private static final CallerNumber NUMBER =
      new CallerNumber.Dialable(new PhoneNumber("+33612345678"));

  private final int agents;
  private final int waiting;
  private final Switchboard board = new Switchboard(Limits.DEFAULT, 1);
  private final Recognition[] known;
  private final ArrayDeque<CallId> offered = new ArrayDeque<>();
  private final Map<CallId, Phone> rung = new HashMap<>();
  private final long[] nanos = new long[DECISIONS];
  private int decisions;
  private long events;
  private long inEvents;
  private long call;
  private Instant now = START;

  private CoreBench(int agents, int waiting) {
    this.agents = agents;
    this.waiting = waiting;
    this.known = new Recognition[agents];
    List<AgentProfile> people = new ArrayList<>();
    Map<Phone, PhoneState> phones = new HashMap<>();
    for (int i = 0; i < agents; i++) {
      Phone phone = new Phone("phone" + i);
      phones.put(phone, PhoneState.IDLE);
      people.add(
          new AgentProfile(
              new AgentId(i),
              "agent",
              phone,
              Set.of(TEAM),
              Availability.READY,
              START.plusMillis(i)));
      known[i] = i % 2 == 0 ? Recognition.UNKNOWN : withCaseOf(new AgentId(i));
    }
    board.on(new Event.FloorChanged(now, new Floor(List.of(DOOR), people)));
    board.on(new Event.AsteriskSeen(now, List.of(), phones));
  }

  private static Recognition withCaseOf(AgentId owner) {
    OpenCase open = new OpenCase(1, "case", "", owner, "agent", START, START, List.of());
    return new Recognition(
        Recognition.LookUp.FOUND,
        List.of(new KnownCustomer(1, "customer", "", List.of(open))),
        Optional.empty());
  }

  /** With half of the agents free, or all talking and a line of callers waiting. */
  public static void main(String[] args) {
    for (int round = 0; round < 2; round++) {
      for (int waiting : new int[] {0, 1000}) {
        for (int agents : new int[] {10, 100, 1000, 5000}) {
          CoreBench bench = new CoreBench(agents, waiting);
          bench.run();
          if (round > 0) {
            System.out.println(bench.report());
          }
        }
      }
    }
  }

  private void run() {
    int busy = waiting > 0 ? agents + waiting : Math.max(1, agents / 2);
    while (decisions < DECISIONS) {
      while (board.calls().size() >= busy) {
        CallId oldest = offered.poll();
        on(new Event.CallAnswered(tick(), oldest, rung.remove(oldest)));
        on(new Event.CallEnded(tick(), oldest));
      }
      CallId id = new CallId("1763800000." + call++);
      on(new Event.CallAsks(tick(), id, "PJSIP/trunk", door(), NUMBER, now, Optional.empty()));
      on(new Event.CallerRecognised(now, id, known[(int) (call % agents)]));
    }
  }

  private static Optional<FrontDoorId> door() {
    return Optional.of(DOOR.id());
  }

  private Instant tick() {
    now = now.plusNanos(100_000);
    return now;
  }

  private void on(Event event) {
    long before = System.nanoTime();
    List<Effect> effects = board.on(event);
    long took = System.nanoTime() - before;
    events++;
    inEvents += took;
    for (Effect effect : effects) {
      if (effect instanceof Effect.ShowPop pop && !pop.pop().talking()) {
        offered.add(pop.pop().call());
        rung.put(pop.pop().call(), new Phone("phone" + pop.agent().value()));
        if (decisions < DECISIONS) {
          nanos[decisions++] = took;
        }
      }
    }
  }

  private String report() {
    Arrays.sort(nanos, 0, decisions);
    return String.format(
        Locale.ROOT,
        "%5d agents, %4d waiting: %,9.0f decisions/s, p50 %4.1f us, p99 %4.1f us; %,9.0f events/s",
        agents,
        waiting,
        1e9 / Arrays.stream(nanos, 0, (int) (decisions * 0.999)).average().orElseThrow(),
        nanos[decisions / 2] / 1e3,
        nanos[(int) (decisions * 0.99)] / 1e3,
        events / (inEvents / 1e9));
  }
}
