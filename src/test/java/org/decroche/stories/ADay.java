package org.decroche.stories;

import static org.decroche.stories.CallStory.story;
import static org.decroche.stories.OutsideWords.*;
import static org.decroche.stories.Words.*;

/**
 * A day at one front door, with something of everything: long enough to be recorded and played
 * back. Between its two halves the service may be started anew: somebody talks and somebody waits.
 */
public final class ADay {
  private ADay() {}

  public static final CallStory MORNING =
      story("the morning")
          .given(patience(60), wrapUp(2), ready("alice", "karim"), ready("dora"))
          .given(rungOutside("dora"), ownsTheCaseOf("karim", "jeanne"))
          .given(ownsTheCaseOf("alice", "lea"), ownsTheCaseOf("karim", "nina"))
          .given(ownsTheCaseOf("dora", "rose"))
          // a case, a refusal, a mobile
          .when(calls("jeanne"), picksUp("karim", "jeanne"))
          .when(calls("omar"), refuses("alice", "omar"))
          .when(mobileIsPickedUp("dora"), pressesKey("dora", "omar"))
          // handed over
          .when(handsOver("karim", "jeanne", "alice"), picksUp("alice", "jeanne"))
          .when(leaves("karim", "jeanne"), mobileIsPutDown("dora"), ended("omar", "talked"))
          .when(hangsUp("jeanne"), ended("jeanne", "talked"))
          // given up, and called back
          .when(calls("lea"), rings("alice", "lea"), hangsUp("lea"), owes("alice", "lea", 1))
          .when(callsOut("alice", "lea"), takesUp("alice", "lea"), mobileIsPickedUp("lea"))
          .when(passes(1), mobileIsPutDown("lea"), callOutEnded("lea", "talked"))
          .when(judges("alice", "reached"), owes("alice", "lea", 0), passes(3))
          // dialled by hand
          .when(dials("karim", "paul"), mobileIsBusy("paul"), callOutEnded("paul", "busy"))
          // somebody outside is brought in; a hand-over is withdrawn
          .when(calls("nina"), picksUp("karim", "nina"))
          .when(bringsInOutsider("karim", "nina", "paul"), mobileIsPickedUp("paul"))
          .when(passes(1), mobileIsPutDown("paul"), talk("karim", "nina"))
          .when(handsOver("karim", "nina", "alice"), rings("alice", "nina"), withdraws("karim"))
          .then(isSilentFor("alice", "nina"))
          .when(hangsUp("nina"), ended("nina", "talked"))
          // no key, no human
          .when(calls("rose"), mobileIsPickedUp("dora"), mobileIsPutDown("dora"))
          .then(offersEnded("rose", "no-answer"))
          .when(hangsUp("rose"), ended("rose", "gave-up"), goesAway("dora"))
          // refused on the desk; a colleague refuses to come
          .when(calls("lea"), refusesOnDesk("alice", "lea"), picksUp("karim", "lea"))
          .when(bringsIn("karim", "lea", "alice"), refuses("alice", "lea"))
          .when(putsDown("karim", "lea"), ended("lea", "talked"))
          // busy, and three talk to the end
          .when(calls("nina"), saysBusy("karim", "nina"), picksUp("alice", "nina"))
          .when(bringsIn("alice", "nina", "karim"), picksUp("karim", "nina"), threeTalk("nina"))
          .when(ends("karim", "nina"), ended("nina", "talked"))
          // one talks, one waits
          .when(calls("jeanne"), picksUp("karim", "jeanne"))
          .when(goesAway("alice"), calls("omar"))
          .then(waits("omar"));

  public static final CallStory AFTERNOON =
      story("the afternoon")
          .when(comesBack("alice"), picksUp("alice", "omar"))
          .then(talk("karim", "jeanne"))
          .when(hangsUp("omar"), ended("omar", "talked"))
          .when(hangsUp("jeanne"), ended("jeanne", "talked"))
          .when(calls("lea"), refuses("alice", "lea"), picksUp("karim", "lea"))
          .when(putsDown("karim", "lea"), ended("lea", "talked"))
          .when(callsOut("alice", "nina"), takesUp("alice", "nina"), mobileIsBusy("nina"))
          .then(callOutEnded("nina", "busy"))
          .when(comesBack("dora"), calls("rose"), mobileIsPickedUp("dora"))
          .when(pressesKey("dora", "rose"), passes(1), mobileIsPutDown("dora"))
          .then(ended("rose", "talked"));
}
