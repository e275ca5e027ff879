package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
  private final RunningWeb web;
  private final TestDatabase tables;

  SignInTest(Database database, TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(database);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private static JsonObject form(String login, String password) {
    return new JsonObject().put("login", login).put("password", password);
  }

  @Test
  void theFirstAdministratorSignsInAndIsTheOnlyOneMade() {
    Browser admin = web.administrator();

    assertThat(admin.get("/api/me").expect(200).getString("role")).isEqualTo("administrator");
    assertThat(tables.sql("select login from agents where role = 'administrator'"))
        .containsExactly("admin");
  }

  @Test
  void theCookieCannotBeReadByScriptsNorSentByOtherSites() {
    String set =
        web.stranger()
            .post("/api/session", form("admin", RunningWeb.ADMIN_PASSWORD))
            .raw()
            .headers()
            .firstValue("set-cookie")
            .orElseThrow();

    assertThat(set)
        .matches("decroche=[A-Za-z0-9_-]{43};.*")
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict", "Path=/")
        // The service ends a session, and an open page keeps it: not the browser, at noon.
        .contains("Max-Age=" + Duration.ofDays(365).toSeconds())
        .doesNotContain("Secure", "Domain");
  }

  @Test
  void aWrongPasswordAndAnUnknownLoginAreRefusedAlike() {
    var wrong = web.stranger().post("/api/session", form("admin", "guessed"));
    var unknown = web.stranger().post("/api/session", form("nobody", "guessed"));
    var odd = web.stranger().post("/api/session", form("' or 1=1 --\r\nadmin", "guessed"));

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.text()).isEqualTo(wrong.text());
    assertThat(odd.text()).isEqualTo(wrong.text());
    assertThat(wrong.raw().headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void eachSignInMakesANewSessionAndEndsTheOldOne() {
    Browser first = web.administrator();
    String old = first.cookie();

    first.signIn("admin", RunningWeb.ADMIN_PASSWORD);

    assertThat(first.cookie()).isNotEqualTo(old);
    web.stranger().withCookie(old).get("/api/me").expect(401);
  }

  @Test
  void aCookieThatSomebodyPlantedIsNeverTakenOver() {
    String planted = "decroche=" + "A".repeat(43);
    Browser victim = web.stranger().withCookie(planted);

    victim.signIn("admin", RunningWeb.ADMIN_PASSWORD);

    assertThat(victim.cookie()).isNotEqualTo(planted);
    web.stranger().withCookie(planted).get("/api/me").expect(401);
  }

  @Test
  void aStolenSessionIsWorthNothingAfterSignOut() {
    Browser admin = web.administrator();
    Browser thief = web.stranger().withCookie(admin.cookie());
    thief.get("/api/me").expect(200);

    var out = admin.delete("/api/session");

    out.expect(204);
    assertThat(out.raw().headers().firstValue("set-cookie").orElseThrow()).contains("Max-Age=0");
    thief.get("/api/me").expect(401);
  }

  @Test
  void onlyAHashOfTheSessionIsStored() {
    String secret = web.administrator().cookie().substring("decroche=".length());

    assertThat(tables.sql("select encode(token_sha256, 'escape') from sessions"))
        .isNotEmpty()
        .noneMatch(stored -> stored.contains(secret));
    assertThat(tables.sql("select password_hash from agents"))
        .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  }

  @Test
  void aSessionThatIsOverLetsNobodyIn() {
    Browser admin = web.administrator();

    tables.sql(
        "update sessions set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'");

    admin.get("/api/me").expect(401);
  }

  @Test
  void usingASessionMakesItLast() {
    Browser admin = web.administrator();
    tables.sql("update sessions set expires_at = now() + interval '5 minutes'");

    admin.get("/api/me").expect(200);

    assertThat(
            tables.sql(
                "select count(*) from sessions where expires_at > now() + interval '11 hours'"))
        .containsExactly("1");
  }

  @Test
  void withoutACookieOrWithNonsenseInItOneIsNotSignedIn() {
    web.stranger().get("/api/me").expect(401);
    web.stranger().withCookie("decroche=x").get("/api/me").expect(401);
    web.stranger().withCookie("decroche=" + "é".repeat(43)).get("/api/me").expect(401);
    web.stranger().withCookie("decroche=" + "a".repeat(4000)).get("/api/me").expect(401);
  }

  @Test
  void aNewPasswordIsShownOnceAndEndsThatPersonsSessionsOnly() {
    Browser alice = web.agent("renewed", "Renée Wed");
    Browser other = web.agent("stayer", "Sta Yer");
    String path = "/api/agents/" + alice.id() + "/password";
    alice.post(path, new JsonObject()).refuses(403, null);

    JsonObject shown = web.administrator().post(path, new JsonObject()).expect(201);

    alice.get("/api/me").expect(401);
    other.get("/api/me").expect(200);
    assertThat(shown.fieldNames()).containsExactly("password");
    alice.signIn("renewed", shown.getString("password")).get("/api/me").expect(200);
    web.administrator().post("/api/agents/999999/password", new JsonObject()).refuses(404, null);
  }

  /** A session alone, left open or stolen, must not become the account. */
  @Test
  void nobodyRenewsTheirOwnPasswordWithoutTheOldOne() {
    Browser boss = web.person("boss", "Bo Ss", "administrator");

    boss.post("/api/agents/" + boss.id() + "/password", new JsonObject()).refuses(403, null);

    boss.get("/api/me").expect(200);
    web.administrator()
        .post("/api/agents/" + boss.id() + "/password", new JsonObject())
        .expect(201);
    boss.get("/api/me").expect(401);
  }

  @Test
  void tooManySignInsAtOnceAreToldToComeBackInASecond() {
    List<CompletableFuture<Browser.Answer>> crowd;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      crowd =
          Stream.generate(() -> web.stranger())
              .limit(120)
              .map(
                  one ->
                      CompletableFuture.supplyAsync(
                          () -> one.post("/api/session", form("crowd", "guessed")), people))
              .toList();
    }

    assertThat(crowd)
        .extracting(CompletableFuture::join)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(401, 429))
        .anySatisfy(
            answer -> {
              answer.refuses(429, null);
              assertThat(answer.raw().headers().firstValue("retry-after")).contains("1");
            });
  }

  @Test
  void aDisabledPersonIsOutAtOnce() {
    Browser leaver = web.agent("leaver", "Lea Ver");
    Browser admin = web.administrator();
    long id = leaver.id();

    admin
        .put(
            "/api/agents/" + id,
            new JsonObject()
                .put("name", "Lea Ver")
                .put("role", "agent")
                .put("teamIds", new io.vertx.core.json.JsonArray())
                .put("disabled", true))
        .expect(200);

    assertThat(web.signedOff).containsExactly(new AgentId(id));
    leaver.get("/api/me").expect(401);
  }
}
