package org.decroche.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialNumberReaderTest {
  private final PartialNumberReader reader = new PartialNumberReader();

  @ParameterizedTest
  @CsvSource({
    "06 39, +33639, 639",
    "06.39.98, +3363998, 63998",
    "+33 6 39, +33639,",
    "+33 (0)6 39, +33639,",
    "0033639, +33639, 33639",
    "(01) 99, +33199, 199",
    "+1 212, +1212,"
  })
  void aBeginningIsReadAsTheCountryWritesIt(String typed, String beginning, String part) {
    assertThat(reader.read(typed, "FR")).contains(new PartialNumber(List.of(beginning), part));
  }

  @Test
  void digitsFromTheMiddleAreAPartToo() {
    assertThat(reader.read("0112", "FR").orElseThrow().part()).isEqualTo("112");
    assertThat(reader.read("39 98", "FR"))
        .contains(new PartialNumber(List.of("+333998", "+3998"), "3998"));
    assertThat(reader.read("912", "ES").orElseThrow().beginnings()).contains("+34912");
    assertThat(reader.read("912", "nowhere").orElseThrow().beginnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "06", "martin", "06 39 a", "3,36E+10", "+", "0000000000000000000000"})
  void otherTextIsNoPartOfANumber(String typed) {
    assertThat(reader.read(typed, "FR")).isEmpty();
  }
}
