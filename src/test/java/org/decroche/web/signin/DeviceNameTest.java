package org.decroche.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox, Windows",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0 Safari/537.36 | Chrome, Linux",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0 | Edge, Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1 | Safari, iPhone",
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 | Chrome, Android"
      })
  void isWhatItsOwnerWouldCallIt(String header, String name) {
    assertThat(DeviceName.of(header)).isEqualTo(name);
  }

  @Test
  void isEmptyForWhatIsNoBrowserAndNeverRepeatsWhatItWasTold() {
    assertThat(DeviceName.of(null)).isEmpty();
    assertThat(DeviceName.of("curl/8.0")).isEmpty();
    assertThat(DeviceName.of("<script>" + "x".repeat(5000))).isEmpty();
  }
}
