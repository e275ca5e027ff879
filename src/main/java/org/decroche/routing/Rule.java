package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;

/**
 * One line of the rule of who answers: the people it names for this call now, best first, whether
 * they are free or not. Changes nothing.
 */
interface Rule {
  /** As the reasons it gives, the record and the pages spell it. */
  String name();

  Stream<Choice> names(Call call, Roster roster, Instant now);

  /** The first of them that is taken. */
  default Optional<Choice> first(Call call, Roster roster, Instant now, Predicate<Choice> takes) {
    return names(call, roster, now).filter(takes).findFirst();
  }

  /** It names whoever is free of whole teams, not people it knows of. */
  default boolean namesTeams() {
    return false;
  }

  /** Tells also of those it looked at and did not name, since they could not be rung anyway. */
  default void tellOthers(Call call, Roster roster, Instant now, Account account) {}
}
