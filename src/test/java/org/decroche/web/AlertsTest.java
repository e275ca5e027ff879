package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** "These lines are down since Tuesday": who should hear from us before they call. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsTest {
  private static final String DOWN = "/api/alerts/ticket-17";

  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;
  private Browser alice;
  private Browser bruno;
  private long team;

  AlertsTest(TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(tables.database());
  }

  @BeforeAll
  void aFirm() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    bruno = web.agent("bruno", "Bruno Lac");
    Browser unused = web.agent("chloe", "Chloé Sy");
    team =
        admin.post("/api/teams", new JsonObject().put("name", "Accueil")).expect(201).getLong("id");
    admin
        .post(
            "/api/front-doors",
            new JsonObject()
                .put("number", "+33199000001")
                .put("name", "Standard")
                .put("teamId", team))
        .expect(201);
    tables.sql(
        "insert into team_members select %d, id from agents where login in ('bruno', 'chloe')"
            .formatted(team));
  }

  @BeforeEach
  void nothingIsDown() {
    tables.sql(
        "truncate customers, customer_numbers, cases, calls, alerts, shared_numbers cascade");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private long customer(String name, String number) {
    return admin
        .post(
            "/api/customers",
            new JsonObject()
                .put("name", name)
                .put("numbers", new JsonArray().add(new JsonObject().put("number", number))))
        .expect(201)
        .getLong("id");
  }

  private static JsonObject down(String... numbers) {
    return new JsonObject()
        .put("title", "Lines down")
        .put("since", "2026-11-24T08:00:00Z")
        .put("numbers", new JsonArray(List.of(numbers)));
  }

  private List<String> whom() {
    return admin.get(DOWN + "/customers").expect(200).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .map(
            one ->
                one.getJsonObject("customer").getString("name")
                    + ": "
                    + one.getJsonObject("agent").getString("name")
                    + (one.getBoolean("told") ? ", told" : ""))
        .toList();
  }

  private void talked(long customer, Browser with, String when) {
    tables.sql(
        """
        insert into calls (id, number_kind, customer_id, arrived_at, answered_at, answered_by, ended_at, ending, weighed_at)
        values (gen_random_uuid()::text, 'withheld', %1$d, %2$s, %2$s, %3$d, %2$s + interval '1 minute', 'talked', now())
        """
            .formatted(customer, when, with.id()));
  }

  @Test
  void eachCustomerIsTheirOwnAgents() {
    long owned = customer("Anne", "+33199001001");
    admin
        .post(
            "/api/cases",
            new JsonObject()
                .put("customerId", owned)
                .put("title", "Box")
                .put("ownerId", alice.id()))
        .expect(201);
    talked(owned, bruno, "now() - interval '2 days'");
    long known = customer("Bea", "+33199001002");
    talked(known, alice, "now() - interval '3 days'");
    talked(known, bruno, "now() - interval '2 days'");
    customer("Carl", "+33199001003");
    customer("Dora", "+33199001004");

    JsonObject brought =
        admin
            .put(DOWN, down("01 99 00 10 01", "+33199001002", "0199001003", "+33199001004"))
            .expect(200);

    assertThat(brought.getJsonArray("unknown")).isEmpty();
    assertThat(brought.getJsonObject("alert").getInteger("toCall")).isEqualTo(4);
    // Whom nobody knows goes around the team.
    assertThat(whom())
        .containsExactly("Anne: Alice Roy", "Bea: Bruno Lac", "Carl: Chloé Sy", "Dora: Bruno Lac");
  }

  @Test
  void itIsOnTheCallFirstListOfThatAgentWhoMayOpenTheirFile() {
    long carl = customer("Carl", "+33199001003");
    admin.put(DOWN, down("+33199001003")).expect(200);
    assertThat(whom()).containsExactly("Carl: Bruno Lac");

    JsonObject line =
        bruno.get("/api/call-first").expect(200).getJsonArray("items").getJsonObject(0);

    assertThat(line.getString("why")).isEqualTo("alert");
    assertThat(line.getString("about")).isEqualTo("Lines down");
    assertThat(line.getString("since")).isEqualTo("2026-11-24T08:00:00Z");
    assertThat(line.getJsonObject("customer").getLong("id")).isEqualTo(carl);
    assertThat(line.getValue("caseId")).isNull();
    assertThat(alice.get("/api/call-first").expect(200).getJsonArray("items")).isEmpty();
    assertThat(alice.get("/api/call-first?of=all").expect(200).getJsonArray("items")).hasSize(1);
    assertThat(bruno.get("/api/customers/" + carl).expect(200).getBoolean("protected")).isFalse();
    assertThat(alice.get("/api/customers/" + carl).expect(200).getBoolean("protected")).isTrue();

    talked(carl, alice, "now() + interval '1 second'");

    assertThat(bruno.get("/api/call-first").expect(200).getJsonArray("items")).isEmpty();
    assertThat(bruno.get("/api/customers/" + carl).expect(200).getBoolean("protected")).isTrue();
  }

  @Test
  void whoHasBeenTalkedWithSinceNeedsNoCall() {
    long anne = customer("Anne", "+33199001001");
    talked(anne, bruno, "now() - interval '1 hour'");
    admin.put(DOWN, down("+33199001001")).expect(200);
    assertThat(whom()).containsExactly("Anne: Bruno Lac");

    talked(anne, alice, "now() + interval '1 second'");

    assertThat(whom()).containsExactly("Anne: Bruno Lac, told");
    assertThat(
            admin
                .get("/api/alerts")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getInteger("toCall"))
        .isZero();
  }

  @Test
  void numbersAndKeysOfNobodyAreToldAndNotKept() {
    customer("Anne", "+33199001001");
    tables.sql("update customers set key = 'crm-7'");
    tables.sql("insert into shared_numbers values ('+33199001005')");
    customer("Switchboard", "+33199001005");

    JsonObject brought =
        admin
            .put(
                DOWN,
                down("+33199001009", "+33199001005")
                    .put("customerKeys", new JsonArray(List.of("crm-7", "crm-8"))))
            .expect(200);

    assertThat(brought.getJsonArray("unknown"))
        .containsExactlyInAnyOrder("+33199001009", "+33199001005", "crm-8");
    assertThat(whom()).hasSize(1);
    assertThat(tables.sql("select count(*) from alerts where alerts::text like '%1009%'"))
        .containsExactly("0");
  }

  @Test
  void theKeyOfSomebodyWhoTurnedOutToBeAnotherIsThatOthers() {
    long anne = customer("Anne", "+33199001001");
    long twin = customer("Anne again", "+33199001002");
    tables.sql(
        "update customers set key = 'crm-9', merged_into = %d where id = %d".formatted(anne, twin));

    admin.put(DOWN, down().put("customerKeys", new JsonArray(List.of("crm-9")))).expect(200);

    assertThat(whom()).singleElement().asString().startsWith("Anne: ");
  }

  @Test
  void sentTwiceItIsTheSameAndMoreOfItAdds() {
    customer("Anne", "+33199001001");
    customer("Bea", "+33199001002");
    admin.put(DOWN, down("+33199001001")).expect(200);
    List<String> first = whom();
    admin.put(DOWN, down("+33199001001")).expect(200);
    assertThat(whom()).isEqualTo(first);

    admin.put(DOWN, down("+33199001002").put("title", "Fibre cut")).expect(200);

    assertThat(whom()).hasSize(2);
    JsonArray open = alice.get("/api/alerts").expect(200).getJsonArray("items");
    assertThat(open).hasSize(1);
    assertThat(open.getJsonObject(0).getString("title")).isEqualTo("Fibre cut");
  }

  @Test
  void whatIsOverNeedsNoCallAndBeginsAnewWhenItIsToldAgain() {
    customer("Anne", "+33199001001");
    admin.put(DOWN, down("+33199001001")).expect(200);

    assertThat(admin.delete(DOWN).expect(200).getInteger("toCall")).isZero();

    assertThat(alice.get("/api/alerts").expect(200).getJsonArray("items")).isEmpty();
    assertThat(admin.put(DOWN, down()).expect(200).getJsonObject("alert").getInteger("toCall"))
        .isEqualTo(1);
  }

  @Test
  void whoIsForgottenIsOnNoAlert() {
    long anne = customer("Anne", "+33199001001");
    admin.put(DOWN, down("+33199001001")).expect(200);

    admin
        .post("/api/customers/" + anne + "/forget", new JsonObject().put("name", "Anne"))
        .expect(200);

    assertThat(whom()).isEmpty();
  }

  @Test
  void badInputIsRefusedByName() {
    admin.put(DOWN, down("123")).refuses(400, "numbers[0]");
    admin.put(DOWN, down().put("title", " ")).refuses(400, "title");
    admin.put(DOWN, down().put("since", "2999-01-01T00:00:00Z")).refuses(400, "since");
    admin.put(DOWN, down().put("since", "2026-13-40T00:00:00Z")).refuses(400, "since");
    admin.put("/api/alerts/%20", down()).refuses(400, "key");
    admin.delete("/api/alerts/none").refuses(404, null);
    admin.get("/api/alerts/none/customers").refuses(404, null);
    assertThat(admin.get("/api/alerts").expect(200).getJsonArray("items")).isEmpty();
  }
}
