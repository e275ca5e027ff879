package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.out.CallOutCard;
import org.decroche.routing.out.CallOutState;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has work with a customer sees the whole of them; so nobody takes it for themselves. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
  private static final String NUMBER = "+33639980112";
  private static final String REASON = "Her neighbour rang for her.";

  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;
  private Browser alice;
  private Browser bruno;
  private long jeanne;
  private long box;
  private long promise;
  private long errand;

  RightsTest(TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(tables.database());
  }

  @BeforeAll
  void signIn() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    bruno = web.agent("bruno", "Bruno Lac");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  /** Alice has her case; nothing ties Bruno to her. Each test has a Jeanne of its own. */
  @BeforeEach
  void jeannesCaseIsAlices() {
    tables.sql("truncate customers, calls, debts, access_log cascade");
    web.callOutVerdict = new CallOutVerdict.Begun(new CallId("leg-17"));
    jeanne = admin.post("/api/customers", body("name", "Jeanne Martin")).expect(201).getLong("id");
    tables.sql("insert into customer_numbers values ('%s', %d)".formatted(NUMBER, jeanne));
    box =
        admin
            .post(
                "/api/cases",
                body("customerId", jeanne).put("title", "Box").put("ownerId", alice.id()))
            .expect(201)
            .getLong("id");
    promise =
        alice.post("/api/cases/" + box + "/promises", promise(alice)).expect(201).getLong("id");
    errand = alice.post("/api/cases/" + box + "/errands", errand()).expect(201).getLong("id");
    assertThat(web.accessLog.awaitWritten(Duration.ofSeconds(20))).isTrue();
    tables.sql("truncate access_log");
    web.events.clear();
  }

  private static JsonObject body(String field, Object value) {
    return new JsonObject().put(field, value);
  }

  private JsonObject matter(Browser owner) {
    return body("customerId", jeanne).put("title", "Mine").put("ownerId", owner.id());
  }

  private static JsonObject promise(Browser by) {
    return body("what", "A call")
        .put("byId", by.id())
        .put("dueAt", Instant.now().plusSeconds(3600).toString());
  }

  private static JsonObject errand() {
    return body("party", "The depot of Lyon")
        .put("contact", "Mme Blanc")
        .put("what", "The box for her bedroom")
        .put("dueAt", Instant.now().plusSeconds(3600).toString());
  }

  private boolean seesAll(Browser who) {
    return !who.get("/api/customers/" + jeanne).expect(200).getBoolean("protected");
  }

  private void saysWhy(Browser who) {
    who.post("/api/customers/" + jeanne + "/open", body("reason", REASON)).expect(200);
  }

  private static void isRefused(Browser.Answer answer) {
    answer.refuses(
        403, null, "Make sure who is on the line first, or say why you open this customer.");
    assertThat(answer.json().getString("reason")).isEqualTo("minimum");
  }

  /** Without the names of the lists that were shown. */
  private List<String> log() {
    assertThat(web.accessLog.awaitWritten(Duration.ofSeconds(20))).isTrue();
    return tables.sql(
        """
        select concat_ws(' ', a.login, l.act, l.reason, l.words, l.call_id) from access_log l
        join agents a on a.id = l.agent_id order by l.id
        """);
  }

  @Test
  void nobodyOpensACaseToSeeTheFile() {
    isRefused(bruno.post("/api/cases", matter(bruno)));
    isRefused(bruno.post("/api/cases", matter(alice)));
    assertThat(seesAll(bruno)).isFalse();
    assertThat(tables.sql("select count(*) from cases")).containsExactly("1");

    saysWhy(bruno);
    bruno.post("/api/cases", matter(bruno)).expect(201);

    assertThat(log())
        .endsWith("bruno opened-customer own-words " + REASON, "bruno took-on own-words " + REASON);
  }

  @Test
  void norIsThereACaseOfSomebodyWhoTurnedOutToBeAnother() {
    long twin = bruno.post("/api/customers", body("name", "Jeanne M.")).expect(201).getLong("id");
    tables.sql("update customers set merged_into = %d where id = %d".formatted(jeanne, twin));

    isRefused(
        bruno.post(
            "/api/cases",
            body("customerId", twin).put("title", "Mine").put("ownerId", bruno.id())));
    bruno
        .post(
            "/api/cases",
            body("customerId", 999_999).put("title", "Mine").put("ownerId", bruno.id()))
        .refuses(400, "customerId");
  }

  @Test
  void norMakesAPromiseOrSaysWhatBecameOfOne() {
    isRefused(bruno.post("/api/cases/" + box + "/promises", promise(bruno)));
    isRefused(bruno.put("/api/promises/" + promise, body("state", "kept")));
    assertThat(seesAll(bruno)).isFalse();
    assertThat(tables.sql("select state from promises")).containsExactly("open");

    saysWhy(bruno);
    bruno.post("/api/cases/" + box + "/promises", promise(bruno)).expect(201);
    assertThat(log()).endsWith("bruno took-on own-words " + REASON);
    bruno.put("/api/promises/999999", body("state", "kept")).refuses(404, null);
  }

  @Test
  void norChasesErrandsDecidesAgainstRulesOrTypesInLetters() {
    String matter = "/api/cases/" + box;
    isRefused(bruno.post(matter + "/errands", errand()));
    isRefused(bruno.post("/api/errands/" + errand + "/chases", body("text", "Tomorrow")));
    isRefused(bruno.put("/api/errands/" + errand, body("state", "done").put("words", "It came")));
    isRefused(
        bruno.post(matter + "/exceptions", body("rule", "Refunds").put("sentence", "Paid all")));
    isRefused(bruno.post("/api/customers/" + jeanne + "/letters", body("words", "Dear all")));
    isRefused(
        bruno.post(
            "/api/calls/1763.42/hand-over",
            body("summary", "box").put("agentId", alice.id()).put("moveCaseId", box)));
    assertThat(web.events).isEmpty();
    assertThat(tables.sql("select state || ' ' || due_at from errands")).hasSize(1);
    bruno.post("/api/errands/999999/chases", body("text", "Tomorrow")).refuses(404, null);

    bruno.post(matter + "/notes", body("text", "typed during the call")).expect(201);
    alice.post("/api/errands/" + errand + "/chases", body("text", "Tomorrow")).expect(201);
  }

  @Test
  void norCallsSomebodyToSeeTheirFile() {
    JsonObject call = body("number", "06 39 98 01 99");
    isRefused(bruno.post("/api/calls-out", call.copy().put("customerId", jeanne)));
    isRefused(bruno.post("/api/calls-out", call.copy().put("caseId", box)));
    assertThat(web.events).isEmpty();

    saysWhy(bruno);
    bruno.post("/api/calls-out", call.copy().put("customerId", jeanne)).expect(201);

    assertThat(log()).endsWith("bruno called own-words " + REASON + " leg-17");
  }

  private void calls(Browser who, CallOutState state, Optional<Ending> ending, Duration ago) {
    web.desks.showCallOut(
        new AgentId(who.id()),
        new CallOutCard(
            new CallId("leg-17"),
            state,
            Instant.now().minus(ago),
            new PhoneNumber(NUMBER),
            Optional.of(jeanne),
            Optional.empty(),
            Optional.empty(),
            ending));
    RunningWeb.await(io.vertx.core.Future.future(done -> web.home.runOnContext(done::complete)));
  }

  @ParameterizedTest
  @EnumSource(CallOutState.class)
  void whoeverCallsThemSeesThemOnceTheyAreReallyCalled(CallOutState state) {
    Optional<Ending> ending =
        state == CallOutState.ENDED ? Optional.of(Ending.TALKED) : Optional.empty();
    calls(bruno, state, ending, Duration.ofMinutes(2));

    assertThat(seesAll(bruno)).isEqualTo(state != CallOutState.RINGING_AGENT);
    assertThat(log())
        .containsExactly(
            "bruno opened-customer "
                + (state == CallOutState.RINGING_AGENT ? "minimum" : "call-out"));
    calls(bruno, CallOutState.ENDED, Optional.of(Ending.BUSY), Duration.ZERO);
  }

  @Test
  void andNotForAsLongAsTheyLeaveUnsaidWhoAnswered() {
    calls(bruno, CallOutState.ENDED, Optional.of(Ending.TALKED), Duration.ofMinutes(29));
    assertThat(seesAll(bruno)).isTrue();

    calls(bruno, CallOutState.ENDED, Optional.of(Ending.TALKED), Duration.ofMinutes(31));
    assertThat(seesAll(bruno)).isFalse();
    calls(bruno, CallOutState.ENDED, Optional.of(Ending.BUSY), Duration.ZERO);
  }

  @Test
  void aDebtOfAManyPeoplesNumberOpensNobodysFile() {
    JsonObject team = admin.post("/api/teams", body("name", "T" + jeanne)).expect(201);
    admin
        .post(
            "/api/front-doors",
            body("number", "+33199" + (100_000 + jeanne))
                .put("name", "D" + jeanne)
                .put("teamId", team.getLong("id")))
        .expect(201);
    tables.sql(
        """
        insert into debts (number, front_door_id, owner_id, began_at, missed_at, due_at)
        select '%s', min(id), %d, now(), now(), now() from front_doors
        """
            .formatted(NUMBER, bruno.id()));
    assertThat(seesAll(bruno)).isTrue();

    tables.sql("insert into shared_numbers values ('%s')".formatted(NUMBER));
    try {
      assertThat(seesAll(bruno)).isFalse();
    } finally {
      tables.sql("truncate shared_numbers");
    }
  }

  private JsonObject lateErrand(Browser who) {
    return who.get("/api/errands?which=late").expect(200).getJsonArray("items").getJsonObject(0);
  }

  @Test
  void ofOthersErrandsOneSeesThatTheyAreLate() {
    tables.sql("update errands set due_at = now() - interval '1 hour'");

    assertThat(lateErrand(bruno).getBoolean("late")).isTrue();
    assertThat(lateErrand(bruno).getBoolean("protected")).isTrue();
    assertThat(lateErrand(bruno).getJsonObject("owner").getString("name")).isEqualTo("Alice Roy");
    assertThat(lateErrand(bruno).encode())
        .doesNotContain("depot of Lyon", "Blanc", "for her bedroom");
    assertThat(lateErrand(alice).getString("what")).isEqualTo("The box for her bedroom");
    assertThat(lateErrand(admin).getString("contact")).isEqualTo("Mme Blanc");
    tables.sql("update agents set deputy_id = %d where id = %d".formatted(bruno.id(), alice.id()));
    try {
      assertThat(lateErrand(bruno).getString("party")).isEqualTo("The depot of Lyon");
    } finally {
      tables.sql("update agents set deputy_id = null");
    }
    assertThat(log())
        .as("a list that is read again and again is one line")
        .containsExactlyInAnyOrder("bruno listed list", "alice listed list", "admin listed list");
  }

  @Test
  void aListOfWhatOthersHaveToDoIsALook() {
    tables.sql(
        "insert into alerts (key, title, since, received_at, received_by) select 'down', 'Lines are down', now(), now(), min(id) from agents on conflict do nothing");
    tables.sql(
        "insert into alert_customers (alert_id, customer_id) select min(id), %d from alerts"
            .formatted(jeanne));
    tables.sql(
        """
        insert into calls (id, number_kind, number, customer_id, arrived_at, ended_at, weighed_at)
        values ('hers', 'number', '%s', %d, now() - interval '1 minute', now(), now())
        """
            .formatted(NUMBER, jeanne));
    for (String path :
        List.of(
            "/api/alerts/down/customers",
            "/api/calls",
            "/api/figures/calls?period=hour&which=all",
            "/api/call-first?of=all",
            "/api/agents/" + alice.id() + "/cases")) {
      tables.sql("truncate access_log");
      Browser anew = web.agent("a" + Integer.toUnsignedString(path.hashCode()), "Anybody");
      anew.get(path).expect(200);
      assertThat(log()).as(path).hasSize(1).first().asString().endsWith("listed list");
    }
    tables.sql("truncate access_log");
    tables.sql("update promises set due_at = now() - interval '1 hour'");
    web.agent("boardreader", "Anybody").get("/api/board").expect(200);
    assertThat(log()).containsExactly("boardreader listed list");
  }

  @Test
  void linesPromisesAndLettersOfACaseAreLooksAtItThoughNobodyOpenedIt() {
    saysWhy(bruno);
    bruno.get("/api/cases/" + box + "/timeline").expect(200);
    bruno.get("/api/cases/" + box + "/promises").expect(200);
    bruno.get("/api/cases/" + box + "/messages").expect(200);

    assertThat(log())
        .as("one reading is one line")
        .containsExactly(
            "bruno opened-customer own-words " + REASON, "bruno opened-case own-words " + REASON);
  }

  @Test
  void callsOfOneCustomerAreForWhoeverSeesTheWholeOfThem() {
    tables.sql(
        """
        insert into calls (id, number_kind, number, customer_id, arrived_at, ended_at, weighed_at) values
          ('hers-1', 'number', '%1$s', %2$d, now() - interval '2 minutes', now(), now()),
          ('hers-2', 'number', '%1$s', %2$d, now() - interval '1 minute', now(), now()),
          ('others', 'number', '+33639980113', null, now(), now(), now())
        """
            .formatted(NUMBER, jeanne));
    String path = "/api/calls?customerId=" + jeanne;
    isRefused(bruno.get(path));
    bruno.get("/api/calls?customerId=999999").refuses(404, null);
    bruno.get("/api/calls?customerId=x").refuses(400, "customerId");

    saysWhy(bruno);

    assertThat(bruno.get(path).expect(200).getJsonArray("items"))
        .extracting(call -> ((JsonObject) call).getString("id"))
        .containsExactly("hers-2", "hers-1");
    assertThat(bruno.get(path + "&before=hers-2&limit=5").expect(200).getJsonArray("items"))
        .hasSize(1);
  }

  @Test
  void theRecordOfACallOfOthersIsALook() {
    tables.sql(
        """
        insert into calls (id, number_kind, number, customer_id, arrived_at, ended_at, answered_at, answered_by, weighed_at)
        values ('hers', 'number', '%s', %d, now(), now(), now(), %d, now())
        """
            .formatted(NUMBER, jeanne, alice.id()));
    alice.get("/api/calls/hers").expect(200);
    bruno.get("/api/calls/hers").expect(200);
    bruno.get("/api/calls/hers/why").expect(200);
    admin.get("/api/calls/hers").expect(200);

    assertThat(log())
        .containsExactly(
            "bruno opened-call minimum hers",
            "bruno opened-call minimum hers",
            "admin opened-call administrator hers");
    assertThat(
            tables.sql("select distinct %d = any(customer_ids) from access_log".formatted(jeanne)))
        .containsExactly("t");
  }

  @Test
  void takingEverythingOutIsALookAtEverybody() {
    assertThat(admin.get("/api/exports/customers").status()).isEqualTo(200);
    admin.get("/api/exports/cases/page").expect(200);

    assertThat(log())
        .containsExactly("admin exported administrator", "admin exported administrator");
  }

  @Test
  void askingWhoWouldAnswerANumberIsALookAtWhoUsesIt() {
    admin.post("/api/teams", body("name", "W" + jeanne)).expect(201);
    String door =
        tables
            .sql(
                """
                insert into front_doors (number, name, country, team_id)
                select '+33199' || (200000 + %1$d), 'W' || %1$d, 'FR', min(id) from teams returning id
                """
                    .formatted(jeanne))
            .getFirst();
    bruno.get("/api/who-would-answer?frontDoor=" + door + "&number=%2B33639980112");

    assertThat(log()).containsExactly("bruno searched search");
  }
}
