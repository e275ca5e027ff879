package org.decroche.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.leg.LegId;

/**
 * A conversation in the {@link World}: two in a Dial(), or more in a room. Those who talk ask their
 * desks for whatever comes to their mind.
 */
final class Talk {
  private final World world;
  private final Caller caller;
  private final List<Talker> line = new ArrayList<>();
  private boolean together;

  Talk(World world, Caller caller) {
    this.world = world;
    this.caller = caller;
  }

  /** They are in a room, where a third can come to them. */
  boolean isTogether() {
    return together;
  }

  List<Talker> line() {
    return List.copyOf(line);
  }

  /** Names and unique ids of all channels but the caller's. */
  Set<String> channels() {
    Set<String> channels = new LinkedHashSet<>();
    line.forEach(one -> channels.add(one.channel()));
    return channels;
  }

  void joins(Talker one) {
    line.add(one);
    stays(one);
  }

  /** Both are moved at once, or neither. */
  void bringTogether(String ours, LegId third) {
    if (channels().contains(ours) && !world.chance(5)) {
      together = true;
    } else {
      world.tell(new Event.TogetherFailed(world.time(), caller.id, third));
    }
  }

  void hangUp(String channel) {
    line.stream().filter(one -> one.channel().equals(channel)).findFirst().ifPresent(this::leaves);
  }

  void leaves(Talker one) {
    if (!line.contains(one)) {
      return;
    }
    if (together && line.size() > 1) {
      line.remove(one);
      one.hangUp(world, caller.id);
    } else {
      caller.hangsUp(); // nobody is left alone
    }
  }

  /** The caller is gone: nobody stays behind. */
  void end() {
    List<Talker> all = List.copyOf(line);
    line.clear();
    together = false;
    all.forEach(one -> one.hangUp(world, caller.id));
  }

  private void stays(Talker one) {
    one.agent()
        .ifPresentOrElse(
            agent -> world.later(200 + world.upTo(6000), () -> acts(one, agent)),
            () -> world.later(500 + world.upTo(15_000), () -> leaves(one)));
  }

  private void acts(Talker one, AgentId agent) {
    if (!line.contains(one) || world.calm) {
      return;
    }
    switch (world.dice.nextInt(10)) {
      case 0, 1, 2 -> wantsAnother(agent);
      case 3 -> world.tell(new Event.JoinWithdrawn(world.time(), caller.id, agent));
      case 4, 5 -> world.tell(new Event.LeaveWanted(world.time(), caller.id, agent));
      case 6 -> leaves(one);
      case 7 -> {
        if (world.chance(30)) {
          world.tell(new Event.EndWanted(world.time(), caller.id, agent));
        }
      }
      default -> {}
    }
    stays(one);
  }

  private void wantsAnother(AgentId by) {
    world.tell(
        new Event.JoinWanted(
            world.time(),
            caller.id,
            by,
            whom(),
            world.dice.nextBoolean(),
            "why",
            world.dice.nextBoolean() ? Optional.of(1L) : Optional.empty()));
  }

  private Invitee whom() {
    return switch (world.dice.nextInt(4)) {
      case 0 -> new Invitee.AnyOf(world.dice.nextBoolean() ? Cast.CARE : Cast.SALES);
      case 1 -> new Invitee.Outsider(world.staff.somebody(), Duration.ofSeconds(10));
      default -> new Invitee.Colleague(new AgentId(1 + world.dice.nextInt(world.staff.size())));
    };
  }
}
