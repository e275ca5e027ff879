package org.decroche.stories;

import static org.decroche.stories.CallStory.story;
import static org.decroche.stories.OutsideWords.*;
import static org.decroche.stories.Words.*;

import java.util.List;

/** Calls that agents make: called back, called by a key, or dialled on the phone itself. */
final class CallsOutStories {
  private CallsOutStories() {}

  static final List<CallStory> ALL =
      List.of(
          story("a debt is called back: the agent's phone first, and it is settled once reached")
              .given(ready("alice"), calls("jeanne"), rings("alice", "jeanne"), hangsUp("jeanne"))
              .given(owes("alice", "jeanne", 1))
              .when(callsOut("alice", "jeanne"), rings("alice", "jeanne"))
              .then(mobileNeverRang("jeanne"))
              .when(takesUp("alice", "jeanne"))
              .then(mobileRings("jeanne"), sees("alice", "call-out", "jeanne", "ringing-callee"))
              .when(mobileIsPickedUp("jeanne"), passes(2), mobileIsPutDown("jeanne"))
              .then(callOutEnded("jeanne", "talked"), isSilent("alice"))
              .then(owes("alice", "jeanne", 1))
              .when(judges("alice", "reached"))
              .then(owes("alice", "jeanne", 0)),
          story("a machine at the other end settles no debt")
              .given(ready("alice"), calls("jeanne"), rings("alice", "jeanne"), hangsUp("jeanne"))
              .given(owes("alice", "jeanne", 1))
              .when(callsOut("alice", "jeanne"), takesUp("alice", "jeanne"))
              .when(mobileIsPickedUp("jeanne"), putsDown("alice", "jeanne"))
              .then(callOutEnded("jeanne", "talked"), mobileIsSilent("jeanne"))
              .when(judges("alice", "machine"))
              .then(owes("alice", "jeanne", 1)),
          story("whoever was reached by a call out is put through to who called them")
              .given(ready("karim"), callsOut("karim", "jeanne"), takesUp("karim", "jeanne"))
              .given(mobileIsPickedUp("jeanne"), passes(2), putsDown("karim", "jeanne"))
              .given(callOutEnded("jeanne", "talked"), judges("karim", "reached"))
              .given(ready("alice"), goesAway("karim"), comesBack("karim"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), because("jeanne", "last-talked-with")),
          story("a busy line is on record, and the agent is free again")
              .given(ready("alice"))
              .when(callsOut("alice", "jeanne"), takesUp("alice", "jeanne"))
              .when(mobileIsBusy("jeanne"))
              .then(callOutEnded("jeanne", "busy"), isSilent("alice"))
              .when(calls("omar"))
              .then(rings("alice", "omar")),
          story("a call out that nobody picks up is on record")
              .given(ready("alice"))
              .when(callsOut("alice", "jeanne"), takesUp("alice", "jeanne"))
              .when(mobileRingsOut("jeanne"))
              .then(callOutEnded("jeanne", "no-answer"), isSilent("alice")),
          story("an agent who thinks better of it before picking up calls nobody")
              .given(ready("alice"))
              .when(callsOut("alice", "jeanne"), rings("alice", "jeanne"), dropsCallOut("alice"))
              .then(isSilent("alice"), callOutEnded("jeanne", "gave-up"))
              .then(mobileNeverRang("jeanne")),
          story("an agent who declines their own phone calls nobody")
              .given(ready("alice"))
              .when(callsOut("alice", "jeanne"), refuses("alice", "jeanne"))
              .then(isSilent("alice"), callOutEnded("jeanne", "gave-up"))
              .then(mobileNeverRang("jeanne")),
          story("a call out that the agent wants no more stops the other phone")
              .given(ready("alice"))
              .when(callsOut("alice", "jeanne"), takesUp("alice", "jeanne"), mobileRings("jeanne"))
              .when(dropsCallOut("alice"))
              .then(mobileIsSilent("jeanne"), isSilent("alice"), callOutEnded("jeanne", "gave-up")),
          story("one call out at a time for one customer, whoever presses the key")
              .given(ready("alice", "karim"))
              .when(callsOut("alice", "jeanne"))
              .then(mayNotCall("karim", "jeanne", "already-called"))
              .when(takesUp("alice", "jeanne"), mobileIsPickedUp("jeanne"))
              .then(mayNotCall("karim", "jeanne", "already-called"))
              .when(putsDown("alice", "jeanne"), callOutEnded("jeanne", "talked"))
              .when(callsOut("karim", "jeanne"), takesUp("karim", "jeanne"))
              .when(mobileIsBusy("jeanne"))
              .then(callOutEnded("jeanne", "busy")),
          story("whoever is calling us at this moment is not called")
              .given(away("alice"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), mayNotCall("alice", "jeanne", "on-the-line")),
          story("nobody calls out while a caller waits for them")
              .given(wrapUp(600), ready("alice"))
              .given(calls("omar"), picksUp("alice", "omar"), hangsUp("omar"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), mayNotCall("alice", "lea", "caller-waiting"))
              .when(isDone("alice"))
              .then(rings("alice", "jeanne"), mayNotCall("alice", "lea", "agent-busy"))
              .then(mobileNeverRang("lea")),
          story("who calls out is offered nobody, and whoever waited the moment it is over")
              .given(ready("alice"))
              .when(callsOut("alice", "lea"), takesUp("alice", "lea"), mobileIsPickedUp("lea"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rangNever("alice", "jeanne"))
              .when(mobileIsPutDown("lea"))
              .then(rings("alice", "jeanne")),
          story("a number dialled on the phone makes the agent busy as well")
              .given(ready("alice", "karim"))
              .when(dials("alice", "lea"), mobileIsPickedUp("lea"))
              .then(sees("alice", "activity", "", "talking"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), rangNever("alice"))
              .when(picksUp("karim", "jeanne"), calls("omar"))
              .then(waits("omar"))
              .when(mobileIsPutDown("lea"))
              .then(callOutEnded("lea", "talked"), rings("alice", "omar")),
          story("what may not be dialled is refused by name, and no phone rings")
              .given(ready("alice"))
              .then(mayNotCall("alice", "08 99 12 34 56", "premium"))
              .then(mayNotCall("alice", "+12125550100", "not-allowed"))
              .then(
                  mayNotCall("alice", "+33", "no-number"), mayNotCall("alice", "112", "emergency"))
              .then(mayNotCall("alice", "PJSIP/evil@203.0.113.1", "no-number"))
              .then(rangNever("alice")));
}
