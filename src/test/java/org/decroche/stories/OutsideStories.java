package org.decroche.stories;

import static org.decroche.stories.CallStory.story;
import static org.decroche.stories.OutsideWords.*;
import static org.decroche.stories.Words.*;

import java.util.List;

/** Agents who are rung at a mobile, and callers who wait for very long. */
final class OutsideStories {
  private OutsideStories() {}

  static final List<CallStory> ALL =
      List.of(
          story("an agent outside takes the call by a key, and only then is the caller answered")
              .given(ready("alice"), rungOutside("alice"))
              .when(calls("jeanne"))
              .then(mobileRings("alice"), because("jeanne", "longest-idle"))
              .when(mobileIsPickedUp("alice"), passes(1), pressesKey("alice", "jeanne"))
              .then(sees("alice", "activity", "", "talking"))
              .when(calls("omar"))
              .then(waits("omar"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), mobileRings("alice"), rangNever("alice")),
          story("a mobile that is put down after the key ends the call")
              .given(ready("alice"), rungOutside("alice"))
              .when(calls("jeanne"), mobileIsPickedUp("alice"), pressesKey("alice", "jeanne"))
              .when(mobileIsPutDown("alice"))
              .then(ended("jeanne", "talked")),
          story("a voicemail presses no key: it is no human, and the next one is rung")
              .given(ready("alice"), rungOutside("alice"), ready("karim"))
              .when(calls("jeanne"), mobileIsPickedUp("alice"))
              .then(rings("karim", "jeanne"), offersEnded("jeanne", "no-answer"))
              .then(mobileIsSilent("alice"))
              .when(picksUp("karim", "jeanne"))
              .then(talk("karim", "jeanne")),
          story("a mobile that is put down before the key is no human either")
              .given(ready("alice"), rungOutside("alice"), ready("karim"))
              .when(calls("jeanne"), mobileIsPickedUp("alice"), passes(1))
              .when(mobileIsPutDown("alice"))
              .then(rings("karim", "jeanne"), offersEnded("jeanne", "no-answer")),
          story("a mobile that is busy is followed by the next human")
              .given(ready("alice"), rungOutside("alice"), ready("karim"))
              .when(calls("jeanne"), mobileIsBusy("alice"))
              .then(rings("karim", "jeanne"), offersEnded("jeanne", "busy")),
          story("a caller who gives up while a mobile rings stops it")
              .given(ready("alice"), rungOutside("alice"))
              .when(calls("jeanne"), mobileRings("alice"), hangsUp("jeanne"))
              .then(mobileIsSilent("alice"), ended("jeanne", "gave-up")),
          story("a caller who gives up while a key is awaited stops the mobile")
              .given(ready("alice"), rungOutside("alice"))
              .when(calls("jeanne"), mobileIsPickedUp("alice"), hangsUp("jeanne"))
              .then(mobileIsSilent("alice"), ended("jeanne", "gave-up"))
              .when(calls("omar"))
              .then(mobileRings("alice")),
          story("an agent outside hands over, leaves, and is free for the next caller")
              .given(ready("alice"), rungOutside("alice"), ready("karim"))
              .given(calls("jeanne"), mobileIsPickedUp("alice"), pressesKey("alice", "jeanne"))
              .when(handsOverFromMobile("alice", "jeanne", "karim"), picksUp("karim", "jeanne"))
              .when(leavesFromMobile("alice", "jeanne"))
              .then(talk("karim", "jeanne"), recorded("jeanne", "left"))
              .when(calls("omar"))
              .then(mobileRings("alice")),
          story("an agent outside is handed over to by name, and comes by a key")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"))
              .given(ready("karim"), rungOutside("karim"))
              .when(handsOver("alice", "jeanne", "karim"))
              .then(sees("karim", "pop", "jeanne", "handed-over"), mobileRings("karim"))
              .when(mobileIsPickedUp("karim"), passes(1), pressesKeyToJoin("karim", "jeanne"))
              .when(leaves("alice", "jeanne"))
              .then(isSilent("alice"))
              .when(mobileIsPutDown("karim"))
              .then(ended("jeanne", "talked")),
          story("a voicemail that is handed over to has interrupted nothing")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"))
              .given(ready("karim"), rungOutside("karim"))
              .when(handsOver("alice", "jeanne", "karim"), mobileIsPickedUp("karim"))
              .then(offersEnded("jeanne", "no-answer"), mobileIsSilent("karim"))
              .then(talk("alice", "jeanne")),
          story("an agent outside calls: their mobile first, then a key, then the other one")
              .given(ready("alice"), rungOutside("alice"))
              .when(callsOut("alice", "jeanne"), mobileRings("alice"))
              .then(mobileNeverRang("jeanne"))
              .when(mobileIsPickedUp("alice"), passes(1), pressesKeyToCall("alice", "jeanne"))
              .when(mobileIsPickedUp("jeanne"))
              .then(sees("alice", "activity", "", "talking"))
              .when(passes(2), mobileIsPutDown("jeanne"))
              .then(callOutEnded("jeanne", "talked"), mobileIsSilent("alice"))
              .then(rangNever("alice")),
          story("a voicemail that picks up an agent's call out calls nobody")
              .given(ready("alice"), rungOutside("alice"))
              .when(callsOut("alice", "jeanne"), mobileIsPickedUp("alice"))
              .then(callOutEnded("jeanne", "gave-up"), mobileIsSilent("alice"))
              .then(mobileNeverRang("jeanne"))
              .when(calls("omar"))
              .then(mobileRings("alice")),
          story("whoever rings too long for their network is answered, and rings on to a human")
              .given(longWait(10), away("alice"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), recorded("jeanne", "billed"))
              .then(hearsRingingOnceAnswered("jeanne"))
              .when(comesBack("alice"))
              .then(rings("alice", "jeanne"))
              .when(picksUp("alice", "jeanne"), hangsUp("jeanne"))
              .then(ended("jeanne", "talked")),
          story("who was answered after a long wait, and then gave up, is owed a call back")
              .given(longWait(10), away("alice"))
              .when(calls("jeanne"))
              .then(recorded("jeanne", "billed"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "gave-up"), owes("alice", "jeanne", 1)));
}
