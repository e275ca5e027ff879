package org.decroche.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.stories.Words.awaitState;
import static org.decroche.stories.Words.last;
import static org.decroche.stories.Words.line;

import java.util.List;
import java.util.Optional;
import org.decroche.stories.Stage.Act;
import org.decroche.stories.Stage.Entry;
import org.decroche.stories.Stage.Ring;
import org.decroche.stories.Stage.State;

/** The words for calls out, and for the mobiles of callers and agents. */
final class OutsideWords {
  private OutsideWords() {}

  // --- calls out

  static Line callsOut(String agent, String callee) {
    return line(
        agent + " calls " + callee,
        stage -> assertThat(stage.callsOut(agent, callee)).as("refused").isEmpty());
  }

  /** Why not, by the API's one word. */
  static Line mayNotCall(String agent, String to, String why) {
    return line(
        agent + " may not call " + to + ": " + why,
        stage ->
            stage.await(
                "the refusal " + why, () -> stage.callsOut(agent, to).equals(Optional.of(why))));
  }

  /** Their own phone rings first. */
  static Line takesUp(String agent, String callee) {
    return line(
        agent + " picks up to call " + callee,
        stage -> {
          awaitState(stage, agent, callee, State.RINGING);
          stage.does(agent, Act.PICKS_UP);
          awaitState(stage, agent, callee, State.TALKING);
        });
  }

  /** Outside, where their mobile has been picked up: only now is anybody called. */
  static Line pressesKeyToCall(String agent, String callee) {
    return line(
        agent + " presses a key to call " + callee,
        stage -> {
          awaitMobile(stage, agent, State.TALKING);
          assertThat(stage.mobile(callee)).as("nobody is called before a key").isEmpty();
          stage.pressesKey(agent);
          awaitMobile(stage, callee, State.RINGING);
        });
  }

  static Line dropsCallOut(String agent) {
    return line(agent + " wants the call no more", stage -> stage.dropsCallOut(agent));
  }

  static Line dials(String agent, String callee) {
    return line(agent + " dials " + callee, stage -> stage.dials(agent, callee));
  }

  static Line judges(String agent, String outcome) {
    return line(agent + " says: " + outcome, stage -> stage.judges(agent, outcome));
  }

  static Line callOutEnded(String callee, String ending) {
    return line(
        "the call to " + callee + " ended: " + ending,
        stage ->
            stage.await(
                "the ending " + ending,
                () ->
                    last(stage.recordOut(callee).stream().filter(it -> it.kind().equals("ended")))
                        .map(Entry::how)
                        .toList()
                        .equals(List.of(ending))));
  }

  // --- mobiles

  static Line rungOutside(String agent) {
    return line(agent + " is rung at a mobile", stage -> stage.isRungOutside(agent));
  }

  static Line mobileRings(String who) {
    return line(who + "'s mobile rings", stage -> awaitMobile(stage, who, State.RINGING));
  }

  static Line mobileNeverRang(String who) {
    return line(who + "'s mobile never rang", stage -> assertThat(stage.mobile(who)).isEmpty());
  }

  static Line mobileIsSilent(String who) {
    return line(who + "'s mobile is silent", stage -> awaitMobile(stage, who, State.OVER));
  }

  /** By hand, or by a voicemail. */
  static Line mobileIsPickedUp(String who) {
    return act(who, State.RINGING, Act.PICKS_UP, State.TALKING, " is picked up");
  }

  static Line mobileIsBusy(String who) {
    return act(who, State.RINGING, Act.SAYS_BUSY, State.OVER, " is busy");
  }

  static Line mobileDeclines(String who) {
    return act(who, State.RINGING, Act.REFUSES, State.OVER, " is declined");
  }

  static Line mobileRingsOut(String who) {
    return act(who, State.RINGING, Act.RINGS_OUT, State.OVER, " rings out");
  }

  static Line mobileIsPutDown(String who) {
    return act(who, State.TALKING, Act.HANGS_UP, State.OVER, " is put down");
  }

  private static Line act(String who, State now, Act act, State next, String text) {
    return line(
        who + "'s mobile" + text,
        stage -> {
          awaitMobile(stage, who, now);
          stage.doesOutside(who, act);
          awaitMobile(stage, who, next);
        });
  }

  /** They take the call, and the caller hears it. */
  static Line pressesKey(String agent, String caller) {
    return line(
        agent + " presses a key for " + caller,
        stage -> {
          awaitMobile(stage, agent, State.TALKING);
          assertThat(stage.heard(caller)).as("not answered yet").doesNotContain("200");
          stage.pressesKey(agent);
          stage.await(caller + " is answered", () -> stage.heard(caller).contains("200"));
        });
  }

  /** They come to those who talk. */
  static Line pressesKeyToJoin(String agent, String caller) {
    return line(
        agent + " presses a key and joins " + caller,
        stage -> {
          awaitMobile(stage, agent, State.TALKING);
          stage.pressesKey(agent);
          Words.awaitThird(stage, caller, "joined");
        });
  }

  /** From a mobile, while they talk. */
  static Line handsOverFromMobile(String agent, String caller, String colleague) {
    return line(
        agent + " hands " + caller + " over to " + colleague + ", outside",
        stage -> {
          awaitMobile(stage, agent, State.TALKING);
          Words.awaitRecorded(stage, caller, "answered");
          stage.handsOver(agent, colleague);
        });
  }

  static Line leavesFromMobile(String agent, String caller) {
    return line(
        agent + " leaves " + caller + " to the others, outside",
        stage -> {
          Words.awaitThird(stage, caller, "joined");
          stage.leaves(agent);
          awaitMobile(stage, agent, State.OVER);
        });
  }

  static Line bringsInOutsider(String agent, String caller, String who) {
    return line(
        agent + " brings " + who + " in from outside",
        stage -> {
          Words.awaitTalk(stage, agent, caller);
          stage.bringsInOutsider(agent, who);
        });
  }

  private static void awaitMobile(Stage stage, String who, State state) {
    stage.await(
        who + "'s mobile is " + state,
        () -> last(stage.mobile(who).stream()).map(Ring::state).anyMatch(state::equals));
  }
}
