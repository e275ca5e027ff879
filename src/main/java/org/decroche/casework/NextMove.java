package org.decroche.casework;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;

/**
 * Who has to do something next for a case. It is derived, never stored, so that it cannot be
 * forgotten: whatever is late comes back to us.
 */
public sealed interface NextMove {

  /**
   * One of us.
   *
   * @param by until when, if somebody was promised it
   */
  record Ours(AgentId who, Optional<Instant> by) implements NextMove {}

  /** Somebody outside who owes us something for it. */
  record ThirdPartys(String who, Instant by) implements NextMove {}

  /** The customer. */
  record Customers(Instant until) implements NextMove {}

  /** It is closed. */
  record Nobodys() implements NextMove {}

  /** The open promise that is due first. */
  record Promised(AgentId by, Instant due) {}

  /** The open errand that is due first. */
  record Awaited(String party, Instant due) {}

  /**
   * Finds it.
   *
   * <p>A late promise goes before everything: the customer waits for that. What a third party owes
   * is the owner's to chase as soon as it is late, and so is a customer's silence past the date.
   *
   * @param until of a case that waits for the customer
   */
  static NextMove of(
      CaseStatus status,
      AgentId owner,
      Optional<Instant> until,
      Optional<Promised> promise,
      Optional<Awaited> errand,
      Instant now) {
    if (status == CaseStatus.CLOSED) {
      return new Nobodys();
    }
    Optional<NextMove> late =
        promise.filter(made -> made.due().isBefore(now)).map(NextMove::keeping);
    return late.orElseGet(
        () ->
            switch (status) {
              case WAITING_FOR_THIRD_PARTY ->
                  errand
                      .filter(awaited -> !awaited.due().isBefore(now))
                      .<NextMove>map(awaited -> new ThirdPartys(awaited.party(), awaited.due()))
                      .orElseGet(() -> new Ours(owner, Optional.empty()));
              case WAITING_FOR_CUSTOMER ->
                  until
                      .filter(date -> !date.isBefore(now))
                      .<NextMove>map(Customers::new)
                      .orElseGet(() -> new Ours(owner, Optional.empty()));
              case WAITING_FOR_US ->
                  promise.map(NextMove::keeping).orElseGet(() -> new Ours(owner, Optional.empty()));
              case CLOSED -> new Nobodys();
            });
  }

  private static NextMove keeping(Promised promise) {
    return new Ours(promise.by(), Optional.of(promise.due()));
  }
}
