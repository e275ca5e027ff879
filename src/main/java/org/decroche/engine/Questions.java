package org.decroche.engine;

import java.util.concurrent.CompletableFuture;
import org.decroche.routing.Event;
import org.decroche.routing.Instruction;

/** Where the dialplan's one question goes: who answers? */
public interface Questions {
  /**
   * Returns at once. The future always ends within the service's own limit (below the dialplan's
   * watchdog), with {@link Instruction.UseFallback} at the worst; a later question of the same call
   * ends an earlier one.
   */
  CompletableFuture<Instruction> ask(Event.CallAsks question);

  /**
   * What would be decided for a caller of that front door is decided, and nobody is rung.
   *
   * @return whether there is such a front door, and a decision
   */
  CompletableFuture<Boolean> test(Event.CallAsks question);

  /** The same for an agent's phone that dialled a number which is no front door. */
  CompletableFuture<Instruction> ask(Event.PhoneDialled question);
}
