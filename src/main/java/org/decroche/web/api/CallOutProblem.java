package org.decroche.web.api;

import java.util.Optional;
import org.decroche.numbers.Destination;
import org.decroche.routing.out.CallOutVerdict;

/** Why a number is not called, as the person who wants to call it is told. */
final class CallOutProblem {
  private static final String NUMBER = "number";

  private CallOutProblem() {}

  /** It may not be dialled, by anybody at any time. */
  static Refusal of(Destination.Why why) {
    return said(why).because(why, Optional.empty());
  }

  private static Refusal said(Destination.Why why) {
    return switch (why) {
      case NO_NUMBER -> Refusal.wrong(NUMBER, "number is not a public phone number.");
      case EMERGENCY ->
          Refusal.wrong(
              NUMBER,
              "number is an emergency number: dial it by hand on your phone, it goes out at once.");
      case PREMIUM ->
          Refusal.wrong(NUMBER, "number costs more than a call: such numbers are never called.");
      case NOT_ALLOWED ->
          Refusal.wrong(
              NUMBER,
              "number is not among the destinations that may be called; an administrator can add some.");
      case NO_TRUNK ->
          Refusal.conflict(
              null, "Nobody can call out: no provider is set for it (DECROCHE_TRUNK_SERVER).");
    };
  }

  /** It may not be dialled now, or not by them. */
  static Refusal of(CallOutVerdict.Refused refused) {
    return said(refused).because(refused.why(), refused.who());
  }

  private static Refusal said(CallOutVerdict.Refused refused) {
    String who = refused.who().orElse("Somebody");
    return switch (refused.why()) {
      case OURS -> Refusal.wrong(NUMBER, "number is one of our own front doors.");
      case NO_FRONT_DOOR ->
          Refusal.conflict(null, "There is no front door yet whose number could be shown.");
      case NO_PHONE -> Refusal.conflict(null, "You have no phone with us to call from.");
      case NO_LINK ->
          Refusal.conflict(
              null, "The telephone system cannot be reached now. Try again in a moment.");
      case AGENT_BUSY -> Refusal.conflict(null, "You are in a call already.");
      case PHONE_UNREACHABLE -> Refusal.conflict(null, "Your phone is not connected.");
      case CALLER_WAITING ->
          Refusal.conflict(null, "A caller is waiting for you: whoever rings goes first.");
      case ALREADY_CALLED ->
          Refusal.conflict(NUMBER, "%s is calling them at this moment.".formatted(who));
      case ON_THE_LINE -> Refusal.conflict(NUMBER, "They are calling us at this moment.");
      case TOO_MANY_AT_ONCE ->
          Refusal.conflict(null, "Too many of us are calling out: the house's limit is reached.");
      case TOO_MANY_THIS_HOUR ->
          Refusal.conflict(null, "The house's limit of calls out for this hour is reached.");
      case TOO_MANY_BY_AGENT ->
          Refusal.conflict(null, "Your limit of calls out for this hour is reached.");
    };
  }
}
