package org.decroche.stories;

import static org.decroche.stories.CallStory.story;
import static org.decroche.stories.OutsideWords.*;
import static org.decroche.stories.Words.*;

import java.util.List;

/** More of handing over: thought better of, brought in, from outside, and what comes after. */
final class TogetherStories {
  private TogetherStories() {}

  static final List<CallStory> ALL =
      List.of(
          story("a hand-over that is withdrawn: the phone falls silent, the two talk on")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(handsOver("alice", "jeanne", "karim"), rings("karim", "jeanne"))
              .when(withdraws("alice"))
              .then(isSilentFor("karim", "jeanne"), offersEnded("jeanne", "withdrawn"))
              .then(sees("karim", "withdrawn", "jeanne", "withdrawn"), talk("alice", "jeanne"))
              .when(calls("omar"))
              .then(rings("karim", "omar")),
          story("brought in: all three talk until one leaves by hanging up, the others go on")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(bringsIn("alice", "jeanne", "karim"))
              .then(sees("karim", "pop", "jeanne", "brought-in"))
              .when(picksUp("karim", "jeanne"), threeTalk("jeanne"))
              .then(talk("alice", "jeanne"))
              .when(putsDown("karim", "jeanne"))
              .then(recorded("jeanne", "left"), talk("alice", "jeanne"))
              .when(putsDown("alice", "jeanne"))
              .then(ended("jeanne", "talked")),
          story("a colleague who refuses to be brought in has interrupted nothing")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(bringsIn("alice", "jeanne", "karim"), refuses("karim", "jeanne"))
              .then(offersEnded("jeanne", "refused"), talk("alice", "jeanne")),
          story("somebody outside is brought in, and leaves again")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"))
              .when(bringsInOutsider("alice", "jeanne", "paul"), mobileIsPickedUp("paul"))
              .then(passes(1), talk("alice", "jeanne"))
              .when(mobileIsPutDown("paul"))
              .then(talk("alice", "jeanne"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "talked")),
          story("somebody outside who does not pick up has interrupted nothing")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"))
              .when(bringsInOutsider("alice", "jeanne", "paul"), mobileIsBusy("paul"))
              .then(talk("alice", "jeanne"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), isSilent("alice")),
          story("a caller who leaves takes everybody out, those outside too")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"))
              .when(bringsInOutsider("alice", "jeanne", "paul"), mobileIsPickedUp("paul"))
              .when(passes(1), hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), isSilent("alice"), mobileIsSilent("paul")),
          story("a caller who hangs up on three: both phones fall silent, one record")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(handsOver("alice", "jeanne", "karim"), picksUp("karim", "jeanne"))
              .when(threeTalk("jeanne"), hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), isSilent("alice"), isSilent("karim")),
          story("an agent ends a call for everybody")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(bringsIn("alice", "jeanne", "karim"), picksUp("karim", "jeanne"))
              .when(threeTalk("jeanne"), ends("karim", "jeanne"))
              .then(ended("jeanne", "talked"), isSilent("alice"), isSilent("karim")),
          story("who has handed over wraps up while the other talks, and is free by their own key")
              .given(wrapUp(600), ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"))
              .given(ready("karim"))
              .when(handsOver("alice", "jeanne", "karim"), picksUp("karim", "jeanne"))
              .when(leaves("alice", "jeanne"))
              .then(sees("alice", "activity", "", "wrapping-up"), talk("karim", "jeanne"))
              .when(calls("omar"))
              .then(waits("omar"))
              .when(isDone("alice"))
              .then(rings("alice", "omar"), talk("karim", "jeanne")),
          story("handed over twice: each in their turn, one call")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"))
              .given(ready("karim"), ready("dora"))
              .when(handsOver("alice", "jeanne", "karim"), picksUp("karim", "jeanne"))
              .when(leaves("alice", "jeanne"))
              .when(handsOver("karim", "jeanne", "dora"), picksUp("dora", "jeanne"))
              .when(threeTalkAgain("jeanne"), putsDown("karim", "jeanne"))
              .then(talk("dora", "jeanne"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), isSilent("dora")),
          story("a team that nobody belongs to: it rings on, and nobody is disturbed")
              .given(readyIn("sales", "dora"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rangNever("dora"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "gave-up")));
}
