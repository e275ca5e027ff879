package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class StartTest {
  private final Database database;

  StartTest(Database database) {
    this.database = database;
  }

  @Test
  void behindATrustedProxyTheCookieIsSecureAndItsOriginIsOurs() {
    try (RunningWeb web =
        new RunningWeb(database, java.util.Set.of("https://desk.example.org"), true)) {
      var answer =
          web.stranger()
              .withOrigin("https://desk.example.org")
              .send(
                  "POST",
                  "/api/session",
                  "{\"login\":\"admin\",\"password\":\"" + RunningWeb.ADMIN_PASSWORD + "\"}",
                  "application/json",
                  "X-Forwarded-Proto",
                  "https");

      answer.expect(200);
      assertThat(answer.raw().headers().firstValue("set-cookie").orElseThrow()).contains("Secure");
    }
  }

  @Test
  void aPortInUseIsSaidInOneLine() {
    try (RunningWeb web = new RunningWeb(database)) {
      assertThatThrownBy(() -> new RunningWeb(database, web.port))
          .rootCause()
          .isInstanceOf(PortTaken.class)
          .hasMessageContaining(String.valueOf(web.port))
          .hasMessageNotContainingAny("\n");
    }
  }
}
