package org.decroche.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.decroche.numbers.Destination.Callable;
import org.decroche.numbers.Destination.Refused;
import org.decroche.numbers.Destination.Why;
import org.decroche.routing.caller.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationReaderTest {
  private final DestinationReader reader = new DestinationReader();

  @ParameterizedTest
  @CsvSource({
    "0612345678, +33612345678",
    "01 99 00 12 34, +33199001234",
    "+33 (0)6 12 34 56 78, +33612345678",
    "0033612345678, +33612345678",
  })
  void ownCountryIsCallableHoweverItIsWritten(String text, String e164) {
    assertThat(read(text)).isEqualTo(new Callable(new PhoneNumber(e164)));
  }

  @Test
  void ofAnAddressElsewhereOnlyTheNumberIsLeft() {
    assertThat(read("sip:+33612345678@elsewhere.example;x=1"))
        .isEqualTo(new Callable(new PhoneNumber("+33612345678")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08 99 12 34 56",
        "+33899123456",
        "0033899700000",
        "0892 70 00 00",
        "0825 12 34 56",
        "08 10 12 34 56",
      })
  void whatCostsMoreThanACallIsNeverCalled(String text) {
    assertThat(read(text)).isEqualTo(new Refused(Why.PREMIUM));
    assertThat(reader.read(text, "FR", List.of("+33", "+3389", "+3381", "+3382")))
        .isEqualTo(new Refused(Why.PREMIUM));
  }

  @ParameterizedTest
  @ValueSource(strings = {"15", "17", "18", "112", "114", "115", "119", "196"})
  void emergenciesAreForThePhoneItself(String text) {
    assertThat(read(text)).isEqualTo(new Refused(Why.EMERGENCY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+33",
        "+",
        "33",
        "3900",
        "anonymous",
        "call me",
        "0612345678&0612345679",
        "0612345678,30",
        "06123456789012345",
        "${SHELL(id)}",
        "PJSIP/evil@203.0.113.1",
      })
  void whatIsNoNumberIsNotCalled(String text) {
    assertThat(read(text)).isEqualTo(new Refused(Why.NO_NUMBER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+32470123456", "+12125550100", "0044 20 7946 0018", "+881612345678"})
  void elsewhereIsNotCalledUnlessTheHouseSaysSo(String text) {
    assertThat(read(text)).isEqualTo(new Refused(Why.NOT_ALLOWED));
  }

  @Test
  void theHousesDestinationsReplaceTheOwnCountry() {
    List<String> belgium = List.of("+32");

    assertThat(reader.read("+32470123456", "FR", belgium))
        .isEqualTo(new Callable(new PhoneNumber("+32470123456")));
    assertThat(reader.read("0612345678", "FR", belgium)).isEqualTo(new Refused(Why.NOT_ALLOWED));
  }

  private Destination read(String text) {
    return reader.read(text, "FR", List.of());
  }
}
