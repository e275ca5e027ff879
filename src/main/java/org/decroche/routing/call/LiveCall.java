package org.decroche.routing.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.Phone;

/**
 * A caller's channel as a look at Asterisk found it.
 *
 * @param phone the phone that rings for the caller, or talks with them
 * @param phoneChannel that phone's channel, by its name
 * @param line the names and unique ids of all channels that are there for the caller
 * @param together they are where more than two can talk
 * @param parties who has picked up, or of a number dialled by hand, who has answered there
 */
public record LiveCall(
    CallId call,
    String channel,
    Where where,
    Optional<Phone> phone,
    Optional<String> phoneChannel,
    Set<String> line,
    boolean together,
    List<LiveParty> parties) {
  public LiveCall {
    line = Set.copyOf(line);
    parties = List.copyOf(parties);
  }

  /** With nothing known of who is there. */
  public LiveCall(
      CallId call,
      String channel,
      Where where,
      Optional<Phone> phone,
      Optional<String> phoneChannel,
      Set<String> line) {
    this(call, channel, where, phone, phoneChannel, line, false, List.of());
  }

  /** With nothing known of other channels. */
  public LiveCall(CallId call, String channel, Where where, Optional<Phone> phone) {
    this(call, channel, where, phone, Optional.empty(), Set.of());
  }

  /** Without whoever was there on this channel. */
  public LiveCall without(String gone) {
    return new LiveCall(
        call,
        channel,
        where,
        phone,
        phoneChannel,
        line,
        together,
        parties.stream().filter(party -> !party.channel().equals(gone)).toList());
  }

  /** Where in the dialplan the caller is. */
  public enum Where {
    /** Between two rounds, or asking: it comes back to us by itself. */
    WAITING,
    /** An agent's phone is being rung for it. */
    OFFERED,
    /** Asterisk is looking for a human by itself. */
    FALLBACK,
    TALKING,
    /** No caller: an agent's phone on which a number was dialled by hand. */
    CALLING_OUT
  }
}
