package org.decroche.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWriterTest {
  private final NumberWriter writer = new NumberWriter();

  @ParameterizedTest
  @CsvSource({
    "+33612345678, FR, 06 12 34 56 78",
    "+33612345678, DE, +33 6 12 34 56 78",
    "+447911123456, FR, +44 7911 123456",
    "+99912345678, FR, +99912345678",
    "+33612345678, XX, +33 6 12 34 56 78",
  })
  void numbersAreShownAsTheCountryReadsThem(String e164, String country, String shown) {
    assertThat(writer.write(new PhoneNumber(e164), country)).isEqualTo(shown);
  }

  @Test
  void aNumberPrintedByAccidentShowsItsLastTwoDigitsOnly() {
    assertThat("call from " + new CallerNumber.Dialable(new PhoneNumber("+33612345678")))
        .contains("••78")
        .doesNotContain("3361", "345");
  }
}
