package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.decroche.routing.Event;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.CaseNote;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who sees more than the minimum, by what right, and what is written down of it. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentifiedTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
  private static final AtomicLong CALLS = new AtomicLong(1);

  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;
  private Browser alice;
  private Browser bruno;
  private AgentId aliceId;
  private AgentId brunoId;
  private long jeanne;
  private long box;
  private CallId call;

  IdentifiedTest(TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(tables.database());
  }

  @BeforeAll
  void signIn() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    bruno = web.agent("bruno", "Bruno Lac");
    aliceId = new AgentId(alice.id());
    brunoId = new AgentId(bruno.id());
  }

  @BeforeEach
  void jeanneHasACaseThatSomebodyElseOwns() {
    jeanne =
        admin
            .post(
                "/api/customers",
                new JsonObject()
                    .put("name", "Jeanne Martin")
                    .put("notes", new JsonArray().add("hard of hearing"))
                    .put(
                        "numbers",
                        new JsonArray()
                            .add(
                                new JsonObject()
                                    .put("number", "+3319900" + NUMBERS.incrementAndGet()))))
            .expect(201)
            .getLong("id");
    box =
        admin
            .post(
                "/api/cases",
                new JsonObject()
                    .put("customerId", jeanne)
                    .put("title", "Box")
                    .put("customerWords", "It is dark")
                    .put("ownerId", admin.id()))
            .expect(201)
            .getLong("id");
    admin
        .post("/api/cases/" + box + "/notes", new JsonObject().put("text", "Sent one"))
        .expect(201);
    call = new CallId("1763." + CALLS.incrementAndGet());
    assertThat(web.accessLog.awaitWritten(Duration.ofSeconds(20))).isTrue();
    tables.sql("truncate access_log");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private Pop pop(boolean talking) {
    OpenCase open =
        new OpenCase(
            box,
            "Box",
            "It is dark",
            new AgentId(1),
            "Admin",
            NOW,
            NOW,
            List.of(new CaseNote(NOW, "Admin", "Sent one")));
    return new Pop(
        new OfferId(CALLS.get()),
        call,
        talking,
        NOW,
        new FrontDoor(
            new FrontDoorId(1),
            "Accueil",
            new PhoneNumber("+33199000000"),
            "FR",
            new TeamId(1),
            "Team",
            Duration.ofSeconds(20)),
        new CallerNumber.Dialable(new PhoneNumber("+33639980112")),
        new Recognition(
            Recognition.LookUp.FOUND,
            List.of(new KnownCustomer(jeanne, "Jeanne Martin", "hard of hearing", List.of(open))),
            Optional.empty()),
        Optional.of(jeanne),
        new Reason.OwnerOfOpenCase(box, "Box", NOW));
  }

  private void shows(AgentId agent, boolean talking) {
    CompletableFuture<Void> unused = web.desks.showPop(agent, pop(talking));
    RunningWeb.await(io.vertx.core.Future.future(done -> web.home.runOnContext(done::complete)));
  }

  private void ends(AgentId agent, int wrapUpSeconds) {
    web.desks.showEnded(agent, call, Duration.ofSeconds(wrapUpSeconds));
    web.desks.showActivity(agent, wrapUpSeconds == 0 ? Activity.IDLE : Activity.WRAPPING_UP);
    RunningWeb.await(io.vertx.core.Future.future(done -> web.home.runOnContext(done::complete)));
  }

  private Browser.Answer tick(Browser who) {
    return who.post(
        "/api/calls/" + call.value() + "/identified", new JsonObject().put("customerId", jeanne));
  }

  private boolean seesAll(Browser who) {
    JsonObject customer = who.get("/api/customers/" + jeanne).expect(200);
    JsonObject matter = who.get("/api/cases/" + box).expect(200);
    JsonObject listed =
        who.get("/api/cases?customerId=" + jeanne)
            .expect(200)
            .getJsonArray("items")
            .getJsonObject(0);
    String all = customer.encode() + matter.encode() + listed.encode();
    boolean whole = !customer.getBoolean("protected");
    assertThat(matter.getBoolean("protected")).isEqualTo(!whole);
    assertThat(customer.getString("name")).isEqualTo("Jeanne Martin");
    assertThat(matter.getString("title")).isEqualTo("Box");
    if (whole) {
      assertThat(all).contains("hard of hearing", "It is dark", "Sent one", "+3319900");
    } else {
      assertThat(all).doesNotContain("hard of hearing", "It is dark", "Sent one", "+3319900");
    }
    return whole;
  }

  private List<String> log() {
    assertThat(web.accessLog.awaitWritten(Duration.ofSeconds(20))).isTrue();
    return tables.sql(
        """
        select concat_ws(' ', a.login, l.act, l.reason, l.words, l.call_id) from access_log l
        join agents a on a.id = l.agent_id order by l.id
        """);
  }

  @Test
  void whoTalksWithThemSeesAllOnceTheyMadeSureUntilTheirWrapUpEnds() {
    shows(aliceId, false);
    tick(alice).refuses(404, null, "You do not talk on this call.");
    shows(aliceId, true);
    assertThat(seesAll(alice)).isFalse();

    tick(alice).expect(204);

    assertThat(seesAll(alice)).isTrue();
    assertThat(seesAll(bruno)).isFalse();
    ends(aliceId, 30);
    assertThat(seesAll(alice)).isTrue();
    web.desks.showActivity(aliceId, Activity.IDLE);
    RunningWeb.await(io.vertx.core.Future.future(done -> web.home.runOnContext(done::complete)));
    assertThat(seesAll(alice)).isFalse();
    tick(alice).refuses(404, null);
  }

  @Test
  void withoutATimeForTheWrapUpItEndsWithTheCall() {
    shows(aliceId, true);
    tick(alice).expect(204);

    ends(aliceId, 0);

    assertThat(seesAll(alice)).isFalse();
  }

  @Test
  void whoJoinsTheCallSeesWhatTheFirstMadeSureOfButOnlyOnceTheyTalk() {
    shows(aliceId, true);
    tick(alice).expect(204);
    shows(brunoId, false);
    assertThat(seesAll(bruno)).isFalse();

    shows(brunoId, true);
    assertThat(seesAll(bruno)).isTrue();

    ends(aliceId, 0);
    assertThat(seesAll(alice)).isFalse();
    assertThat(seesAll(bruno)).isTrue();
    ends(brunoId, 0);
    assertThat(seesAll(bruno)).isFalse();
  }

  @Test
  void whoIsMadeSureOfIsChosenToo() {
    shows(aliceId, true);
    web.events.clear();

    tick(alice).expect(204);

    assertThat(web.events)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        Event.CustomerChosen.class,
                        chosen -> assertThat(chosen.customer()).isEqualTo(jeanne)));
    ends(aliceId, 0);
  }

  @Test
  void somebodyNobodyKnowsOrACallOfOthersIsRefused() {
    shows(aliceId, true);
    alice
        .post(
            "/api/calls/" + call.value() + "/identified",
            new JsonObject().put("customerId", 999_999))
        .refuses(400, "customerId");
    tick(bruno).refuses(404, null);
    assertThat(seesAll(alice)).isFalse();
    ends(aliceId, 0);
  }

  @Test
  void workThatIsToBeDoneForThemIsAReason() {
    String owner = "update cases set owner_id = %d where id = %d";
    tables.sql(owner.formatted(alice.id(), box));
    assertThat(seesAll(alice)).isTrue();
    tables.sql(owner.formatted(admin.id(), box));

    tables.sql(
        "insert into promises (case_id, what, by_id, due_at, made_at, made_by) values (%d, 'call', %d, now(), now(), 1)"
            .formatted(box, alice.id()));
    assertThat(seesAll(alice)).isTrue();
    tables.sql("delete from promises");

    tables.sql("update agents set deputy_id = %d where id = %d".formatted(alice.id(), admin.id()));
    assertThat(seesAll(alice)).isTrue();
    tables.sql("update agents set deputy_id = null");

    assertThat(seesAll(alice)).isFalse();
    assertThat(log())
        .contains(
            "alice opened-customer owner",
            "alice opened-case owner",
            "alice opened-customer promise",
            "alice opened-customer deputy",
            "alice opened-customer minimum");
  }

  @Test
  void whoOwesThemACallBackOpensTheirFile() {
    JsonObject team =
        admin.post("/api/teams", new JsonObject().put("name", "T" + jeanne)).expect(201);
    admin
        .post(
            "/api/front-doors",
            new JsonObject()
                .put("number", "+3319911" + NUMBERS.incrementAndGet())
                .put("name", "D")
                .put("teamId", team.getLong("id")))
        .expect(201);
    tables.sql(
        """
        insert into debts (number, front_door_id, owner_id, began_at, missed_at, due_at)
        select n.number, (select min(id) from front_doors), %d, now(), now(), now() from customer_numbers n where customer_id = %d
        """
            .formatted(bruno.id(), jeanne));
    assertThat(seesAll(bruno)).isTrue();

    tables.sql("update debts set settled_at = now()");
    assertThat(seesAll(bruno)).isFalse();
    assertThat(log()).contains("bruno opened-customer debt");
  }

  @Test
  void anybodyElseSaysWhyAndItIsWrittenDown() {
    String path = "/api/customers/" + jeanne + "/open";
    bruno.post(path, new JsonObject()).refuses(400, "reason");
    bruno.post(path, new JsonObject().put("reason", "   ")).refuses(400, "reason");
    bruno.post(path, new JsonObject().put("reason", "x".repeat(301))).refuses(400, "reason");
    assertThat(seesAll(bruno)).isFalse();

    assertThat(
            bruno
                .post(path, new JsonObject().put("reason", "their letter"))
                .expect(200)
                .getString("note"))
        .isEqualTo("hard of hearing");

    assertThat(seesAll(bruno)).isTrue();
    assertThat(seesAll(alice)).isFalse();
    assertThat(log()).contains("bruno opened-customer own-words their letter");
    bruno
        .post("/api/customers/999999/open", new JsonObject().put("reason", "why"))
        .refuses(404, null);
  }

  @Test
  void whatOneCannotSeeOneCannotOverwriteButOneCanAlwaysAddANote() {
    JsonObject blind = new JsonObject().put("version", 1).put("name", "Jeanne");
    alice.put("/api/customers/" + jeanne, blind).refuses(403, null);
    alice
        .post("/api/customers/" + jeanne + "/numbers", new JsonObject().put("number", "0199001234"))
        .refuses(403, null);
    alice
        .put("/api/cases/" + box, new JsonObject().put("version", 1).put("title", "Box"))
        .refuses(403, null);
    assertThat(admin.get("/api/customers/" + jeanne).expect(200).getString("note"))
        .isEqualTo("hard of hearing");

    alice
        .post("/api/cases/" + box + "/notes", new JsonObject().put("text", "typed during the call"))
        .expect(201);
  }

  @Test
  void ofACallOfOthersOneSeesHowItWentAndNothingOfTheCaller() {
    tables.sql(
        """
        insert into calls (id, number_kind, number, arrived_at, answered_at, answered_by, ended_at, ending, weighed_at)
          values ('told-1', 'number', '+33639980177', now(), now(), %1$d, now(), 'talked', now());
        insert into call_steps (call_id, seq, at, kind, agent_id, reason, detail) values
          ('told-1', 1, now(), 'offered', %1$d, 'Admin hands over: she is deaf', '{"rule":"handed-over","by":"Admin","summary":"she is deaf"}'),
          ('told-1', 2, now(), 'outside', null, null, '{"what":"rings","number":"+33639980178"}');
        """
            .formatted(alice.id()));
    List<String> all = List.of("/api/calls", "/api/calls/told-1", "/api/calls/told-1/why");
    String hers = "";
    String others = "";
    for (String path : all) {
      hers += alice.get(path).expect(200).encode();
      others += bruno.get(path).expect(200).encode();
    }
    others += bruno.get("/api/calls/told-1/why/export").text();

    assertThat(hers).contains("+33639980177", "she is deaf", "+33639980178");
    assertThat(others)
        .contains("…77", "Admin hands over: …", "…78")
        .doesNotContain("+33639980177", "06 39 98 01 77", "she is deaf", "+33639980178");
    tables.sql("delete from calls where id = 'told-1'");
  }

  @Test
  void whoEntersSomebodyMayGoOnWriting() {
    long anew =
        alice
            .post("/api/customers", new JsonObject().put("name", "New One"))
            .expect(201)
            .getLong("id");

    alice
        .put(
            "/api/customers/" + anew,
            new JsonObject()
                .put("version", 1)
                .put("name", "New One")
                .put("notes", new JsonArray().add("loud")))
        .expect(200);
  }

  @Test
  void aSearchShowsNamesAndIsWrittenDown() {
    JsonObject found = alice.get("/api/search?q=jeanne").expect(200);

    assertThat(found.getJsonArray("customers").encode())
        .contains("Jeanne Martin")
        .doesNotContain("hard of hearing", "+3319900");
    assertThat(log()).containsExactly("alice searched search");
    assertThat(tables.sql("select %d = any(customer_ids) from access_log".formatted(jeanne)))
        .containsExactly("t");
  }

  @Test
  void aCardIsALookAndSoIsTheTick() {
    shows(aliceId, false);
    shows(aliceId, true);
    tick(alice).expect(204);

    assertThat(log())
        .containsExactly(
            "alice recognised call " + call.value(), "alice identified call " + call.value());
    ends(aliceId, 0);
  }

  @Test
  void theLogIsReadByPagesAndByWhomAndReadingItIsALineOfIt() {
    assertThat(seesAll(alice)).isFalse();
    assertThat(seesAll(bruno)).isFalse();
    assertThat(log()).hasSize(6);

    JsonArray all = admin.get("/api/access-log").expect(200).getJsonArray("items");
    assertThat(all).hasSize(6);
    JsonArray first =
        admin
            .get("/api/access-log?limit=2&agentId=" + bruno.id())
            .expect(200)
            .getJsonArray("items");
    assertThat(first).hasSize(2);
    assertThat(first.getJsonObject(0).getJsonObject("agent").getString("name"))
        .isEqualTo("Bruno Lac");
    JsonObject whose = first.getJsonObject(0).getJsonArray("customers").getJsonObject(0);
    assertThat(whose.getLong("id")).isEqualTo(jeanne);
    assertThat(whose.getString("name")).isEqualTo("Jeanne Martin");
    JsonArray next =
        admin
            .get(
                "/api/access-log?agentId="
                    + bruno.id()
                    + "&before="
                    + first.getJsonObject(1).getLong("id"))
            .expect(200)
            .getJsonArray("items");
    assertThat(next).hasSize(1);
    assertThat(admin.get("/api/access-log?customerId=999999").expect(200).getJsonArray("items"))
        .isEmpty();
    Browser.Answer csv = admin.get("/api/access-log/export?agentId=" + alice.id());
    assertThat(csv.type()).startsWith("text/csv");
    assertThat(csv.text().lines()).hasSize(4);
    assertThat(csv.text()).contains("Alice Roy;opened-customer;" + jeanne + ";");

    assertThat(log()).hasSize(11).endsWith("admin read-log administrator");
  }
}
