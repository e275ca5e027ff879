package org.decroche.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.CallerNumber.Dialable;
import org.decroche.routing.caller.CallerNumber.Extension;
import org.decroche.routing.caller.CallerNumber.Unreadable;
import org.decroche.routing.caller.CallerNumber.Withheld;
import org.decroche.routing.caller.PhoneNumber;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
  private final NumberReader reader = new NumberReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0612345678",
        "+33612345678",
        "0033612345678",
        "33612345678",
        "612345678",
        "06 12 34 56 78",
        " 06.12.34.56.78 ",
        "06/12/34/56/78",
        "06-12-34-56-78",
        "06\u00a012\u202f34 56 78",
        "+33 (0)6 12 34 56 78",
        "+33(0)612345678",
        "(+33) 6 12 34 56 78",
        "+330612345678",
        "00 33 6 12 34 56 78",
        "0033(0)612345678",
        "tel:+33612345678",
        "tel:0612345678;phone-context=+33",
        "tel+33612345678",
        "sip:0612345678@192.0.2.1:5060;user=phone",
        "sip0612345678@192.0.2.1",
        "sips:+33612345678@example.net",
        "0612345678@example.net",
        "<0612345678>",
        "\"Jeanne Martin\" <sip:+33612345678@example.net>;tag=1",
        "Jeanne Martin <0612345678>",
        "Jeanne Martin 0612345678",
        "\"Inès\" 0612345678",
      })
  void aFrenchMobileIsReadInEveryShape(String raw) {
    assertThat(reader.read(raw, "FR")).isEqualTo(dialable("+33612345678"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3108637", "13108637", "+13108637"})
  void aNumberThatOnlyItsOwnCountryCanDialIsNobodysToCallBack(String raw) {
    assertThat(reader.read(raw, "US")).isEqualTo(new Unreadable());
  }

  @ParameterizedTest
  @CsvSource({"+37508312373354, FR", "+3758312373354, BE"})
  void whatIsKeptReadsAsTheSameNumberAgain(String raw, String country) {
    Dialable read = (Dialable) reader.read(raw, country);
    assertThat(reader.read(read.number().e164(), "GB")).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "+44 7911 123456, FR, +447911123456",
    "447911123456, FR, +447911123456",
    "0044 7911 123456, FR, +447911123456",
    "(212) 555-0123, US, +12125550123",
    "011 33 6 12 34 56 78, US, +33612345678",
    "06 698 12345, IT, +390669812345",
    "0262 12 34 56, RE, +262262123456",
    "+33199001234, GB, +33199001234",
    "0639980112, FR, +33639980112",
    "33639980112, FR, +33639980112",
    "+33612345678, XX, +33612345678",
  })
  void theCountryOfTheDoorTellsHowANumberIsMeant(String raw, String country, String e164) {
    assertThat(reader.read(raw, country)).isEqualTo(dialable(e164));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        "anonymous",
        "Anonymous",
        "ANONYMOUS",
        "unknown",
        "restricted",
        "private",
        "Unavailable",
        "sip:anonymous@anonymous.invalid",
        "\"Anonymous\" <sip:anonymous@anonymous.invalid>",
        "<>",
        "anonyme",
        "@host",
      })
  void aHiddenNumberMatchesNobody(String raw) {
    assertThat(reader.read(raw, "FR")).isEqualTo(new Withheld());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        "300",
        "1234",
        "sip:204@10.0.0.1",
        "\"Desk 2\" <300>",
        "112",
        "15",
        "3900",
        "118218"
      })
  void aShortNumberIsAnExtension(String raw) {
    assertThat(reader.read(raw, "FR")).isInstanceOf(Extension.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "300&PJSIP/x",
        "0612345678&PJSIP/x",
        "<img onerror=alert(1) src=x>",
        "<script>0612345678</script>",
        "0612345678\r\nAction: Originate",
        "06123\n45678",
        "%2B33612345678",
        "\u202e0612345678",
        "06123\u200f45678",
        "٠٦١٢٣٤٥٦٧٨",
        "０６１２３４５６７８",
        "+٣٣612345678",
        "+0612345678",
        "+0033612345678",
        "+",
        "++33612345678",
        "+33+612345678",
        "0612+345678",
        "+33",
        "+999612345678",
        "+3361234567890123",
        "061234567",
        "06123456789",
        "7",
        "0000000000000000000000000000000000",
        "1234567",
        "*31#0612345678",
        "0612345678x12",
        "0612345678 ext 3",
        "0800FLOWERS",
        "' or 1=1 --",
        "3,36E+10",
        "()",
        "....",
        "0612345678,0612345679",
        "\u0000",
      })
  void whatIsNoNumberIsUnreadable(String raw) {
    assertThat(reader.read(raw, "FR")).isEqualTo(new Unreadable());
  }

  @Test
  void aPremiumNumberIsANumberLikeAnyOther() {
    assertThat(reader.read("0899123456", "FR")).isEqualTo(dialable("+33899123456"));
  }

  @Test
  void withoutACountryOnlyInternationalNumbersAreRead() {
    assertThat(reader.read("0612345678", "XX")).isEqualTo(new Unreadable());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "a", "<", "(", "+", " ", "<<>", "\"a ", "sip:", "\ud800"})
  void tenThousandOfAnythingTakeNoTime(String piece) {
    String long10k = piece.repeat(10_000);

    CallerNumber read =
        Assertions.assertTimeout(Duration.ofMillis(200), () -> reader.read(long10k, "FR"));

    assertThat(read).isEqualTo(new Unreadable());
  }

  private static CallerNumber dialable(String e164) {
    return new Dialable(new PhoneNumber(e164));
  }
}
