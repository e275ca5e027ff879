package org.decroche.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.Recognition;

/**
 * Whose it is to call back a caller whom nobody answered: the rule of who answers (issue 3), asked
 * when the caller is gone.
 *
 * <p>Nobody has to be free for it. Whoever is off stays the owner of what is theirs; when it is
 * late, their deputy sees it too.
 */
public final class DebtOwner {
  /** A debt is a turn: the next stranger's goes to somebody else, or one person gets them all. */
  private static final Comparator<Member> NEXT_IN_TURN =
      Comparator.comparingInt(Member::openDebts)
          .thenComparing(Member::idleSince)
          .thenComparingLong(member -> member.id().value());

  private DebtOwner() {}

  /**
   * Somebody of the front door's team.
   *
   * @param isReady what they have chosen
   * @param idleSince the later of that choice and the end of their last conversation
   * @param openDebts how many people they are to call back already
   */
  public record Member(AgentId id, boolean isReady, Instant idleSince, int openDebts) {}

  /**
   * Finds the owner.
   *
   * @param customer who it was, when that is sure
   * @param who what was known of the caller
   * @param mayOwn tells who still works here
   * @param team the front door's, only those who still work here
   * @param onCall who is on call for the front door
   * @return empty when there is nobody at all
   */
  public static Optional<AgentId> of(
      Optional<Long> customer,
      Recognition who,
      Predicate<AgentId> mayOwn,
      List<Member> team,
      Optional<AgentId> onCall) {
    Stream<Optional<AgentId>> inOrder =
        Stream.of(
            who.openCaseOf(customer).map(OpenCase::owner).filter(mayOwn),
            who.owedTo(customer).map(Owed::by).filter(mayOwn),
            who.talkWithThem().map(LastTalk::agent).filter(mayOwn),
            next(team.stream().filter(Member::isReady)),
            onCall.filter(mayOwn),
            next(team.stream()));
    return inOrder.flatMap(Optional::stream).findFirst();
  }

  private static Optional<AgentId> next(Stream<Member> members) {
    return members.min(NEXT_IN_TURN).map(Member::id);
  }
}
