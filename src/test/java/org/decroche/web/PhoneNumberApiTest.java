package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Front doors' numbers as an administrator types them. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneNumberApiTest {
  private final RunningWeb web;
  private final Browser admin;

  PhoneNumberApiTest(Database database) {
    this.web = new RunningWeb(database);
    this.admin = web.administrator();
  }

  @AfterAll
  void stop() {
    web.close();
  }

  /** What may not be surcharged in France: Code de la consommation, L121-16. */
  @ParameterizedTest
  @CsvSource({
    "0199000001, +33199000001, 01 99 00 00 01, false",
    "0810 10 11 12, +33810101112, 0 810 10 11 12, true",
    "0820 10 11 12, +33820101112, 0 820 10 11 12, true",
    "0899 70 11 12, +33899701112, 0 899 70 11 12, true",
    "0800 10 11 12, +33800101112, 0 800 10 11 12, false",
    "0970 10 11 12, +33970101112, 09 70 10 11 12, false"
  })
  void isUnderstoodWrittenAndPriced(String typed, String e164, String display, boolean premium) {
    JsonObject read = admin.get("/api/phone-numbers?number=" + encoded(typed)).expect(200);

    assertThat(read.getString("number")).isEqualTo(e164);
    assertThat(read.getString("display").replaceAll("\\h", " ")).isEqualTo(display);
    assertThat(read.getBoolean("premium")).isEqualTo(premium);
  }

  @Test
  void isReadAsTheCountrySays() {
    String path = "/api/phone-numbers?number=" + encoded("030 901820");
    admin.get(path).refuses(400, "number");
    assertThat(admin.get(path + "&country=DE").expect(200).getString("number"))
        .isEqualTo("+4930901820");
    admin.get(path + "&country=XX").refuses(400, "country");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
