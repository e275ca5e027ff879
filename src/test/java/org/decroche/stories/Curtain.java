package org.decroche.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

/** The end of every story: everybody hangs up, and what must always hold has held. */
final class Curtain {
  /** Whatever happens, a caller hears ringing, a human or their own giving up. */
  private static final Set<String> PROMISED = Set.of("100", "180", "200", "487");

  private Curtain() {}

  static void fall(Stage stage) {
    stage.callers().forEach(stage::hangsUp);
    for (String caller : stage.callers()) {
      stage.await(
          "the end of " + caller + "'s record", () -> kinds(stage, caller).contains("ended"));
      assertThat(kinds(stage, caller)).as("record of %s", caller).endsWith("ended");
      assertThat(kinds(stage, caller)).containsOnlyOnce("ended").containsOnlyOnce("arrived");
      stage.await("one record of each call of " + caller, () -> stage.eachCallHasOneRecord(caller));
      assertThat(PROMISED).as("%s heard", caller).containsAll(stage.heard(caller));
    }
    for (String callee : stage.callees()) {
      stage.await(
          "the end of the call out to " + callee,
          () -> kinds(stage.recordOut(callee)).contains("ended"));
      assertThat(kinds(stage.recordOut(callee)))
          .as("record of the call out to %s", callee)
          .startsWith("called-out")
          .endsWith("ended")
          .containsOnlyOnce("called-out", "ended");
    }
    for (String agent : stage.agents()) {
      stage.await(agent + "'s phone is silent", () -> isSilent(stage.phone(agent)));
      assertThat(stage.phone(agent))
          .as("calls at the phone of %s", agent)
          .satisfies(Curtain::oneAtATime);
      stage.await(agent + "'s mobile is silent", () -> isSilent(stage.mobile(agent)));
      assertThat(stage.mobile(agent)).satisfies(Curtain::oneAtATime);
    }
  }

  private static List<String> kinds(Stage stage, String caller) {
    return kinds(stage.record(caller));
  }

  private static List<String> kinds(List<Stage.Entry> record) {
    return record.stream().map(Stage.Entry::kind).toList();
  }

  private static boolean isSilent(List<Stage.Ring> rings) {
    return rings.stream().allMatch(ring -> ring.state() == Stage.State.OVER);
  }

  private static void oneAtATime(List<? extends Stage.Ring> rings) {
    for (int i = 1; i < rings.size(); i++) {
      assertThat(rings.get(i - 1).meets(rings.get(i)))
          .as("%s meets %s", rings.get(i - 1), rings.get(i))
          .isFalse();
    }
  }
}
