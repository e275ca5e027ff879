package org.decroche.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final TimeCodes codes = new TimeCodes();

  /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void areThoseOfTheStandard(long second, String code) {
    Instant at = Instant.ofEpochSecond(second);

    assertThat(codes.code(SECRET, at)).isEqualTo(code);
    assertThat(codes.step(SECRET, code, at)).hasValue(second / 30);
  }

  @Test
  void aNeighbouringStepIsTakenForItselfAndNoFurtherOne() {
    Instant at = Instant.ofEpochSecond(1_234_567_890);

    assertThat(codes.step(SECRET, codes.code(SECRET, at.minusSeconds(30)), at))
        .hasValue(at.getEpochSecond() / 30 - 1);
    assertThat(codes.step(SECRET, codes.code(SECRET, at.plusSeconds(30)), at))
        .hasValue(at.getEpochSecond() / 30 + 1);
    assertThat(codes.step(SECRET, codes.code(SECRET, at.minusSeconds(60)), at)).isEmpty();
    assertThat(codes.step(SECRET, "", at)).isEmpty();
  }

  @Test
  void theSecretIsWrittenAsAuthenticatorsReadIt() {
    assertThat(Base32.of("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    assertThat(Base32.of("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
    assertThat(Base32.of(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(codes.uri(SECRET, "alice"))
        .isEqualTo(
            "otpauth://totp/D%C3%A9croch%C3%A9:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=D%C3%A9croch%C3%A9");
    assertThat(codes.secret()).hasSize(20).isNotEqualTo(codes.secret());
  }
}
