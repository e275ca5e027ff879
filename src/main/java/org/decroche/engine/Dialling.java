package org.decroche.engine;

import java.util.concurrent.CompletableFuture;
import org.decroche.routing.Event;
import org.decroche.routing.out.CallOutVerdict;

/** Where agents ask whether they may call out. */
public interface Dialling {
  /** Returns at once; the future ends as soon as the core has seen it. */
  CompletableFuture<CallOutVerdict> callOut(Event.CallOutWanted wanted);
}
