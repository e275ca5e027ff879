package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.out.CallOutRefusal;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calling out from a desk: what is let through to the core, and what is said when it is not. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsOutTest {
  private static final String PATH = "/api/calls-out";
  private final TestDatabase postgres;
  private final RunningWeb web;
  private final Browser alice;

  CallsOutTest(Database database, TestDatabase postgres) {
    this.postgres = postgres;
    web = new RunningWeb(database);
    alice = web.agent("alice", "Alice Roy");
  }

  @BeforeEach
  void begin() {
    web.events.clear();
    web.callOutVerdict = new CallOutVerdict.Begun(new CallId("leg-17"));
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void aNumberIsReadAndOnlyThenAskedFor() {
    long customer =
        alice
            .post("/api/customers", new JsonObject().put("name", "Jeanne"))
            .expect(201)
            .getLong("id");

    JsonObject begun =
        alice.post(PATH, number("06 39 98 01 13").put("customerId", customer)).expect(201);

    assertThat(begun.getString("id")).isEqualTo("leg-17");
    assertThat(web.events)
        .singleElement()
        .isInstanceOfSatisfying(
            Event.CallOutWanted.class,
            wanted -> {
              assertThat(wanted.number()).isEqualTo(new PhoneNumber("+33639980113"));
              assertThat(wanted.customer()).contains(customer);
              assertThat(wanted.agent().value()).isEqualTo(alice.id());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "08 99 12 34 56, costs more, premium",
    "+33, not a public phone number, no-number",
    "15, dial it by hand, emergency",
    "112, dial it by hand, emergency",
    "+12125550100, destinations, not-allowed",
    "PJSIP/evil@203.0.113.1, not a public phone number, no-number",
    "'0612345678,30', not a public phone number, no-number",
  })
  void whatMayNotBeDialledIsSaidAndNothingIsAsked(String text, String said, String reason) {
    Browser.Answer answer = alice.post(PATH, number(text));

    answer.refuses(400, "number");
    assertThat(answer.json().getString("detail")).contains(said);
    assertThat(answer.json().getString("reason")).isEqualTo(reason);
    assertThat(web.events).isEmpty();
  }

  @Test
  void wrongBodiesNameTheField() {
    alice.post(PATH, new JsonObject()).refuses(400, "number");
    alice.post(PATH, number("0639980113").put("dial", "PJSIP/x")).refuses(400, "dial");
    alice.post(PATH, number("0639980113").put("customerId", 999_999)).refuses(400, "customerId");
    alice.post(PATH, number("0639980113").put("debtId", 999_999)).refuses(400, "debtId");
    alice.post(PATH, new JsonObject().put("number", 33639980113L)).refuses(400, "number");
    web.stranger().post(PATH, number("0639980113")).expect(401);
    assertThat(web.events).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CallOutRefusal.class)
  void whyNotNowIsSaidInASentence(CallOutRefusal why) {
    web.callOutVerdict = new CallOutVerdict.Refused(why, Optional.of("Karim Haddad"));

    Browser.Answer answer = alice.post(PATH, number("0639980113"));

    assertThat(answer.status()).isEqualTo(why == CallOutRefusal.OURS ? 400 : 409);
    assertThat(answer.json().getString("detail")).endsWith(".").doesNotContain("_");
    assertThat(answer.json().getString("reason"))
        .as("a page says it in its own words")
        .matches("[a-z]+(-[a-z]+)*");
    assertThat(answer.json().getString("who")).isEqualTo("Karim Haddad");
    if (why == CallOutRefusal.ALREADY_CALLED) {
      assertThat(answer.json().getString("detail")).contains("Karim Haddad");
    }
  }

  @Test
  void nobodyDropsOrJudgesACallTheyDoNotMake() {
    alice.delete(PATH + "/leg-17").refuses(404, null);
    alice
        .post(PATH + "/leg-17/outcome", new JsonObject().put("outcome", "reached"))
        .refuses(404, null);
    alice
        .post(PATH + "/leg-17/outcome", new JsonObject().put("outcome", "gone"))
        .refuses(400, "outcome");
    assertThat(web.events).isEmpty();
  }

  @Test
  void whatIsNotJudgedYetIsListedForWhoCalled() {
    String mine = "/api/me/unjudged-calls";
    assertThat(alice.get(mine).expect(200).getJsonArray("items")).isEmpty();
    postgres.sql(
        """
        insert into calls (id, direction, number_kind, number, called_by, arrived_at, answered_at, answered_by,
          ended_at, ending)
        select 'leg-99', 'out', 'number', '+33639980113', %1$d, at, at, %1$d, at, 'talked'
        from (select now() - interval '1 hour' as at) an_hour_ago
        """
            .formatted(alice.id()));

    JsonArray items = alice.get(mine).expect(200).getJsonArray("items");
    assertThat(items).hasSize(1);
    assertThat(items.getJsonObject(0).getString("id")).isEqualTo("leg-99");
    assertThat(items.getJsonObject(0).getJsonObject("out").getString("outcome")).isNull();
    assertThat(web.administrator().get(mine).expect(200).getJsonArray("items")).isEmpty();
    web.stranger().get(mine).expect(401);

    alice.post(PATH + "/leg-99/outcome", new JsonObject().put("outcome", "machine")).expect(200);
    assertThat(alice.get(mine).expect(200).getJsonArray("items")).isEmpty();
  }

  @Test
  void attemptsAreListedByDebt() {
    assertThat(alice.get(PATH + "?debtId=5").expect(200).getJsonArray("items")).isEmpty();
    alice.get(PATH).refuses(400, "debtId");
  }

  @Test
  void anAdministratorSetsLimitsAndDestinations() {
    Browser admin = web.administrator();
    JsonObject callsOut =
        new JsonObject()
            .put("atOnce", 2)
            .put("perHour", 50)
            .put("perAgentAndHour", 10)
            .put("destinations", new JsonArray().add("+33").add("+32"));
    JsonObject settings = new JsonObject().put("missedOffers", 3).put("callsOut", callsOut);

    assertThat(admin.put("/api/settings", settings).expect(200).getJsonObject("callsOut"))
        .isEqualTo(callsOut);
    admin.put("/api/settings", new JsonObject().put("missedOffers", 3)).expect(200);
    assertThat(alice.get("/api/settings").expect(200).getJsonObject("callsOut"))
        .as("what is left out stays")
        .isEqualTo(callsOut);
    alice.put("/api/settings", settings).expect(403);
    callsOut.put("destinations", new JsonArray().add("0033"));
    assertThat(admin.put("/api/settings", settings).status()).isEqualTo(400);
    callsOut.put("destinations", new JsonArray()).put("atOnce", 1001);
    admin.put("/api/settings", settings).refuses(400, "callsOut.atOnce");
  }

  private static JsonObject number(String text) {
    return new JsonObject().put("number", text);
  }
}
