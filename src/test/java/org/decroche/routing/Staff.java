package org.decroche.routing;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.TeamId;

/** The agents of the {@link World}, their desks and their phones, of the house and outside. */
final class Staff {
  private final World world;
  private final FrontDoor door;
  private final Map<AgentId, AgentProfile> people = new LinkedHashMap<>();
  private final Set<AgentId> gone = new HashSet<>();
  private final Map<Phone, Handset> handsets = new LinkedHashMap<>();
  private final Map<Phone, Handset> outside = new LinkedHashMap<>();
  private final Map<CallId, DialledCall> dialled = new LinkedHashMap<>();
  private final Set<AgentId> atDesk = new HashSet<>();
  private long channels;

  Staff(World world, FrontDoor door) {
    this.world = world;
    this.door = door;
  }

  void hire(int number, int of) {
    Random dice = world.dice;
    AgentId id = new AgentId(number);
    Phone phone = phone(number);
    Set<TeamId> teams = dice.nextInt(4) == 0 ? Set.of(Cast.SALES) : Set.of(Cast.CARE);
    Optional<AgentId> deputy =
        dice.nextInt(3) == 0 ? Optional.of(new AgentId(1 + dice.nextInt(of))) : Optional.empty();
    AgentProfile one =
        new AgentProfile(
            id,
            "agent " + number,
            phone,
            number == 1 ? Set.of(Cast.CARE) : teams,
            Availability.READY,
            Cast.MORNING,
            deputy,
            dice.nextInt(4) > 0);
    PhoneNumber mobile = new PhoneNumber("+336399900%02d".formatted(number));
    people.put(id, dice.nextInt(6) == 0 ? one.ringingOutside(mobile) : one);
    handsets.put(phone, new Handset(world, phone, false));
    outside.put(phone, new Handset(world, phone, true));
  }

  private static Phone phone(int agent) {
    return new Phone("phone" + agent);
  }

  void floor() {
    List<AgentProfile> there =
        people.values().stream().filter(one -> !gone.contains(one.id())).toList();
    world.tell(new Event.FloorChanged(world.time(), new Floor(List.of(door), there)));
  }

  void leavesTheFloorForAWhile(int agent) {
    AgentId id = new AgentId(agent);
    if (gone.add(id)) {
      floor();
      world.later(
          world.upTo(20_000),
          () -> {
            gone.remove(id);
            floor();
          });
    }
  }

  // --- their desks

  void chooses(int agent, Availability choice) {
    AgentId id = new AgentId(agent);
    chose(id, choice);
    world.tell(new Event.AvailabilityChosen(world.time(), id, choice));
  }

  /** By the core's word. */
  void isAway(AgentId agent) {
    chose(agent, Availability.AWAY);
  }

  /** As the store has it: a new start of the service begins with that. */
  private void chose(AgentId id, Availability choice) {
    AgentProfile was = people.get(id);
    people.put(
        id,
        new AgentProfile(
            id,
            was.name(),
            was.phone(),
            was.teams(),
            choice,
            world.time(),
            was.deputy(),
            was.deskless(),
            was.outside()));
  }

  void desk(int agent, boolean open) {
    AgentId id = new AgentId(agent);
    if (open ? atDesk.add(id) : atDesk.remove(id)) {
      world.tell(new Event.DeskSeen(world.time(), id, open));
    }
  }

  /** Their pages find the service again by themselves. */
  void desksComeBack() {
    atDesk.forEach(id -> world.tell(new Event.DeskSeen(world.time(), id, true)));
  }

  void serviceDies() {
    List.copyOf(dialled.values()).forEach(DialledCall::serviceDies);
  }

  void refuses(CallId call, Instruction.Ring ring) {
    AgentId agent = handset(ring).agent();
    world.tell(new Event.OfferRefused(world.time(), call, ring.offer(), agent));
  }

  void callsOut(int agent) {
    Random dice = world.dice;
    world.tell(
        new Event.CallOutWanted(
            world.time(),
            new AgentId(agent),
            somebody(),
            dice.nextBoolean() ? Optional.of(1L + dice.nextInt(2)) : Optional.empty(),
            Optional.empty(),
            dice.nextBoolean() ? Optional.of(door.id()) : Optional.empty()));
  }

  /** A number outside, perhaps the one that our callers call from. */
  PhoneNumber somebody() {
    return new PhoneNumber("+3361234567" + (6 + world.dice.nextInt(4)));
  }

  // --- their phones

  int size() {
    return handsets.size();
  }

  Handset handset(Phone phone) {
    return handsets.get(phone);
  }

  Handset handset(int agent) {
    return handset(phone(agent));
  }

  /** The phone that this rings. */
  Handset handset(Instruction.Ring ring) {
    return ring instanceof Instruction.RingOutside
        ? outside.get(ring.phone())
        : handset(ring.phone());
  }

  Collection<Handset> handsets() {
    return handsets.values();
  }

  /** Those that Asterisk rings alone: never their own phone when they are rung outside. */
  List<Handset> inFallback() {
    return handsets.values().stream()
        .filter(one -> one.state() == PhoneState.IDLE)
        .filter(one -> !gone.contains(one.agent()))
        .filter(one -> people.get(one.agent()).outside().isEmpty())
        .toList();
  }

  /** Asterisk names no two channels alike. */
  String newChannel(Handset handset) {
    return "PJSIP/" + (handset.outside ? "trunk" : handset.name.name()) + "-" + ++channels;
  }

  /** A number dialled on the phone itself. */
  void dials(int agent) {
    Handset handset = handset(agent);
    if (handset.state() == PhoneState.IDLE && !handset.isLost()) {
      CallId id = new CallId("dialled" + dialled.size());
      dialled.put(id, new DialledCall(world, id, handset));
      dialled.get(id).dial(somebody());
    }
  }

  Optional<DialledCall> dialled(CallId id) {
    return Optional.ofNullable(dialled.get(id));
  }

  Collection<DialledCall> dialled() {
    return dialled.values();
  }
}
