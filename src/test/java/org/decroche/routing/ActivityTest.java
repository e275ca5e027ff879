package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.PhoneState;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What a desk shows of its phone, which may call itself in use as soon as it rings. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ActivityTest {
  @Test
  void a_phone_that_only_rings_is_never_said_to_talk() {
    Scene scene = Scene.of("alice").ringsUnknown("call");
    assertThat(shown(scene)).containsExactly(Activity.RINGING);
    assertThat(shown(scene.phone("alice", PhoneState.IN_USE))).isEmpty();
    assertThat(shown(scene.hangsUp("call"))).isEmpty();
    assertThat(shown(scene.phone("alice", PhoneState.IDLE))).containsExactly(Activity.IDLE);
  }

  @Test
  void a_phone_that_answers_talks_to_the_end() {
    Scene scene = Scene.of("alice").ringsUnknown("call").phone("alice", PhoneState.IN_USE);
    assertThat(shown(scene.answers("alice", "call"))).containsExactly(Activity.TALKING);
    assertThat(shown(scene.hangsUp("call"))).isEmpty();
    assertThat(shown(scene.phone("alice", PhoneState.IDLE))).containsExactly(Activity.IDLE);
  }

  @Test
  void a_phone_in_use_for_a_call_of_its_own_talks() {
    Scene scene = Scene.of("alice").phone("alice", PhoneState.IN_USE);
    assertThat(shown(scene)).containsExactly(Activity.TALKING);
  }

  private static List<Activity> shown(Scene scene) {
    return scene.effects(Effect.ShowActivity.class).stream()
        .map(Effect.ShowActivity::activity)
        .toList();
  }
}
