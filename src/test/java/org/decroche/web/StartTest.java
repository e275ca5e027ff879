package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import org.decroche.store.Database;
import org.decroche.store.Opening;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
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
  void withTheDatabaseGoneEveryAnswerSaysSoAndThePagesStay(TestDatabase tables) {
    Database soonGone = ((Opening.Ready) Database.open(tables.access())).database();
    try (RunningWeb web = new RunningWeb(soonGone)) {
      Browser admin = web.administrator();

      soonGone.close();

      admin.get("/api/me").refuses(503, null);
      admin.get("/api/customers?q=a").refuses(503, null);
      web.stranger()
          .post(
              "/api/session",
              new JsonObject().put("login", "admin").put("password", RunningWeb.ADMIN_PASSWORD))
          .refuses(503, null);
      assertThat(admin.get("/api/me").text()).doesNotContain("Exception", "org.", "jdbc");
      assertThat(
              web.stranger()
                  .get("/health/ready")
                  .expect(503)
                  .getJsonObject("checks")
                  .getString("database"))
          .isEqualTo("down");
      web.stranger().get("/health/live").expect(200);
    }
  }

  @Test
  void pagesNeedNoSignInAndOnlyHashedNamesAreKeptForEver() {
    try (RunningWeb web = new RunningWeb(database)) {
      var hashed = web.stranger().get("/assets/page-of-a-test.txt");
      var plain = web.stranger().get("/page-of-a-test.txt");

      assertThat(hashed.text()).isEqualTo("hashed\n");
      assertThat(hashed.raw().headers().allValues("cache-control"))
          .containsExactly("public, max-age=31536000, immutable");
      assertThat(plain.raw().headers().allValues("cache-control")).containsExactly("no-cache");
      assertThat(plain.raw().headers().firstValue("content-security-policy")).isPresent();
      web.stranger().get("/logback.xml").refuses(404, null);
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
