package org.decroche.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.CallerNumber.Dialable;

class NumberReaderPropertiesTest {
  private final NumberReader reader = new NumberReader();
  private final NumberWriter writer = new NumberWriter();

  @Property
  void anyTextAtAllHasAnAnswer(@ForAll String raw, @ForAll("countries") String country) {
    holds(reader.read(raw, country));
  }

  @Property(tries = 5_000)
  void textLikeNumbersHasAGoodAnswer(
      @ForAll("almostNumbers") String raw, @ForAll("countries") String country) {
    holds(reader.read(raw, country));
  }

  @Property(tries = 5_000)
  void whatWasReadReadsTheSameAgainAnywhere(
      @ForAll("almostNumbers") String raw,
      @ForAll("countries") String country,
      @ForAll("countries") String elsewhere) {
    CallerNumber read = reader.read(raw, country);
    if (read instanceof Dialable dialable) {
      assertThat(reader.read(dialable.number().e164(), elsewhere)).isEqualTo(read);
    }
  }

  @Property(tries = 2_000)
  void whatIsShownReadsAsTheSameNumber(
      @ForAll("frenchNumbers") String e164, @ForAll("countries") String country) {
    if (reader.read(e164, country) instanceof Dialable dialable) {
      assertThat(reader.read(writer.write(dialable.number(), country), country))
          .isEqualTo(dialable);
    }
  }

  @Provide
  Arbitrary<String> almostNumbers() {
    return Arbitraries.strings()
        .withChars("0123456789012345678901234567890+ .-/()")
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  @Provide
  Arbitrary<String> frenchNumbers() {
    return Arbitraries.integers().between(100_000_000, 799_999_999).map(number -> "+33" + number);
  }

  @Provide
  Arbitrary<String> countries() {
    return Arbitraries.of("FR", "BE", "DE", "GB", "IT", "US", "RE", "CI", "XX");
  }

  private static void holds(CallerNumber read) {
    switch (read) {
      case Dialable dialable -> assertThat(dialable.number().e164()).matches("\\+[1-9][0-9]{4,14}");
      case CallerNumber.Extension extension -> assertThat(extension.digits()).matches("[0-9]{2,6}");
      case CallerNumber.Withheld withheld -> {}
      case CallerNumber.Unreadable unreadable -> {}
    }
  }
}
