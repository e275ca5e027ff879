package org.decroche.stories;

import static org.decroche.stories.CallStory.story;
import static org.decroche.stories.Words.*;

import java.util.List;
import java.util.stream.Stream;

/** Every way a call can go, told once and played twice. */
public final class CallStories {
  private CallStories() {}

  public static Stream<CallStory> all() {
    return Stream.of(
            RULE,
            PATIENCE,
            OFFERS,
            TURNS,
            HOURS,
            GIVING_UP,
            OWED,
            HANDING_OVER,
            TogetherStories.ALL,
            CallsOutStories.ALL,
            OutsideStories.ALL)
        .flatMap(List::stream);
  }

  private static final List<CallStory> RULE =
      List.of(
          story("the owner of the open case is rung, though another has been free longer")
              .given(ready("alice", "karim"), ownsTheCaseOf("karim", "jeanne"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), because("jeanne", "owner-of-open-case"))
              .then(sees("karim", "pop", "jeanne", "owner-of-open-case"), rangNever("alice")),
          story("whoever talked with them last is rung, though another has been free longer")
              .given(ready("karim"), talkedWith("karim", "jeanne"), away("alice"))
              .given(goesAway("karim"), comesBack("alice"), comesBack("karim"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), because("jeanne", "last-talked-with"))
              .then(rangNever("alice")),
          story("the owner of the open case is before whoever talked with them last")
              .given(ready("karim"), talkedWith("karim", "jeanne"), ready("alice"))
              .given(ownsTheCaseOf("alice", "jeanne"))
              .when(calls("jeanne"))
              .then(rings("alice", "jeanne"), rang("karim", "jeanne", 1)),
          story("a shared number ties nobody to the caller")
              .given(ready("alice", "karim"), ownsTheCaseOf("karim", "jeanne"))
              .given(numberIsShared("jeanne"))
              .when(calls("jeanne"))
              .then(rings("alice", "jeanne"), because("jeanne", "longest-idle")),
          story("the deputy of an owner who is off is rung")
              .given(ready("alice"), off("karim"), ready("dora"), deputyOf("karim", "dora"))
              .given(ownsTheCaseOf("karim", "jeanne"))
              .when(calls("jeanne"))
              .then(rings("dora", "jeanne"), because("jeanne", "deputy"), rangNever("karim")),
          story("a deputy who is away has a deputy too")
              .given(ready("alice"), off("karim"), away("dora"), ready("bob"))
              .given(deputyOf("karim", "dora"), deputyOf("dora", "bob"))
              .given(ownsTheCaseOf("karim", "jeanne"))
              .when(calls("jeanne"))
              .then(rings("bob", "jeanne"), because("jeanne", "deputy"), rangNever("dora")),
          story("an owner who is off and has no deputy is not waited for")
              .given(patience(60), off("karim"), ready("alice"))
              .given(ownsTheCaseOf("karim", "jeanne"))
              .when(calls("jeanne"))
              .then(rings("alice", "jeanne"), because("jeanne", "longest-idle")),
          story("a stranger gets who has been free the longest, the next one the next")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"))
              .then(rings("alice", "jeanne"), because("jeanne", "longest-idle"))
              .when(calls("omar"))
              .then(rings("karim", "omar")),
          story("a withheld number is nobody's: who has been free the longest is rung")
              .given(ready("alice", "karim"))
              .when(callsWithheld("jeanne"))
              .then(rings("alice", "jeanne"), because("jeanne", "longest-idle"))
              .when(picksUp("alice", "jeanne"))
              .then(talk("alice", "jeanne")),
          story("the longest idle counts from the end of the last conversation")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"), picksUp("alice", "jeanne"), hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), isSilent("alice"))
              .when(calls("omar"))
              .then(rings("karim", "omar")),
          story("a missed offer does not reward: who refused is still the longest idle")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"), refuses("alice", "jeanne"), picksUp("karim", "jeanne"))
              .when(calls("omar"))
              .then(rings("alice", "omar")));

  private static final List<CallStory> PATIENCE =
      List.of(
          story("an owner who talks is waited for, and rung the moment they are free")
              .given(patience(60), ready("karim"), ownsTheCaseOf("karim", "jeanne"))
              .given(calls("omar"), picksUp("karim", "omar"), ready("alice"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), sees("karim", "waiting", "jeanne", ""), rangNever("alice"))
              .when(hangsUp("omar"))
              .then(rings("karim", "jeanne"), because("jeanne", "owner-of-open-case"))
              .then(rangNever("alice")),
          story("past the patience anybody is better than the owner, who is told who took the call")
              .given(patience(2), ready("karim"), ownsTheCaseOf("karim", "jeanne"))
              .given(calls("omar"), picksUp("karim", "omar"), ready("alice"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rings("alice", "jeanne"))
              .when(picksUp("alice", "jeanne"))
              .then(sees("karim", "gone", "jeanne", "alice"), rang("karim", "jeanne", 0)),
          story("an owner in wrap-up is waited for")
              .given(patience(60), wrapUp(600), ready("karim"), ownsTheCaseOf("karim", "jeanne"))
              .given(calls("omar"), picksUp("karim", "omar"), hangsUp("omar"), ready("alice"))
              .given(sees("karim", "activity", "", "wrapping-up"))
              .when(calls("jeanne"))
              .then(waits("jeanne"))
              .when(isDone("karim"))
              .then(rings("karim", "jeanne"), rangNever("alice")),
          story("the wait is over when the owner goes off")
              .given(patience(60), ready("karim"), ownsTheCaseOf("karim", "jeanne"))
              .given(calls("omar"), picksUp("karim", "omar"), ready("alice"))
              .when(calls("jeanne"))
              .then(waits("jeanne"))
              .when(goesOff("karim"))
              .then(rings("alice", "jeanne"), talk("karim", "omar")),
          story("an owner who talks sees that their caller gave up")
              .given(patience(60), ready("karim"), ownsTheCaseOf("karim", "jeanne"))
              .given(calls("omar"), picksUp("karim", "omar"))
              .when(calls("jeanne"))
              .then(sees("karim", "waiting", "jeanne", ""))
              .when(hangsUp("jeanne"))
              .then(sees("karim", "gone", "jeanne", ""), ended("jeanne", "gave-up")),
          story("an owner who refused this very call is not waited for")
              .given(patience(60), ready("karim", "alice"), ownsTheCaseOf("karim", "jeanne"))
              .when(calls("jeanne"), refuses("karim", "jeanne"))
              .then(rings("alice", "jeanne"), rang("karim", "jeanne", 1)));

  private static final List<CallStory> OFFERS =
      List.of(
          story("picked up, talked, hung up by the caller")
              .given(ready("alice"))
              .when(calls("jeanne"), picksUp("alice", "jeanne"))
              .then(talk("alice", "jeanne"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), isSilent("alice")),
          story("picked up, talked, hung up by the agent")
              .given(ready("alice"))
              .when(calls("jeanne"), picksUp("alice", "jeanne"))
              .then(talk("alice", "jeanne"))
              .when(putsDown("alice", "jeanne"))
              .then(ended("jeanne", "talked")),
          story("a refused call goes to the next human")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"), refuses("alice", "jeanne"))
              .then(rings("karim", "jeanne"), offersEnded("jeanne", "refused"))
              .then(sees("alice", "withdrawn", "jeanne", "refused"), rang("alice", "jeanne", 1)),
          story("a call refused on the desk goes to the next human, and the phone falls silent")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"), refusesOnDesk("alice", "jeanne"))
              .then(rings("karim", "jeanne"), offersEnded("jeanne", "refused"))
              .then(isSilent("alice"), rang("alice", "jeanne", 1))
              .when(picksUp("karim", "jeanne"))
              .then(talk("karim", "jeanne")),
          story("a call refused on the desk waits when nobody else is free, and comes back")
              .given(ready("alice"))
              .when(calls("jeanne"), refusesOnDesk("alice", "jeanne"))
              .then(waits("jeanne"), rings("alice", "jeanne"), rang("alice", "jeanne", 2)),
          story("a phone lost in mid-ring is followed by the next human at once")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"), signsOff("alice", "jeanne"))
              .then(rings("karim", "jeanne"), offersEnded("jeanne", "unreachable")),
          story("a busy phone is followed by the next human")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"), saysBusy("alice", "jeanne"))
              .then(rings("karim", "jeanne"), offersEnded("jeanne", "busy")),
          story("a phone nobody picks up is followed by the next human")
              .given(offersLast(2), ready("alice", "karim"))
              .when(calls("jeanne"))
              .then(rings("alice", "jeanne"), rings("karim", "jeanne"), isSilent("alice"))
              .then(offersEnded("jeanne", "no-answer")),
          story("a phone that was unplugged is followed by the next human")
              .given(offersLast(2), ready("alice", "karim"), vanishes("alice"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"))
              .when(picksUp("karim", "jeanne"))
              .then(talk("karim", "jeanne")),
          story("a phone that was never signed in is never chosen")
              .given(phoneless("alice"), ready("karim"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), offersEnded("jeanne")),
          story("a refused call comes back when nobody else is left, and not before")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"), refuses("alice", "jeanne"), refuses("karim", "jeanne"))
              .then(waits("jeanne"), rings("alice", "jeanne"), rang("karim", "jeanne", 1))
              .when(picksUp("alice", "jeanne"))
              .then(talk("alice", "jeanne")),
          story("who lets three calls ring out is away, told so, and back by one key")
              .given(offersLast(1), ready("alice"))
              .when(calls("jeanne"))
              .then(sees("alice", "availability", "", "missed-calls"))
              .then(offersEnded("jeanne", "no-answer", "no-answer", "no-answer"), waits("jeanne"))
              .when(comesBack("alice"))
              .then(rings("alice", "jeanne")),
          story("whose desk vanished is away, and their caller gets another human")
              .given(ready("alice"), needsDesk("alice"), away("karim"))
              .when(closesDesk("alice"))
              .then(countsAsAway("alice"))
              .when(comesBack("karim"), calls("jeanne"))
              .then(rings("karim", "jeanne"), rangNever("alice")),
          story("a card is on the desk, and gone when the caller hangs up")
              .given(ready("alice"))
              .when(calls("jeanne"))
              .then(rings("alice", "jeanne"), sees("alice", "pop", "jeanne", "longest-idle"))
              .when(hangsUp("jeanne"))
              .then(sees("alice", "withdrawn", "jeanne", "caller-hung-up"), isSilent("alice")),
          story("after a conversation an agent is left alone until they say that they are done")
              .given(wrapUp(600), ready("alice"))
              .given(calls("omar"), picksUp("alice", "omar"), hangsUp("omar"))
              .given(sees("alice", "activity", "", "wrapping-up"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rangNever("alice", "jeanne"))
              .when(isDone("alice"))
              .then(rings("alice", "jeanne")),
          story("a wrap-up ends by itself at the front door's limit")
              .given(wrapUp(2), ready("alice"))
              .given(calls("omar"), picksUp("alice", "omar"), hangsUp("omar"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rings("alice", "jeanne")));

  private static final List<CallStory> TURNS =
      List.of(
          story("two callers never reach one agent")
              .given(ready("alice"))
              .when(calls("jeanne", "omar"))
              .then(rings("alice", "jeanne"), waits("omar"))
              .when(picksUp("alice", "jeanne"))
              .then(talk("alice", "jeanne"), rangNever("alice", "omar")),
          story("first come, first served")
              .given(away("alice"))
              .when(calls("jeanne"), calls("omar"), calls("lea"))
              .then(waits("jeanne"), waits("omar"), waits("lea"))
              .when(comesBack("alice"), picksUp("alice", "jeanne"), putsDown("alice", "jeanne"))
              .when(picksUp("alice", "omar"), putsDown("alice", "omar"))
              .then(rings("alice", "lea")),
          story("whoever gave up has left the line")
              .given(away("alice"))
              .when(calls("jeanne"), calls("omar"), hangsUp("jeanne"))
              .then(ended("jeanne", "gave-up"), waits("omar"))
              .when(comesBack("alice"))
              .then(rings("alice", "omar"), rangNever("alice", "jeanne")),
          story("a refused caller keeps their place in the line")
              .given(ready("alice"))
              .when(calls("jeanne"), calls("omar"), refuses("alice", "jeanne"))
              .when(picksUp("alice", "omar"), passes(6), putsDown("alice", "omar"))
              .then(rings("alice", "jeanne")),
          story("two agents and five callers: each gets a human, one at a time")
              .given(ready("alice", "karim"))
              .when(calls("jeanne"), calls("omar"), calls("lea"), calls("paul"), calls("nina"))
              .when(picksUp("alice", "jeanne"), picksUp("karim", "omar"), hangsUp("omar"))
              .when(picksUp("karim", "lea"), hangsUp("jeanne"), picksUp("alice", "paul"))
              .when(putsDown("karim", "lea"))
              .then(rings("karim", "nina")));

  private static final List<CallStory> HOURS =
      List.of(
          story("outside hours only the person on call is rung, whatever they chose")
              .given(closed(), ready("alice"), off("karim"), onCall("karim"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), because("jeanne", "on-call"), rangNever("alice")),
          story("outside hours the owner of the case is left alone")
              .given(closed(), ready("alice"), off("karim"), onCall("karim"))
              .given(ownsTheCaseOf("alice", "jeanne"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), rangNever("alice")),
          story("outside hours and nobody on call: it rings on, and nobody is disturbed")
              .given(closed(), ready("alice"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rangNever("alice"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "gave-up")),
          story("who rings before the opening is rung for at the opening")
              .given(ready("alice"), opensIn(6))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rangNever("alice"), rings("alice", "jeanne")),
          story("a person on call whose phone is not signed in: it rings on")
              .given(closed(), ready("alice"), phoneless("karim"), onCall("karim"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rangNever("alice"), rangNever("karim")),
          story("when everybody is off the person on call is rung inside hours too")
              .given(off("alice"), off("karim"), onCall("karim"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), because("jeanne", "on-call")),
          story("when somebody is ready the person on call is left alone")
              .given(ready("alice"), off("karim"), onCall("karim"))
              .when(calls("jeanne"), picksUp("alice", "jeanne"), calls("omar"))
              .then(waits("omar"), rangNever("karim")),
          story("another team helps after its wait, and not before")
              .given(off("alice"), readyIn("sales", "dora"), overflow("sales", 3))
              .when(calls("jeanne"))
              .then(waits("jeanne"), rangNever("dora"), rings("dora", "jeanne"))
              .then(because("jeanne", "next-team")),
          story("a member of the team is before whoever helps")
              .given(readyIn("sales", "dora"), overflow("sales", 0), ready("alice"))
              .when(calls("jeanne"))
              .then(rings("alice", "jeanne"), rangNever("dora")),
          story("a team that does not help at this door is never rung")
              .given(off("alice"), readyIn("sales", "dora"))
              .when(calls("jeanne"))
              .then(waits("jeanne"), passes(6), rangNever("dora")));

  private static final List<CallStory> GIVING_UP =
      Stream.concat(
              // Nobody can see where the call is by then: before its question, being identified, or
              // on its way to a phone.
              Stream.of(0, 1, 2, 3, 4, 6, 9, 15, 40)
                  .map(
                      millis ->
                          story("a caller gives up " + millis + " ms after the first ring")
                              .given(ready("alice"))
                              .when(callsAndGivesUp("jeanne", millis))
                              .then(ended("jeanne", "gave-up"), isSilent("alice"))
                              .when(calls("omar"), picksUp("alice", "omar"))
                              .then(talk("alice", "omar"))),
              Stream.of(
                  story("a caller gives up while the first phone rings")
                      .given(ready("alice", "karim"))
                      .when(calls("jeanne"))
                      .then(rings("alice", "jeanne"))
                      .when(hangsUp("jeanne"))
                      .then(ended("jeanne", "gave-up"), isSilent("alice"), rangNever("karim"))
                      .when(calls("omar"))
                      .then(rings("alice", "omar")),
                  story("a caller gives up while the second phone rings")
                      .given(ready("alice", "karim"))
                      .when(calls("jeanne"), refuses("alice", "jeanne"))
                      .then(rings("karim", "jeanne"))
                      .when(hangsUp("jeanne"))
                      .then(ended("jeanne", "gave-up"), isSilent("karim")),
                  story("a caller gives up between two offers")
                      .given(ready("alice"))
                      .when(calls("jeanne"), refuses("alice", "jeanne"))
                      .then(waits("jeanne"))
                      .when(hangsUp("jeanne"))
                      .then(ended("jeanne", "gave-up"), passes(6), rang("alice", "jeanne", 1)),
                  story("a caller gives up while they wait")
                      .given(off("alice"))
                      .when(calls("jeanne"))
                      .then(waits("jeanne"))
                      .when(hangsUp("jeanne"))
                      .then(ended("jeanne", "gave-up"), offersEnded("jeanne")),
                  story("a caller hangs up in the conversation")
                      .given(ready("alice"))
                      .when(calls("jeanne"), picksUp("alice", "jeanne"))
                      .then(talk("alice", "jeanne"))
                      .when(hangsUp("jeanne"))
                      .then(ended("jeanne", "talked"), isSilent("alice")),
                  story("who gave up and calls again is a new call in the line")
                      .given(off("alice"))
                      .when(calls("jeanne"), calls("omar"))
                      .then(waits("jeanne"), waits("omar"))
                      .when(hangsUp("jeanne"))
                      .then(ended("jeanne", "gave-up"))
                      .when(calls("jeanne"))
                      .then(waits("jeanne"))
                      .when(comesBack("alice"))
                      .then(rings("alice", "omar"))))
          .toList();

  private static final List<CallStory> OWED =
      List.of(
          story("who gave up is owed a call back, and is put through to whoever owes it")
              .given(ready("karim"), calls("jeanne"), rings("karim", "jeanne"))
              .given(hangsUp("jeanne"), ended("jeanne", "gave-up"), owes("karim", "jeanne", 1))
              .given(ready("alice"), goesAway("karim"), comesBack("karim"))
              .when(calls("jeanne"))
              .then(rings("karim", "jeanne"), because("jeanne", "owes-them"), rangNever("alice")),
          story("whoever talks with them settles what another owes")
              .given(ready("karim"), calls("jeanne"), rings("karim", "jeanne"))
              .given(hangsUp("jeanne"), owes("karim", "jeanne", 1), goesOff("karim"))
              .given(ready("alice"))
              .when(calls("jeanne"), picksUp("alice", "jeanne"), hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), owes("karim", "jeanne", 0)),
          story("two calls of one caller are one debt, of whoever owns their case")
              .given(off("karim"), ready("alice"), ownsTheCaseOf("karim", "jeanne"))
              .when(calls("jeanne"), rings("alice", "jeanne"), hangsUp("jeanne"))
              .then(ended("jeanne", "gave-up"), owes("karim", "jeanne", 1))
              .when(calls("jeanne"), rings("alice", "jeanne"), hangsUp("jeanne"))
              .then(ended("jeanne", "gave-up"), owes("karim", "jeanne", 2))
              .then(owes("alice", "jeanne", 0)));

  private static final List<CallStory> HANDING_OVER =
      List.of(
          story("handed over: the three talk, the first one leaves, the call goes on")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(handsOver("alice", "jeanne", "karim"))
              .then(sees("karim", "pop", "jeanne", "handed-over"), rings("karim", "jeanne"))
              .then(because("jeanne", "handed-over"), talk("alice", "jeanne"))
              .when(picksUp("karim", "jeanne"))
              .then(talk("karim", "jeanne"), talk("alice", "jeanne"))
              .when(leaves("alice", "jeanne"))
              .then(talk("karim", "jeanne"), isSilent("alice"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), isSilent("karim")),
          story("a colleague who refuses a hand-over has interrupted nothing")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(handsOver("alice", "jeanne", "karim"), refuses("karim", "jeanne"))
              .then(offersEnded("jeanne", "refused"), talk("alice", "jeanne"))
              .when(calls("omar"))
              .then(rings("karim", "omar")),
          story("a colleague who does not pick up a hand-over has interrupted nothing")
              .given(offersLast(2), ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"))
              .given(ready("karim"))
              .when(handsOver("alice", "jeanne", "karim"))
              .then(rings("karim", "jeanne"), isSilent("karim"))
              .then(offersEnded("jeanne", "no-answer"), talk("alice", "jeanne")),
          story("a colleague who is rung to join gets no other call")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(handsOver("alice", "jeanne", "karim"), rings("karim", "jeanne"), calls("omar"))
              .then(waits("omar"), rangNever("karim", "omar"))
              .when(picksUp("karim", "jeanne"), leaves("alice", "jeanne"))
              .then(rings("alice", "omar"), talk("karim", "jeanne")),
          story("a caller who hangs up while a colleague is rung: the phone falls silent")
              .given(ready("alice"), calls("jeanne"), picksUp("alice", "jeanne"), ready("karim"))
              .when(handsOver("alice", "jeanne", "karim"), rings("karim", "jeanne"))
              .when(hangsUp("jeanne"))
              .then(ended("jeanne", "talked"), isSilent("karim"), isSilent("alice")));
}
