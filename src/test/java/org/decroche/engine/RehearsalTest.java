package org.decroche.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.decroche.routing.Effect;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RehearsalTest {
  private final List<Effect> effects = new ArrayList<>();

  @Test
  void every_call_goes_the_whole_way_from_waiting_to_hanging_up() {
    assertThat(new Rehearsal(effects::add).play(50)).isEqualTo(50);
    assertThat(effects).filteredOn(Effect.Move.class::isInstance).hasSize(50);
    assertThat(effects).filteredOn(Effect.ShowEnded.class::isInstance).hasSize(50);
    assertThat(effects).filteredOn(Effect.ShowPop.class::isInstance).hasSizeGreaterThan(50);
  }

  @Test
  void its_calls_are_nobody_s() {
    new Rehearsal(effects::add).play(10);
    assertThat(effects)
        .filteredOn(Effect.Move.class::isInstance)
        .allSatisfy(
            move -> assertThat(((Effect.Move) move).call().value()).startsWith("rehearsal."));
  }
}
