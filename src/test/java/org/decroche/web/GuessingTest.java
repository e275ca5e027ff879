package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guessing at a login slows the guessers down, and not its owner. */
@ExtendWith(PostgresExtension.class)
class GuessingTest {
  private final TestDatabase tables;
  private RunningWeb web;

  GuessingTest(TestDatabase tables) {
    this.tables = tables;
  }

  /** A house of its own for each: what one guesses is counted for the next. */
  @BeforeEach
  void start() {
    Database database = tables.database();
    web = new RunningWeb(database);
    web.clock.stop();
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private static JsonObject form(String password) {
    return new JsonObject().put("login", "admin").put("password", password);
  }

  @Test
  void guessersWaitAndTheOwnersKnownBrowserDoesNot() {
    Browser owner = web.administrator();
    owner.delete("/api/session").expect(204);
    assertThat(owner.known()).startsWith("decroche-device=");
    for (int i = 0; i < 5; i++) {
      web.stranger().post("/api/session", form("guess " + i)).expect(401);
    }

    Browser.Answer slowed = web.stranger().post("/api/session", form(RunningWeb.ADMIN_PASSWORD));

    slowed.refuses(429, null);
    assertThat(slowed.raw().headers().firstValue("retry-after")).hasValue("1");
    owner.signIn("admin", RunningWeb.ADMIN_PASSWORD).get("/api/me").expect(200);
  }

  @Test
  void aKnownBrowserIsKnownForItsOwnLoginOnly() {
    Browser alice = web.agent("alice" + System.nanoTime(), "Alice");
    for (int i = 0; i < 5; i++) {
      web.stranger().post("/api/session", form("guess " + i)).expect(401);
    }

    web.stranger().knownBy(alice.known()).post("/api/session", form("guess")).refuses(429, null);
    web.stranger()
        .knownBy("decroche-device=" + "A".repeat(43))
        .post("/api/session", form("guess"))
        .refuses(429, null);
  }

  @Test
  void whatABrowserIsKnownBySignsNobodyIn() {
    String known = web.administrator().known();
    String secret = known.substring(known.indexOf('=') + 1);

    web.stranger().withCookie("decroche=" + secret).get("/api/me").expect(401);
    assertThat(tables.sql("select encode(token_sha256, 'escape') from known_devices"))
        .isNotEmpty()
        .noneMatch(stored -> stored.contains(secret));
  }

  @Test
  void aHashOfAnEarlierDayIsMadeAnewAtTheNextSignIn() {
    String old =
        com.password4j.Password.hash("an older password")
            .addRandomSalt(16)
            .with(
                com.password4j.Argon2Function.getInstance(
                    1024, 1, 1, 32, com.password4j.types.Argon2.ID))
            .getResult();
    tables.sql("update agents set password_hash = '" + old + "' where login = 'admin'");

    web.stranger().signIn("admin", "an older password");

    assertThat(tables.sql("select password_hash from agents where login = 'admin'"))
        .singleElement()
        .asString()
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    web.stranger().signIn("admin", "an older password");
    tables.sql("delete from agents where login = 'admin'");
  }
}
