package org.decroche.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.decroche.stories.Stage.Act;
import org.decroche.stories.Stage.Card;
import org.decroche.stories.Stage.Choice;
import org.decroche.stories.Stage.Entry;
import org.decroche.stories.Stage.Ring;
import org.decroche.stories.Stage.State;

/** The words that stories are told in. What is seen is waited for, unless it says "never". */
final class Words {
  private static final List<String> LOOK_UPS = List.of("identified", "look-up-late");

  private Words() {}

  // --- how things stand

  /** Of the door's team; whoever is named first has been free the longest. */
  static Line ready(String... agents) {
    return line(
        String.join(", ", agents) + " ready",
        stage -> Stream.of(agents).forEach(it -> stage.joins(it, Stage.HOME, Choice.READY)));
  }

  static Line readyIn(String team, String agent) {
    return line(agent + " ready in " + team, it -> it.joins(agent, team, Choice.READY));
  }

  static Line away(String agent) {
    return line(agent + " away", stage -> stage.joins(agent, Stage.HOME, Choice.AWAY));
  }

  static Line off(String agent) {
    return line(agent + " off", stage -> stage.joins(agent, Stage.HOME, Choice.OFF));
  }

  /** Ready, and their phone was never signed in. */
  static Line phoneless(String agent) {
    return line(agent + " has no phone", stage -> stage.joinsWithoutPhone(agent));
  }

  static Line needsDesk(String agent) {
    return line(agent + " needs a desk", stage -> stage.needsDesk(agent));
  }

  static Line deputyOf(String of, String deputy) {
    return line(deputy + " stands in for " + of, stage -> stage.deputy(of, deputy));
  }

  static Line ownsTheCaseOf(String agent, String caller) {
    return line(agent + " owns the case of " + caller, stage -> stage.owns(agent, caller));
  }

  static Line numberIsShared(String caller) {
    return line(caller + "'s number is shared", stage -> stage.sharesNumber(caller));
  }

  /** They really talked, a moment ago. To be said while nobody else could take the call. */
  static Line talkedWith(String agent, String caller) {
    return line(
        agent + " talked with " + caller,
        stage -> {
          stage.calls(caller, false);
          picksUp(agent, caller).playOn(stage);
          stage.passes(Duration.ofMillis(1200)); // less is no real talk
          stage.hangsUp(caller);
          ended(caller, "talked").playOn(stage);
        });
  }

  static Line offersLast(int seconds) {
    return line(
        "phones ring for " + seconds + " s",
        stage -> stage.plan(plan -> plan.offering(Duration.ofSeconds(seconds))));
  }

  static Line patience(int seconds) {
    return line(
        "patience of " + seconds + " s",
        stage -> stage.plan(plan -> plan.patient(Duration.ofSeconds(seconds))));
  }

  static Line overflow(String team, int afterSeconds) {
    return line(
        team + " helps after " + afterSeconds + " s",
        stage -> stage.plan(plan -> plan.helpedBy(team, Duration.ofSeconds(afterSeconds))));
  }

  static Line closed() {
    return opensIn(3600);
  }

  static Line opensIn(int seconds) {
    return line(
        "closed for " + seconds + " s",
        stage -> stage.plan(plan -> plan.closed(Duration.ofSeconds(seconds))));
  }

  static Line onCall(String agent) {
    return line(agent + " is on call", stage -> stage.plan(plan -> plan.onCall(agent)));
  }

  static Line wrapUp(int seconds) {
    return line(
        "wrap-up of " + seconds + " s",
        stage -> stage.plan(plan -> plan.wrappingUp(Duration.ofSeconds(seconds))));
  }

  static Line longWait(int seconds) {
    return line(
        "whoever has rung for " + seconds + " s is answered",
        stage -> stage.plan(plan -> plan.answeringAfter(Duration.ofSeconds(seconds))));
  }

  // --- what people do

  static Line calls(String... callers) {
    return line(
        String.join(", ", callers) + " calls",
        stage -> Stream.of(callers).forEach(caller -> stage.calls(caller, false)));
  }

  static Line callsWithheld(String caller) {
    return line(caller + " calls from a withheld number", stage -> stage.calls(caller, true));
  }

  static Line callsAndGivesUp(String caller, int millis) {
    return line(
        caller + " gives up after " + millis + " ms",
        stage -> stage.callsAndGivesUp(caller, Duration.ofMillis(millis)));
  }

  static Line hangsUp(String caller) {
    return line(caller + " hangs up", stage -> stage.hangsUp(caller));
  }

  /** Once it rings for this caller, who hears it a moment after the phone has: then both talk. */
  static Line picksUp(String agent, String caller) {
    Line up = act(agent, caller, Act.PICKS_UP, State.TALKING, " picks up for ");
    return line(
        agent + " picks up for " + caller,
        stage -> {
          up.playOn(stage);
          stage.await(caller + " is answered", () -> stage.heard(caller).contains("200"));
        });
  }

  static Line refuses(String agent, String caller) {
    return act(agent, caller, Act.REFUSES, State.OVER, " refuses ");
  }

  static Line saysBusy(String agent, String caller) {
    return act(agent, caller, Act.SAYS_BUSY, State.OVER, "'s phone says busy to ");
  }

  static Line putsDown(String agent, String caller) {
    return line(
        agent + " hangs up on " + caller,
        stage -> {
          awaitState(stage, agent, caller, State.TALKING);
          stage.does(agent, Act.HANGS_UP);
          awaitState(stage, agent, caller, State.OVER);
        });
  }

  private static Line act(String agent, String caller, Act act, State next, String text) {
    return line(
        agent + text + caller,
        stage -> {
          awaitState(stage, agent, caller, State.RINGING);
          stage.does(agent, act);
          awaitState(stage, agent, caller, next);
        });
  }

  static Line refusesOnDesk(String agent, String caller) {
    return line(
        agent + " refuses " + caller + " on the desk",
        stage -> {
          awaitState(stage, agent, caller, State.RINGING);
          stage.refusesOnDesk(agent);
          awaitState(stage, agent, caller, State.OVER);
        });
  }

  /** To somebody who is free, while they talk. */
  static Line handsOver(String agent, String caller, String colleague) {
    return line(
        agent + " hands " + caller + " over to " + colleague,
        stage -> {
          awaitTalk(stage, agent, caller);
          stage.handsOver(agent, colleague);
        });
  }

  /** The same, to stay themselves. */
  static Line bringsIn(String agent, String caller, String colleague) {
    return line(
        agent + " brings " + colleague + " in to " + caller,
        stage -> {
          awaitTalk(stage, agent, caller);
          stage.bringsIn(agent, colleague);
        });
  }

  static Line withdraws(String agent) {
    return line(agent + " thinks better of it", stage -> stage.withdraws(agent));
  }

  /** For everybody, by the key on the desk. */
  static Line ends(String agent, String caller) {
    return line(
        agent + " ends the call of " + caller,
        stage -> {
          awaitTalk(stage, agent, caller);
          stage.ends(agent);
          awaitState(stage, agent, caller, State.OVER);
        });
  }

  /** Another is there, on record, and had a moment to be heard. */
  static Line threeTalk(String caller) {
    return line("three talk with " + caller, stage -> awaitThird(stage, caller, "joined"));
  }

  /** The second who came to them. */
  static Line threeTalkAgain(String caller) {
    return line(
        "three talk again with " + caller,
        stage -> {
          stage.await(
              "another third",
              () ->
                  stage.record(caller).stream().filter(it -> it.kind().equals("joined")).count()
                      == 2);
          stage.passes(Duration.ofSeconds(1));
        });
  }

  static void awaitThird(Stage stage, String caller, String step) {
    awaitRecorded(stage, caller, step);
    stage.passes(Duration.ofSeconds(1));
  }

  /** Once the others are there to go on. */
  static Line leaves(String agent, String caller) {
    return line(
        agent + " leaves the conversation with " + caller,
        stage -> {
          awaitThird(stage, caller, "joined");
          stage.leaves(agent);
          awaitState(stage, agent, caller, State.OVER);
        });
  }

  static Line signsOff(String agent, String caller) {
    return line(
        agent + "'s phone signs off while it rings for " + caller,
        stage -> {
          awaitState(stage, agent, caller, State.RINGING);
          stage.signsOff(agent);
        });
  }

  static Line vanishes(String agent) {
    return line(agent + "'s phone vanishes", stage -> stage.vanishes(agent));
  }

  static Line goesOff(String agent) {
    return line(agent + " goes off", stage -> stage.chooses(agent, Choice.OFF));
  }

  static Line goesAway(String agent) {
    return line(agent + " goes away", stage -> stage.chooses(agent, Choice.AWAY));
  }

  static Line comesBack(String agent) {
    return line(agent + " is ready again", stage -> stage.chooses(agent, Choice.READY));
  }

  static Line closesDesk(String agent) {
    return line(agent + " closes the desk", stage -> stage.closesDesk(agent));
  }

  static Line isDone(String agent) {
    return line(agent + " ends the wrap-up", stage -> stage.endsWrapUp(agent));
  }

  static Line passes(int seconds) {
    return line(seconds + " s pass", stage -> stage.passes(Duration.ofSeconds(seconds)));
  }

  // --- what is seen

  static Line rings(String agent, String caller) {
    return line(
        agent + "'s phone rings for " + caller,
        stage -> awaitState(stage, agent, caller, State.RINGING));
  }

  /** The newest offer of this call was made by this rule. */
  static Line because(String caller, String rule) {
    return line(
        caller + " was offered by " + rule,
        stage ->
            stage.await(
                "the rule of " + caller + "'s offer",
                () -> last(stage, caller, "offered").map(Entry::rule).toList().contains(rule)));
  }

  static Line talk(String agent, String caller) {
    return line(
        agent + " and " + caller + " talk",
        stage -> {
          awaitState(stage, agent, caller, State.TALKING);
          stage.await(caller + " is answered", () -> stage.heard(caller).contains("200"));
        });
  }

  /** Nobody's phone rings for them, they hear ringing, and the record says so. */
  static Line waits(String caller) {
    return line(
        caller + " waits",
        stage -> {
          stage.await(
              caller + " waits on record",
              () -> newest(stage.record(caller)).filter("waiting"::equals).count() == 1);
          stage.await(caller + " hears ringing", () -> stage.heard(caller).contains("180"));
          assertThat(stage.heard(caller)).doesNotContain("200");
        });
  }

  static Line isSilentFor(String agent, String caller) {
    return line(
        agent + "'s phone is silent for " + caller,
        stage -> awaitState(stage, agent, caller, State.OVER));
  }

  /** The record has a step of this kind. */
  static Line recorded(String caller, String kind) {
    return line(caller + "'s record says " + kind, stage -> awaitRecorded(stage, caller, kind));
  }

  /** Answered, with no human there: the exception that a front door may make. */
  static Line hearsRingingOnceAnswered(String caller) {
    return line(
        caller + " is answered by nobody",
        stage -> stage.await("the answer", () -> stage.heard(caller).contains("200")));
  }

  static Line isSilent(String agent) {
    return line(
        agent + "'s phone is silent",
        stage ->
            stage.await(
                "silence",
                () -> stage.phone(agent).stream().allMatch(it -> it.state() == State.OVER)));
  }

  static Line rangNever(String agent) {
    return line(agent + "'s phone never rang", stage -> assertThat(stage.phone(agent)).isEmpty());
  }

  static Line rangNever(String agent, String caller) {
    return rang(agent, caller, 0);
  }

  static Line rang(String agent, String caller, int times) {
    return line(
        agent + "'s phone rang " + times + " times for " + caller,
        stage ->
            assertThat(stage.phone(agent))
                .filteredOn(ring -> ring.caller().equals(caller))
                .hasSize(times));
  }

  static Line ended(String caller, String ending) {
    return line(
        caller + "'s call ended: " + ending,
        stage ->
            stage.await(
                "the ending " + ending,
                () ->
                    last(stage, caller, "ended").map(Entry::how).toList().equals(List.of(ending))));
  }

  /** How the offers of this call ended, in order. */
  static Line offersEnded(String caller, String... how) {
    return line(
        caller + "'s offers ended: " + String.join(", ", how),
        stage ->
            stage.await(
                "the ends " + List.of(how),
                () ->
                    stage.record(caller).stream()
                        .filter(entry -> entry.kind().equals("offer-ended"))
                        .map(Entry::how)
                        .toList()
                        .equals(List.of(how))));
  }

  static Line countsAsAway(String agent) {
    return line(
        agent + " counts as away",
        stage -> stage.await("away", () -> stage.availability(agent) == Choice.AWAY));
  }

  /** On the desk: type of what is said, whom it is about, and its detail. */
  static Line sees(String agent, String type, String caller, String detail) {
    return line(
        agent + " sees " + type + " " + caller + " " + detail,
        stage ->
            stage.await(
                "on the desk", () -> stage.desk(agent).contains(new Card(type, caller, detail))));
  }

  static Line owes(String agent, String caller, int calls) {
    return line(
        agent + " owes " + caller + " a call back for " + calls + " calls",
        stage -> stage.await("the debt", () -> stage.owes(agent, caller) == calls));
  }

  static Line neverSees(String agent, String type) {
    return line(
        agent + " never sees " + type,
        stage -> assertThat(stage.desk(agent)).extracting(Card::type).doesNotContain(type));
  }

  /** On their phone, and known to the service. */
  static void awaitTalk(Stage stage, String agent, String caller) {
    awaitState(stage, agent, caller, State.TALKING);
    awaitRecorded(stage, caller, "answered");
  }

  static void awaitRecorded(Stage stage, String caller, String kind) {
    stage.await(kind, () -> last(stage, caller, kind).count() == 1);
  }

  static void awaitState(Stage stage, String agent, String caller, State state) {
    stage.await(
        agent + "'s phone is " + state + " for " + caller,
        () ->
            last(stage.phone(agent).stream().filter(it -> it.caller().equals(caller)))
                .map(Ring::state)
                .anyMatch(state::equals));
  }

  private static Stream<Entry> last(Stage stage, String caller, String kind) {
    return last(stage.record(caller).stream().filter(entry -> entry.kind().equals(kind)));
  }

  /** A look-up that comes late says nothing of where the call is. */
  private static Stream<String> newest(List<Entry> record) {
    return last(record.stream().map(Entry::kind).filter(kind -> !LOOK_UPS.contains(kind)));
  }

  static <T> Stream<T> last(Stream<T> all) {
    return all.reduce((before, later) -> later).stream();
  }

  static Line line(String text, java.util.function.Consumer<Stage> meaning) {
    return new Line(text, meaning);
  }
}
