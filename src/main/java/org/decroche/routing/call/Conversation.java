package org.decroche.routing.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.LegId;

/** Who is on a call's line beside the caller, and who is rung to join. Changed only by the core. */
public final class Conversation {
  private final Map<AgentId, Party> ours = new LinkedHashMap<>();
  private final Map<LegId, PhoneNumber> outside = new LinkedHashMap<>();
  private Optional<Invitation> invited = Optional.empty();
  private boolean together;

  /** Those of ours who talk, in the order in which they came. */
  public Collection<Party> ours() {
    return List.copyOf(ours.values());
  }

  public Optional<Party> party(AgentId agent) {
    return Optional.ofNullable(ours.get(agent));
  }

  /** Whose phone this channel is. */
  public Optional<Party> party(String channel) {
    return ours.values().stream()
        .filter(party -> party.channel().equals(Optional.of(channel)))
        .findFirst();
  }

  public void add(Party party) {
    ours.put(party.agent(), party);
  }

  public void remove(Party party) {
    ours.remove(party.agent(), party);
  }

  /** Those outside who were brought in, by their legs. */
  public Map<LegId, PhoneNumber> outside() {
    return Map.copyOf(outside);
  }

  public void add(LegId leg, PhoneNumber number) {
    outside.put(leg, number);
  }

  /** Empty when nobody outside had this leg. */
  public Optional<PhoneNumber> remove(LegId leg) {
    return Optional.ofNullable(outside.remove(leg));
  }

  /** How many the caller has to talk with. */
  public int voices() {
    return ours.size() + outside.size();
  }

  /** Who is being rung; one at a time. */
  public Optional<Invitation> invited() {
    return invited;
  }

  public void invite(Invitation made) {
    invited = Optional.of(made);
  }

  public void inviteOver() {
    invited = Optional.empty();
  }

  /** They have been moved to where more than two can talk; there is no way back, and no need. */
  public boolean isTogether() {
    return together;
  }

  public void together(boolean now) {
    together = now;
  }

  /** Whether all there is, is the caller and the one of ours who is on this channel. */
  public boolean isBetweenTwo(String channel) {
    return !together && voices() == 1 && party(channel).isPresent();
  }

  /** Nobody is there any more. */
  public void clear() {
    ours.clear();
    outside.clear();
    invited = Optional.empty();
    together = false;
  }

  /** Those of ours who talk, and the one of ours who is rung to join. */
  public List<AgentId> agents() {
    List<AgentId> agents = new ArrayList<>(ours.keySet());
    invited.ifPresent(
        made -> {
          if (made instanceof Invitation.Colleague one) {
            agents.add(one.offer().agent());
          }
        });
    return agents;
  }

  /** Who else is on the line, for the eyes of this agent. */
  public List<Voice> others(AgentId eyes) {
    if (voices() == 0 && invited.isEmpty()) {
      return List.of();
    }
    List<Voice> voices = new ArrayList<>();
    for (Party party : ours.values()) {
      if (!party.agent().equals(eyes)) {
        voices.add(Voice.ours(party.name(), true));
      }
    }
    outside.values().forEach(number -> voices.add(Voice.outside(number, true)));
    invited.ifPresent(
        made -> {
          switch (made) {
            case Invitation.Colleague one when one.offer().agent().equals(eyes) -> {}
            case Invitation.Colleague one -> voices.add(Voice.ours(one.name(), false));
            case Invitation.Outsider one -> voices.add(Voice.outside(one.number(), false));
          }
        });
    return voices;
  }
}
