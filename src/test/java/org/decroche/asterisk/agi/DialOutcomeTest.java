package org.decroche.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;

import org.decroche.routing.call.OfferEnd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialOutcomeTest {

  @ParameterizedTest(name = "a phone that answers {0}: {1}/{2} is {3}")
  @CsvSource({
    "486, BUSY, 17, BUSY",
    "600, BUSY, 17, BUSY",
    "603, CHANUNAVAIL, 21, REFUSED",
    "403, CHANUNAVAIL, 21, REFUSED",
    "480, NOANSWER, 19, NO_ANSWER",
    "408, CHANUNAVAIL, 18, NO_ANSWER",
    "404, CHANUNAVAIL, 1, UNREACHABLE",
    "500, CHANUNAVAIL, 38, UNREACHABLE",
    "nothing, NOANSWER, 0, NO_ANSWER",
    "unregistered, CHANUNAVAIL, 3, UNREACHABLE",
    "congestion, CONGESTION, 34, UNREACHABLE",
    "caller gone, CANCEL, 0, CALLER_HUNG_UP",
    "picked up, ANSWER, 16, ANSWERED",
  })
  void readsWhatARealAsteriskMakesOfIt(String said, String status, String cause, OfferEnd end) {
    assertThat(DialOutcome.of(status, cause)).as(said).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"'',''", "INVALIDARGS,0", "answer,16", "<b>,<b>"})
  void whatItDoesNotKnowIsLost(String status, String cause) {
    assertThat(DialOutcome.of(status, cause)).isEqualTo(OfferEnd.LOST);
  }
}
