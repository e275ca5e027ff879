package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One's own password, second factor and machines. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {
  private static final String FRESH = "trois mots bien à moi";

  private final TestDatabase tables;
  private final RunningWeb web;
  private int people;
  private String login;
  private String password;
  private Browser alice;

  AccountTest(TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(tables.database());
  }

  @AfterAll
  void stop() {
    web.close();
  }

  /** At a time that stands still: codes and waits are of a moment. */
  @BeforeEach
  void somebodyNew() {
    web.clock.stop();
    login = "alice" + ++people;
    password =
        web.administrator()
            .post(
                "/api/agents",
                new JsonObject().put("login", login).put("name", "Alice").put("role", "agent"))
            .expect(201)
            .getString("password");
    alice = web.stranger().signIn(login, password);
  }

  private Browser.Answer signIn(Browser from, String secret, String code) {
    return from.post(
        "/api/session",
        new JsonObject().put("login", login).put("password", secret).put("code", code));
  }

  private static JsonObject change(String current, String fresh) {
    return new JsonObject().put("current", current).put("fresh", fresh);
  }

  private JsonArray machines() {
    return alice.get("/api/me/account").expect(200).getJsonArray("sessions");
  }

  @Test
  void seesWhereTheyAreSignedInAndEndsOneOfTheirMachines() {
    Browser phone = web.stranger().as("Mozilla/5.0 (Android 15; Mobile) Firefox/140.0");
    phone.signIn(login, password);

    assertThat(machines()).hasSize(2);
    JsonObject other = other();
    assertThat(other.getString("device")).isEqualTo("Firefox, Android");
    assertThat(other.getString("since")).isNotBlank();
    assertThat(other.encode()).doesNotContain("token");

    alice.delete("/api/me/sessions/" + other.getLong("id")).expect(204);

    phone.get("/api/me").expect(401);
    assertThat(machines()).hasSize(1);
    alice.get("/api/me").expect(200);
    alice.delete("/api/me/sessions/" + other.getLong("id")).refuses(404, null);
  }

  private JsonObject other() {
    return machines().stream()
        .map(JsonObject.class::cast)
        .filter(one -> !one.getBoolean("current"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyEndsASessionOfSomebodyElse() {
    Browser karim = web.agent("karim" + people, "Karim");
    long theirs =
        karim
            .get("/api/me/account")
            .expect(200)
            .getJsonArray("sessions")
            .getJsonObject(0)
            .getLong("id");

    alice.delete("/api/me/sessions/" + theirs).refuses(404, null);
    web.administrator().delete("/api/me/sessions/" + theirs).refuses(404, null);

    karim.get("/api/me").expect(200);
  }

  @Test
  void changesTheirOwnPasswordAndIsSignedOutEverywhereElse() {
    Browser elsewhere = web.stranger().signIn(login, password);

    alice.put("/api/me/password", change(password, FRESH)).expect(204);

    alice.get("/api/me").expect(200);
    elsewhere.get("/api/me").expect(401);
    signIn(web.stranger(), password, null).refuses(401, null);
    signIn(web.stranger(), FRESH, null).expect(200);
    // The same signs, as another keyboard composes them.
    signIn(web.stranger(), FRESH.replace("à", "a\u0300"), null).expect(200);
  }

  @Test
  void withoutTheOldPasswordOrWithAPoorNewOneNothingChanges() {
    alice.put("/api/me/password", change("guessed", FRESH)).refuses(400, "current");
    alice.put("/api/me/password", change(password, "too short")).refuses(400, "fresh");
    alice.put("/api/me/password", change(password, "abababababababababab")).refuses(400, "fresh");
    alice
        .put("/api/me/password", change(password, login + login + login + login))
        .refuses(400, "fresh");
    alice.put("/api/me/password", change(password, FRESH + "\n")).refuses(400, "fresh");

    signIn(web.stranger(), password, null).expect(200);
  }

  @Test
  void aStolenSessionGuessesItsOwnersPasswordMoreAndMoreSlowly() {
    for (int i = 0; i < 5; i++) {
      alice.put("/api/me/password", change("guess " + i, FRESH)).refuses(400, "current");
    }
    Browser.Answer slowed = alice.put("/api/me/password", change(password, FRESH));

    slowed.refuses(429, null);
    assertThat(slowed.raw().headers().firstValue("retry-after")).isPresent();
  }

  @Test
  void aSecondFactorIsAskedForFromThenOnAndACodeCountsOnce() throws Exception {
    byte[] secret = begin();
    Instant now = web.clock.instant();
    assertThat(alice.get("/api/me/account").expect(200).getString("secondFactorSince")).isNull();
    signIn(web.stranger(), password, null).expect(200);
    alice
        .put("/api/me/second-factor", new JsonObject().put("code", wrong(secret, now)))
        .refuses(400, "code");

    List<?> codes = confirm(secret, now);

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    JsonObject needed = signIn(web.stranger(), password, null).expect(401);
    assertThat(needed.getString("reason")).isEqualTo("code-needed");
    assertThat(signIn(web.stranger(), "guessed", code(secret, now)).expect(401).getString("reason"))
        .isNull();
    String next = code(secret, now.plusSeconds(30));
    assertThat(signIn(web.stranger(), password, code(secret, now)).expect(401).getString("reason"))
        .as("the code that confirmed it")
        .isEqualTo("code-wrong");
    signIn(web.stranger(), password, next.substring(0, 3) + " " + next.substring(3)).expect(200);
    signIn(web.stranger(), password, next).refuses(401, "code");
    assertThat(tables.sql("select row_to_json(recovery_codes)::text from recovery_codes"))
        .noneMatch(row -> codes.stream().anyMatch(code -> row.contains(String.valueOf(code))));
  }

  @Test
  void aRecoveryCodeSignsInOnce() throws Exception {
    List<?> codes = confirm(begin(), web.clock.instant());
    String one = String.valueOf(codes.getFirst());

    signIn(web.stranger(), password, one.toUpperCase(java.util.Locale.ROOT).replace('-', ' '))
        .expect(200);
    signIn(web.stranger(), password, one).refuses(401, "code");
    assertThat(alice.get("/api/me/account").expect(200).getInteger("recoveryCodes")).isEqualTo(9);
  }

  @Test
  void codesAreGuessedMoreAndMoreSlowlyAlsoWithTheRightPassword() throws Exception {
    confirm(begin(), web.clock.instant());

    for (int i = 0; i < 5; i++) {
      signIn(web.stranger(), password, "abcd-efgh-jkmn-pqr" + (char) ('a' + i));
    }

    signIn(web.stranger(), password, "000000").refuses(429, null);
  }

  @Test
  void whoHasFoundOutThePasswordKeepsNobodyOutOfTheirOwnBrowser() throws Exception {
    byte[] secret = begin();
    Instant now = web.clock.instant();
    confirm(secret, now);

    for (int i = 0; i < 6; i++) {
      signIn(web.stranger(), password, "abcd-efgh-jkmn-pqr" + (char) ('a' + i));
    }

    signIn(web.stranger(), password, code(secret, now.plusSeconds(30))).refuses(429, null);
    signIn(alice, password, code(secret, now.plusSeconds(30))).expect(200);
  }

  @Test
  void whoIsTooEarlyWithACodeHasNotGuessedAtThePassword() throws Exception {
    confirm(begin(), web.clock.instant());

    for (int i = 0; i < 10; i++) {
      signIn(web.stranger(), password, "abcd-efgh-jkmn-pqr" + (char) ('a' + i));
    }

    assertThat(signIn(web.stranger(), password, null).expect(401).getString("reason"))
        .isEqualTo("code-needed");
  }

  @Test
  void itIsRemovedWithThePasswordOrByAnAdministratorForWhoHasLostAll() throws Exception {
    confirm(begin(), web.clock.instant());
    alice
        .post("/api/me/second-factor", new JsonObject().put("password", password))
        .refuses(409, null);
    alice
        .post("/api/me/second-factor/removal", new JsonObject().put("password", "guessed"))
        .refuses(400, "password");
    alice
        .post("/api/me/second-factor/removal", new JsonObject().put("password", password))
        .expect(204);
    signIn(web.stranger(), password, null).expect(200);

    confirm(begin(), web.clock.instant());
    web.administrator().delete("/api/agents/" + alice.id() + "/second-factor").expect(204);
    signIn(web.stranger(), password, null).expect(200);
    assertThat(
            tables.sql(
                "select act from setting_changes where setting = 'person' and key = '%d' order by id"
                    .formatted(alice.id())))
        .endsWith("second-factor-removed");
    web.administrator().delete("/api/agents/999999/second-factor").refuses(404, null);
    assertThat(tables.sql("select id from setting_changes where key = '999999'")).isEmpty();
  }

  @Test
  void anAdministratorRemovesTheirOwnWithTheirPasswordOnly() {
    Browser boss = web.person("boss", "Bo Ss", "administrator");

    boss.delete("/api/agents/" + boss.id() + "/second-factor").refuses(403, null);

    assertThat(
            tables.sql(
                "select id from setting_changes where act = 'second-factor-removed' and key = '%d'"
                    .formatted(boss.id())))
        .isEmpty();
  }

  /** The secret, as its bytes. */
  private byte[] begin() {
    JsonObject prepared =
        alice.post("/api/me/second-factor", new JsonObject().put("password", password)).expect(201);
    assertThat(prepared.getString("uri")).contains("secret=" + prepared.getString("secret"), login);
    return HexFormat.of()
        .parseHex(
            tables
                .sql("select encode(totp_secret, 'hex') from agents where login = '" + login + "'")
                .getFirst());
  }

  private List<?> confirm(byte[] secret, Instant now) throws GeneralSecurityException {
    return alice
        .put("/api/me/second-factor", new JsonObject().put("code", code(secret, now)))
        .expect(200)
        .getJsonArray("recoveryCodes")
        .getList();
  }

  private static String code(byte[] secret, Instant at) throws GeneralSecurityException {
    return new TimeBasedOneTimePasswordGenerator()
        .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
  }

  /** A code of none of the steps around that moment. */
  private static String wrong(byte[] secret, Instant at) throws GeneralSecurityException {
    List<String> right =
        List.of(
            code(secret, at.minusSeconds(30)),
            code(secret, at),
            code(secret, at.plusSeconds(30)),
            code(secret, at.plusSeconds(60)));
    int guess = 0;
    while (right.contains("%06d".formatted(guess))) {
      guess++;
    }
    return "%06d".formatted(guess);
  }
}
