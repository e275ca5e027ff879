package org.decroche.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {

  @ParameterizedTest
  @CsvSource({
    "22.10.1+dfsg+~cs6.17.60671434-1, false, false",
    "Asterisk 22.10.1, false, false",
    "23.1.0, false, false",
    "certified/22.2-cert1, false, false",
    "GIT-22-1a2b3c4M, false, false",
    "21.4.0, false, true",
    "20.9.2, false, true",
    "certified/20.7-cert1, false, true",
    "18.24.0, true, true",
    "certified/18.9-cert4, true, true",
    "1.8.32.3, true, true",
    "'', false, true",
    "UNKNOWN__and_probably_unsupported, false, true",
  })
  void knowsWhichAsteriskWillDo(String version, boolean tooOld, boolean untested) {
    assertThat(Release.tooOld(version)).isEqualTo(tooOld);
    assertThat(Release.untested(version)).isEqualTo(untested);
  }
}
