package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one-time code that makes the first administrator. */
@ExtendWith(PostgresExtension.class)
class FirstStartTest {
  private static final String PASSWORD = "quatre chevaux verts";
  private static final String PATH = "/api/first-start";

  private final TestDatabase tables;
  private RunningWeb web;

  FirstStartTest(TestDatabase tables) {
    this.tables = tables;
  }

  @BeforeEach
  void start() {
    tables.sql("truncate agents cascade");
    web = RunningWeb.withoutAdministrator(tables.database());
    web.clock.stop();
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private static JsonObject form(String code) {
    return new JsonObject().put("code", code).put("password", PASSWORD);
  }

  private String code() throws Exception {
    return Files.readString(web.codeFile).strip();
  }

  @Test
  void whoHasTheCodeBecomesTheAdministratorAndNobodyAfterThem() throws Exception {
    String code = code();
    assertThat(web.stranger().get(PATH).expect(200).getBoolean("open")).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(web.codeFile)))
        .isEqualTo("rw-------");

    Browser claire = web.stranger();
    Browser.Answer made =
        claire.post(
            PATH,
            form(code.toUpperCase(Locale.ROOT).replace("-", ""))
                .put("login", "claire")
                .put("name", "Claire Petit"));

    assertThat(made.expect(200).getString("role")).isEqualTo("administrator");
    claire.keepCookies(made);
    assertThat(claire.get("/api/me").expect(200).getString("name")).isEqualTo("Claire Petit");
    assertThat(web.codeFile).doesNotExist();
    assertThat(web.stranger().get(PATH).expect(200).getBoolean("open")).isFalse();
    web.stranger().post(PATH, form(code).put("login", "eve")).refuses(409, "code");
    web.stranger().signIn("claire", PASSWORD);
  }

  @Test
  void aWrongCodeOrAPoorPasswordMakesNobodyAndTheCodeStays() throws Exception {
    web.stranger().post(PATH, form("abcd-efgh-jkmn-pqrs")).refuses(400, "code");
    web.stranger().post(PATH, form(code()).put("password", "short")).refuses(400, "password");
    web.stranger().post(PATH, form(code()).put("login", "Not A Login")).refuses(400, "login");

    assertThat(tables.sql("select count(*) from agents")).containsExactly("0");
    web.stranger().post(PATH, form(code())).expect(200);
    assertThat(tables.sql("select login from agents")).containsExactly("admin");
  }

  @Test
  void wrongCodesAreAnsweredMoreAndMoreSlowly() {
    for (int i = 0; i < 5; i++) {
      web.stranger().post(PATH, form("guess-" + i)).refuses(400, "code");
    }

    web.stranger().post(PATH, form("guess")).refuses(429, null);
  }

  @Test
  void theCodeOutlivesARestartAndIsGoneWhenThereIsAnAdministrator() throws Exception {
    String code = code();

    web.firstStart.prepare(Optional.empty());
    assertThat(code()).isEqualTo(code);

    web.firstStart.prepare(Optional.of("given at the installation"));
    web.firstStart.prepare(Optional.empty());
    assertThat(web.codeFile).doesNotExist();
    web.stranger().signIn("admin", "given at the installation");
  }
}
