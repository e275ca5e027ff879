package org.decroche.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiRequest;
import org.decroche.routing.Event.CallAsks;
import org.decroche.routing.Event.EndedOffer;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
  private final List<String> read = new ArrayList<>();

  private final Numbers numbers =
      new Numbers() {
        @Override
        public Optional<FrontDoorId> door(String dialled) {
          return dialled.equals("+33199000100")
              ? Optional.of(new FrontDoorId(7))
              : Optional.empty();
        }

        @Override
        public CallerNumber caller(String sent, Optional<FrontDoorId> door) {
          read.add(sent);
          return new CallerNumber.Withheld();
        }
      };

  @Test
  void readsAWholeQuestion() {
    CallAsks asked = ask("+33199000100", "0612345678", "1795355990.250", "12", "NOANSWER", "0");

    assertThat(asked.call()).isEqualTo(new CallId("1795355999.4"));
    assertThat(asked.channel()).isEqualTo("PJSIP/trunk-00000004");
    assertThat(asked.door()).contains(new FrontDoorId(7));
    assertThat(asked.caller()).isEqualTo(new CallerNumber.Withheld());
    assertThat(asked.arrivedAt()).isEqualTo(Instant.ofEpochMilli(1_795_355_990_250L));
    assertThat(asked.ended()).contains(new EndedOffer(new OfferId(12), OfferEnd.NO_ANSWER));
    assertThat(read).containsExactly("0612345678");
  }

  @Test
  void readsSinceWhenACallerIsBilled() {
    String[] sent = {"+33199000100", "06", "1795355990.250", "", "", "0", "trunk", ""};
    assertThat(ask(sent).billedSince()).isEmpty();

    sent[7] = "1795355991.500";
    assertThat(ask(sent).billedSince()).contains(Instant.ofEpochMilli(1_795_355_991_500L));

    sent[7] = "tomorrow";
    assertThat(ask(sent).billedSince()).isEmpty();
  }

  @Test
  void isContentWithNothingButAChannel() {
    CallAsks asked = ask();

    assertThat(asked.door()).isEmpty();
    assertThat(asked.arrivedAt()).isEqualTo(NOW);
    assertThat(asked.ended()).isEmpty();
    assertThat(read).containsExactly("");
  }

  @Test
  void offersThatHaveNoEndAreNotReportedAsEnded() {
    assertThat(ask("", "", "", "12", "", "0").ended()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "now",
        "1e99",
        "99999999999999999999",
        "1795359999999.0",
        "0",
        "1795360000",
        " 1"
      })
  void takesNowForAnArrivalThatCannotBe(String arrival) {
    assertThat(ask("", "", arrival).arrivedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1;DROP", "0x10", "9999999999999999999", "", "١٢"})
  void takesNoOfferForAnIdThatCannotBe(String offer) {
    assertThat(ask("", "", "", offer, "BUSY", "17").ended()).isEmpty();
  }

  @Test
  void hostileCallersAreUnreadableBeforeAnybodyReadsThem() {
    assertThat(ask("", "06\r\nAction: Originate").caller())
        .isEqualTo(new CallerNumber.Unreadable());
    assertThat(ask("", "1".repeat(10_000)).caller()).isEqualTo(new CallerNumber.Unreadable());
    assertThat(read).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+33199000100\n", "../../etc", "300&PJSIP/x", "<img onerror=1>"})
  void doorsOfAnotherShapeAreNoDoors(String door) {
    assertThat(ask(door).door()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1\n2", "a b", "x,y"})
  void refusesAChannelWithoutAUsableId(String id) {
    AgiRequest request = request();
    when(request.getUniqueId()).thenReturn(id);

    assertThatThrownBy(() -> Question.read(request, numbers, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("x,y");
  }

  private CallAsks ask(String... arguments) {
    return Question.read(request(arguments), numbers, NOW);
  }

  /** As asterisk-java hands it over: what was sent empty is null. */
  private static AgiRequest request(String... arguments) {
    AgiRequest request = mock(AgiRequest.class);
    when(request.getUniqueId()).thenReturn("1795355999.4");
    when(request.getChannel()).thenReturn("PJSIP/trunk-00000004");
    String[] sent = arguments.clone();
    for (int i = 0; i < sent.length; i++) {
      sent[i] = sent[i].isEmpty() ? null : sent[i];
    }
    when(request.getArguments()).thenReturn(sent);
    return request;
  }
}
