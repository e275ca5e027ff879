package org.decroche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SipMessageTest {
  private static final String RINGING =
      "2026-11-22\t14:26:34.937484\t1795357594.937484\tR\t1-26911@127.0.0.40\tCSeq:1 INVITE\tSIP/2.0 180 Ringing";

  @Test
  void aLineOfTheTraceIsReadToTheMicrosecond() {
    SipMessage message = SipMessage.parse(RINGING).orElseThrow();

    assertThat(message.at()).isEqualTo(Instant.ofEpochSecond(1795357594, 937_484_000));
    assertThat(message.sent()).isFalse();
    assertThat(message.isInviteAnswer(180)).isTrue();
    assertThat(message.isInviteAnswer(200)).isFalse();
    assertThat(message.isRequest("INVITE")).isFalse();
  }

  @Test
  void theAnswerToAnotherRequestIsNoPickingUp() {
    String line = RINGING.replace("1 INVITE", "2 BYE").replace("180 Ringing", "200 OK");

    assertThat(SipMessage.parse(line).orElseThrow().isInviteAnswer(200)).isFalse();
  }

  @Test
  void aLineThatIsNoMessageIsPassedOver() {
    assertThat(SipMessage.parse("")).isEmpty();
    assertThat(SipMessage.parse("half a line\t14:26")).isEmpty();
  }
}
