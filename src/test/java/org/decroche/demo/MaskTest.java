package org.decroche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  @Test
  void aFrenchNumberShowsItsKindAndItsLastTwoDigits() {
    assertThat(Mask.of("+33639980112")).isEqualTo("+33 6 •• •• •• 12");
  }

  @Test
  void anyOtherNumberShowsWhereItIsFromAndItsLastTwoDigits() {
    assertThat(Mask.of("+442079460958")).isEqualTo("+44 •••• 58");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anonymous", "0639980112", "+1234", "+33<b>12</b>"})
  void anythingElseShowsNothing(String text) {
    assertThat(Mask.of(text)).isEqualTo("••••");
  }
}
