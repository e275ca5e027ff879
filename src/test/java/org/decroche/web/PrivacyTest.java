package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.decroche.store.WellKnownPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyTest {
  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;

  PrivacyTest(TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(tables.database());
  }

  @BeforeAll
  void signIn() {
    admin = web.administrator();
    JsonObject team = admin.post("/api/teams", new JsonObject().put("name", "Accueil")).expect(201);
    admin
        .post(
            "/api/front-doors",
            new JsonObject()
                .put("number", "+33199000001")
                .put("name", "Standard")
                .put("teamId", team.getLong("id")))
        .expect(201);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private WellKnownPerson jeanne() {
    tables.sql(
        "truncate customers, customer_numbers, cases, timeline, errands, promises, calls, call_steps, talks, debts, drafts, access_log cascade");
    return WellKnownPerson.in(tables);
  }

  private static JsonObject named(String name) {
    return new JsonObject().put("name", name);
  }

  @Test
  void whatIsKnownOfSomebodyIsToldWhole() {
    WellKnownPerson jeanne = jeanne();

    JsonObject all = admin.get("/api/customers/" + jeanne.id + "/personal-data").expect(200);

    assertThat(all.getJsonArray("customer").getJsonObject(0).getString("name"))
        .isEqualTo(WellKnownPerson.NAME);
    assertThat(all.getJsonArray("numbers").encode()).contains(WellKnownPerson.NUMBER, "zqx mobile");
    assertThat(all.getJsonArray("cases").encode()).contains("zqx box", "zqx nothing works");
    assertThat(all.getJsonArray("timeline").encode()).contains("zqx said so");
    assertThat(all.getJsonArray("errands").encode()).contains("zqx depot");
    assertThat(all.getJsonArray("promises").encode()).contains("zqx a technician");
    assertThat(all.getJsonArray("calls")).hasSize(2);
    assertThat(all.getJsonArray("steps").encode()).contains("zqx cannot hear");
    assertThat(all.getJsonArray("talks")).hasSize(1);
    assertThat(all.getJsonArray("debts").encode()).contains("zqx does not want");
    assertThat(all.getJsonArray("messages").encode()).contains("zqx please call");
    assertThat(all.getJsonArray("alerts").encode()).contains("Lines down");
    assertThat(all.getJsonArray("looked-at").encode()).contains("zqx asked by letter");
  }

  /** Half-written text is its author's alone, as everywhere. */
  @Test
  void ofADraftOnlyThatThereIsOne() {
    JsonObject all = admin.get("/api/customers/" + jeanne().id + "/personal-data").expect(200);

    assertThat(all.getJsonArray("drafts")).hasSize(6);
    assertThat(all.encode()).doesNotContain("zqx half");
  }

  @Test
  void thePageSaysTheSameInBothLanguagesAndRunsNothing() {
    WellKnownPerson jeanne = jeanne();
    tables.sql("update customers set note = '<script>alert(1)</script> \"zqx\"'");

    String path = "/api/customers/" + jeanne.id + "/personal-data?as=html";
    Browser.Answer english = admin.get(path);
    Browser.Answer french = admin.get(path + "&language=fr");

    assertThat(english.status()).as(english.text()).isEqualTo(200);
    assertThat(english.type()).isEqualTo("text/html; charset=utf-8");
    assertThat(english.raw().headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"customer-%d.html\"".formatted(jeanne.id));
    assertThat(english.text())
        .contains("<html lang=\"en\">", "What we know about you", "zqx nothing works")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;zqx&quot;")
        .doesNotContain("<script");
    assertThat(french.text())
        .contains("<html lang=\"fr\">", "Ce que nous savons de vous", "zqx nothing works");
  }

  @Test
  void nobodyIsNobody() {
    admin.get("/api/customers/999999/personal-data").refuses(404, null);
    admin.post("/api/customers/999999/forget", named("Nobody")).refuses(404, null);
  }

  @Test
  void somebodyIsForgottenByTheirNameAndGone() {
    WellKnownPerson jeanne = jeanne();
    String forget = "/api/customers/" + jeanne.id + "/forget";
    admin
        .post(forget, named("Jeanne"))
        .refuses(400, "name", "This is not their name as it stands here.");
    assertThat(jeanne.places()).isNotEmpty();

    JsonObject report = admin.post(forget, named(WellKnownPerson.NAME)).expect(200);

    assertThat(report.getJsonObject("removed").getInteger("cases")).isEqualTo(1);
    assertThat(jeanne.places()).isEmpty();
    admin.get("/api/customers/" + jeanne.id).refuses(404, null);
    JsonObject told = admin.get("/api/erasures").expect(200).getJsonArray("items").getJsonObject(0);
    assertThat(told.getJsonObject("by").getString("name")).isNotEmpty();
    assertThat(told.getLong("customerId")).isEqualTo(jeanne.id);
  }

  @Test
  void whatForgettingWouldRemoveIsWhatItRemoves() {
    WellKnownPerson jeanne = jeanne();
    String forget = "/api/customers/" + jeanne.id + "/forget";
    java.util.Set<String> stood = jeanne.places();

    JsonObject would = admin.post(forget + "/preview", new JsonObject()).expect(200);

    assertThat(jeanne.places()).isEqualTo(stood);
    assertThat(would.getBoolean("onThePhone")).isFalse();
    JsonObject report = admin.post(forget, named(WellKnownPerson.NAME)).expect(200);
    assertThat(report.getJsonObject("removed")).isEqualTo(would.getJsonObject("removed"));
    assertThat(report.getInteger("numbersKept")).isEqualTo(would.getInteger("numbersKept"));
    admin.post(forget + "/preview", new JsonObject()).refuses(404, null);
  }

  @Test
  void whileTheyAreOnThePhoneThePreviewSaysSo() {
    WellKnownPerson jeanne = jeanne();
    tables.sql(
        "insert into calls (id, number_kind, number, arrived_at) values ('now-2', 'number', '%s', now())"
            .formatted(WellKnownPerson.NUMBER));

    JsonObject would =
        admin.post("/api/customers/" + jeanne.id + "/forget/preview", new JsonObject()).expect(200);

    assertThat(would.getBoolean("onThePhone")).isTrue();
    assertThat(would.getJsonObject("removed")).isEmpty();
  }

  @Test
  void theAccessLogIsReadByTheDay() {
    WellKnownPerson jeanne = jeanne();
    tables.sql(
        """
        insert into access_log (at, act, customer_ids, reason)
        select at, 'opened-customer', array[%1$d::bigint], 'owner'
        from unnest(array['2026-03-02 23:59:59Z', '2026-03-03 00:00:00Z', '2026-03-03 23:59:59Z', '2026-03-04 00:00:00Z']::timestamptz[]) at
        """
            .formatted(jeanne.id));

    String day = "?from=2026-03-03T00:00:00Z&until=2026-03-04T00:00:00Z";
    JsonArray lines = admin.get("/api/access-log" + day).expect(200).getJsonArray("items");

    assertThat(lines).hasSize(2);
    assertThat(lines.getJsonObject(0).getString("at")).isEqualTo("2026-03-03T23:59:59Z");
    assertThat(lines.getJsonObject(1).getString("at")).isEqualTo("2026-03-03T00:00:00Z");
    assertThat(admin.get("/api/access-log/export" + day).text().lines()).hasSize(3);
    admin.get("/api/access-log?from=2026-13-03T00:00:00Z").refuses(400, "from");
  }

  @Test
  void aCallThatGoesOnIsWaitedFor() {
    WellKnownPerson jeanne = jeanne();
    tables.sql(
        "insert into calls (id, number_kind, number, arrived_at) values ('now-1', 'number', '%s', now())"
            .formatted(WellKnownPerson.NUMBER));

    admin
        .post("/api/customers/" + jeanne.id + "/forget", named(WellKnownPerson.NAME))
        .refuses(409, "id", "They are on the phone now. Forget them after the call.");
  }

  /** What is written down a moment later would bring them back. */
  @Test
  void nobodyIsForgottenWhileTheRecordIsNotWrittenDown() {
    WellKnownPerson jeanne = jeanne();
    String forget = "/api/customers/" + jeanne.id + "/forget";
    web.recorded.set(false);
    try {
      admin.post(forget, named(WellKnownPerson.NAME)).refuses(503, null);
    } finally {
      web.recorded.set(true);
    }

    assertThat(jeanne.places()).isNotEmpty();
    assertThat(tables.sql("select count(*) from erasures where customer_id = " + jeanne.id))
        .containsExactly("0");
    admin.post(forget, named(WellKnownPerson.NAME)).expect(200);
  }

  @Test
  void theFileThatLiesReadyToBeImportedGoesToo() {
    WellKnownPerson jeanne = jeanne();
    admin
        .send(
            "POST",
            "/api/import?kind=customers&name=people.csv",
            "key;name\n1;" + WellKnownPerson.NAME + "\n",
            "text/csv")
        .expect(201);

    admin.post("/api/customers/" + jeanne.id + "/forget", named(WellKnownPerson.NAME)).expect(200);

    admin.get("/api/import").refuses(404, null);
  }

  @Test
  void daysAreSetByKindAndADryRunSaysWhatTheyWouldRemove() {
    jeanne();
    tables.sql(
        "update cases set status = 'closed', closed_at = now(), closing = 'It works', heard_by = owner_id, heard_at = now(), touched_at = now() - interval '10 days', opened_at = now() - interval '10 days'");
    JsonObject week = days("closed-cases", 7);

    assertThat(
            item(admin.post("/api/retention/preview", week).expect(200), "closed-cases")
                .getInteger("due"))
        .as("something is still owed on it")
        .isEqualTo(0);
    tables.sql("update promises set state = 'kept', ended_at = now(), ended_by = by_id");
    tables.sql(
        "update errands set state = 'done', ended_at = now(), ended_by = asked_by, ended_words = 'Done'");
    assertThat(
            item(admin.post("/api/retention/preview", week).expect(200), "closed-cases")
                .getInteger("due"))
        .isEqualTo(1);
    assertThat(item(admin.get("/api/retention").expect(200), "closed-cases").getValue("days"))
        .isNull();

    JsonObject stands = admin.put("/api/retention", week).expect(200);
    assertThat(item(stands, "closed-cases").getInteger("days")).isEqualTo(7);
    assertThat(item(stands, "drafts").getInteger("days")).isEqualTo(365);
    admin.put("/api/retention", days("closed-cases", null)).expect(200);
    assertThat(item(admin.get("/api/retention").expect(200), "closed-cases").getInteger("due"))
        .isZero();
  }

  @Test
  void wrongDaysAreRefusedByName() {
    admin.put("/api/retention", days("calls", 0)).refuses(400, "items[0].days");
    admin.put("/api/retention", days("calls", 36_501)).refuses(400, "items[0].days");
    admin.put("/api/retention", days("voices", 7)).refuses(400, "items[0].kind");
    admin
        .put("/api/retention", new JsonObject().put("items", new JsonArray()))
        .refuses(400, "items");
    JsonObject twice = days("calls", 7);
    twice.getJsonArray("items").add(twice.getJsonArray("items").getJsonObject(0).copy());
    admin.put("/api/retention", twice).refuses(400, "items[1].kind", "This kind is named twice.");
  }

  private static JsonObject days(String kind, Object days) {
    return new JsonObject()
        .put("items", new JsonArray().add(new JsonObject().put("kind", kind).put("days", days)));
  }

  private static JsonObject item(JsonObject answer, String kind) {
    JsonArray items = answer.getJsonArray("items");
    return IntStream.range(0, items.size())
        .mapToObj(items::getJsonObject)
        .filter(item -> item.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
