package org.decroche.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.decroche.routing.Instruction.RingPhone;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.OfferId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static final RingPhone TO_ALICE =
      new RingPhone(new Phone("alice1"), new OfferId(17), Duration.ofSeconds(20));

  @Test
  void letsOrdinaryActionsPass() {
    assertThatCode(() -> Guard.check(Dialplan.toPhone("PJSIP/trunk-0000002a", TO_ALICE)))
        .doesNotThrowAnyException();
    assertThatCode(() -> Guard.check(new QueueAddAction("everyone", "PJSIP/alice1")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PJSIP/x\r\nAction: Originate\r\nApplication: System",
        "PJSIP/x\n",
        "PJSIP/x\r",
        "PJSIP/x\0",
        "PJSIP/x&PJSIP/y",
        "PJSIP/x,30",
        "PJSIP/${SHELL(id)}",
        "PJSIP/\u202ex",
        "PJSIP/x y",
      })
  void refusesWhatCouldBecomeAnotherActionOrAnotherPhone(String channel) {
    assertThatThrownBy(() -> Guard.check(new RedirectAction(channel, "offer", "alice1-1-20", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("channel")
        .hasMessageNotContaining(channel);
    assertThatThrownBy(() -> Guard.check(new RedirectAction("PJSIP/x", "offer", channel, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"1.1, true", "'1.1\r\nAction: Originate', false"})
  void looksIntoWhatIsSetOnAChannelToo(String text, boolean plain) {
    OriginateAction value = new OriginateAction();
    value.setVariable("ROOM", text);
    OriginateAction name = new OriginateAction();
    name.setVariable(text, "1.1");
    for (OriginateAction action : List.of(value, name)) {
      if (plain) {
        assertThatCode(() -> Guard.check(action)).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> Guard.check(action)).isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void refusesTextsWithoutEnd() {
    assertThatThrownBy(() -> Guard.check(Dialplan.toQuestion("P".repeat(10_000))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
