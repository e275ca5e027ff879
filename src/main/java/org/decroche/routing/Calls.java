package org.decroche.routing;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;

/** The live calls, and those that ended a short while ago. */
final class Calls {
  private final Map<CallId, Call> live = new HashMap<>();
  private final EndedCalls ended = new EndedCalls();

  Optional<Call> find(CallId id) {
    return Optional.ofNullable(live.get(id));
  }

  void add(Call call) {
    live.put(call.id(), call);
  }

  void end(Call call) {
    live.remove(call.id());
    ended.add(call.id());
  }

  EndedCalls ended() {
    return ended;
  }

  Collection<Call> view() {
    return Collections.unmodifiableCollection(live.values());
  }

  /** As they are now, for going through while they change. */
  List<Call> snapshot() {
    return List.copyOf(live.values());
  }
}
