package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.decroche.routing.call.CallId;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A matter's life, over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseApiTest {
  private final TestDatabase postgres;
  private final RunningWeb web;
  private Browser admin;
  private Browser alice;
  private Browser karim;
  private long jeanne;
  private String box = "";

  CaseApiTest(TestDatabase postgres) {
    this.postgres = postgres;
    this.web = new RunningWeb(postgres.database());
  }

  @BeforeAll
  void people() {
    admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    karim = web.agent("karim", "Karim Amari");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @BeforeEach
  void aCase() {
    postgres.sql("truncate customers, calls cascade");
    jeanne = admin.post("/api/customers", body("name", "Jeanne Martin")).expect(201).getLong("id");
    open(karim);
    open(alice);
    box =
        "/api/cases/"
            + alice
                .post(
                    "/api/cases",
                    body("customerId", jeanne)
                        .put("title", "No Internet since Tuesday")
                        .put("customerWords", "The box came without its power supply.")
                        .put("effect", "She cannot work from home.")
                        .put("technical", "Power supply 12 V missing")
                        .put("ownerId", alice.id())
                        .put("callId", "1763.1"))
                .expect(201)
                .getLong("id");
  }

  /** Nothing ties them to her: they say why they look. */
  private void open(Browser who) {
    who.post("/api/customers/" + jeanne + "/open", body("reason", "Stands in.")).expect(200);
  }

  private static JsonObject body(String field, Object value) {
    return new JsonObject().put(field, value);
  }

  private static JsonArray items(Browser who, String path) {
    return who.get(path).expect(200).getJsonArray("items");
  }

  private static String in(Duration time) {
    return Instant.now().plus(time).toString();
  }

  private JsonArray kinds() {
    JsonArray kinds = new JsonArray();
    items(alice, box + "/timeline")
        .forEach(line -> kinds.add(((JsonObject) line).getString("kind")));
    return kinds;
  }

  @Test
  void aCaseSaysWhatItDoesToThemAndWhoHasTheNextMove() {
    JsonObject stands = karim.get(box).expect(200);

    assertThat(stands.getString("effect")).isEqualTo("She cannot work from home.");
    assertThat(stands.getString("technical")).isEqualTo("Power supply 12 V missing");
    assertThat(stands.getString("status")).isEqualTo("waiting-for-us");
    assertThat(stands.getInteger("version")).isEqualTo(1);
    assertThat(stands.getJsonObject("nextMove").getString("whose")).isEqualTo("us");
    assertThat(stands.getJsonObject("nextMove").getJsonObject("agent").getString("name"))
        .isEqualTo("Alice Roy");
    JsonObject opened = items(karim, box + "/timeline").getJsonObject(0);
    assertThat(opened.getString("kind")).isEqualTo("opened");
    assertThat(opened.getString("callId")).isEqualTo("1763.1");
    assertThat(items(alice, "/api/agents/" + alice.id() + "/cases")).containsExactly(stands);
  }

  @Test
  void twoPeopleOnOneCaseOverwriteNothing() {
    JsonObject karims = body("version", 1).put("title", "Box without power supply");
    assertThat(karim.put(box, karims).expect(200).getInteger("version")).isEqualTo(2);

    Browser.Answer late = alice.put(box, body("version", 1).put("title", "No Internet"));

    late.refuses(409, "version");
    assertThat(late.json().getString("reason")).isEqualTo("changed");
    assertThat(late.json().getString("who")).isEqualTo("Karim Amari");
    assertThat(late.json().getJsonArray("changed"))
        .containsExactlyInAnyOrder("title", "customerWords", "effect", "technical");
    assertThat(late.json().getString("detail")).startsWith("Karim Amari has changed it meanwhile");
    assertThat(alice.get(box).expect(200).getString("title")).isEqualTo("Box without power supply");
    alice.put(box, body("title", "x")).refuses(400, "version");
    alice.put(box, body("version", 0).put("title", "x")).refuses(400, "version");
  }

  @Test
  void whatMayBeLeftOutMayBeNullToo() {
    JsonObject bare =
        body("version", 1)
            .put("title", "Box")
            .putNull("customerWords")
            .putNull("effect")
            .putNull("technical");

    JsonObject stands = alice.put(box, bare).expect(200);

    assertThat(stands.getString("effect")).isNull();
    assertThat(stands.getString("technical")).isNull();
    alice
        .post(
            box + "/errands",
            body("party", "The depot")
                .putNull("contact")
                .putNull("callId")
                .put("what", "A box")
                .put("dueAt", in(Duration.ofDays(1))))
        .expect(201);
    alice.put(box, bare.copy().put("version", 2).put("effect", "a\u0000b")).refuses(400, "effect");
  }

  @Test
  void theCustomerIsWaitedForUntilADate() {
    String status = box + "/status";
    JsonObject waits = body("version", 1).put("status", "waiting-for-customer");

    alice.put(status, waits).refuses(400, "until");
    alice.put(status, waits.copy().put("until", in(Duration.ofDays(-1)))).refuses(400, "until");
    alice.put(status, waits.copy().put("until", in(Duration.ofDays(400)))).refuses(400, "until");
    alice.put(status, waits.copy().put("until", "Friday")).refuses(400, "until");
    alice.put(status, body("version", 1).put("status", "closed")).refuses(400, "status");
    alice
        .put(
            status,
            body("version", 1).put("status", "waiting-for-us").put("until", in(Duration.ofDays(1))))
        .refuses(400, "until");
    alice
        .put(status, body("version", 1).put("status", "waiting-for-third-party"))
        .refuses(409, "status");
    JsonObject stands = alice.put(status, waits.put("until", in(Duration.ofDays(3)))).expect(200);

    assertThat(stands.getString("waitingUntil")).isNotNull();
    assertThat(stands.getJsonObject("nextMove").getString("whose")).isEqualTo("customer");
    assertThat(kinds()).containsExactly("status", "opened");
  }

  @Test
  void aCaseIsClosedOnTheCustomersWordAndOnNothingElse() {
    postgres.sql(
        """
        insert into calls (id, number_kind, customer_id, arrived_at, answered_at)
        values ('1763.7', 'withheld', %d, now() - interval '2 minutes', now() - interval '1 minute')
        """
            .formatted(jeanne));
    String closing = box + "/closing";
    JsonObject word = body("version", 1).put("words", "It works again, thank you.");

    alice.put(closing, word).refuses(400, "callId");
    alice.put(closing, word.copy().put("callId", "none")).refuses(400, "callId");
    alice
        .put(closing, word.copy().put("callId", "1763.7").put("written", "letter"))
        .refuses(400, "callId");
    alice.put(closing, body("version", 1).put("callId", "1763.7")).refuses(400, "words");
    alice.put(closing, word.copy().put("callId", "1763.7").put("words", " ")).refuses(400, "words");
    alice
        .put(closing, word.copy().put("callId", "1763.7").put("heardBy", 999999))
        .refuses(400, "heardBy");
    alice
        .put(closing, word.copy().put("callId", "1763.7").put("heardAt", in(Duration.ofHours(1))))
        .refuses(400, "heardAt");
    assertThat(kinds()).as("nothing was changed").containsExactly("opened");

    JsonObject closed =
        alice
            .put(closing, word.copy().put("callId", "1763.7").put("heardBy", karim.id()))
            .expect(200);

    assertThat(closed.getString("status")).isEqualTo("closed");
    assertThat(closed.getJsonObject("closing").getString("words"))
        .isEqualTo("It works again, thank you.");
    assertThat(closed.getJsonObject("closing").getJsonObject("heardBy").getString("name"))
        .isEqualTo("Karim Amari");
    assertThat(closed.getJsonObject("closing").getString("callId")).isEqualTo("1763.7");
    assertThat(closed.getJsonObject("nextMove").getString("whose")).isEqualTo("nobody");
    alice
        .put(closing, word.copy().put("version", 2).put("written", "letter"))
        .refuses(409, "status");

    alice.post(box + "/reopen", body("version", 2)).refuses(400, "reason");
    JsonObject open =
        alice
            .post(box + "/reopen", body("version", 2).put("reason", "It broke again."))
            .expect(200);
    assertThat(open.getString("status")).isEqualTo("waiting-for-us");
    assertThat(open.getValue("closing")).isNull();
    alice
        .post(box + "/reopen", body("version", 3).put("reason", "Once more"))
        .refuses(409, "status");
    assertThat(kinds()).containsExactly("reopened", "closed", "opened");
  }

  @Test
  void aNoteIsCorrectedByAnotherLine() {
    JsonObject wrong =
        alice
            .post(box + "/notes", body("text", "Sent on Monday").put("callId", "1763.1"))
            .expect(201);
    JsonObject right =
        alice
            .post(
                box + "/notes",
                body("text", "Sent on Tuesday").put("corrects", wrong.getLong("id")))
            .expect(201);

    alice.post(box + "/notes", body("text", "x").put("corrects", 999999)).refuses(400, "corrects");
    JsonArray lines = items(karim, box + "/timeline?limit=2");
    assertThat(lines).hasSize(2);
    assertThat(lines.getJsonObject(0).getLong("corrects")).isEqualTo(wrong.getLong("id"));
    assertThat(lines.getJsonObject(0).getJsonObject("author").getString("name"))
        .isEqualTo("Alice Roy");
    assertThat(lines.getJsonObject(1).getString("callId")).isEqualTo("1763.1");
    assertThat(items(karim, box + "/timeline?before=" + right.getLong("id"))).hasSize(2);
    karim.get("/api/cases/999999/timeline").refuses(404, null);
    karim.get(box + "/timeline?limit=501").refuses(400, "limit");
  }

  @Test
  void whoeverElseIsWritingIsNamed() {
    karim
        .put("/api/drafts/" + box.replace("/api/cases/", "case-"), body("text", "She"))
        .expect(200);

    assertThat(items(alice, box + "/writing").getJsonObject(0).getJsonObject("agent"))
        .isEqualTo(new JsonObject().put("id", karim.id()).put("name", "Karim Amari"));
    assertThat(items(karim, box + "/writing")).isEmpty();
    assertThat(alice.get(box + "/writing").text()).doesNotContain("She");
  }

  @Test
  void anExceptionTakesASentenceAndNobodysLeave() {
    JsonObject made =
        karim
            .post(
                box + "/exceptions",
                body("rule", "Two visits a month").put("sentence", "She works from there."))
            .expect(201);

    karim.post(box + "/exceptions", body("rule", "Two visits")).refuses(400, "sentence");
    karim.post(box + "/exceptions", body("rule", " ").put("sentence", "x")).refuses(400, "rule");
    assertThat(alice.get(box).expect(200).getJsonArray("exceptions")).containsExactly(made);
  }

  @Test
  void anErrandIsAddedChasedAndEnded() {
    JsonObject wanted =
        body("party", "Depot").put("contact", "01 99 00 00 01").put("what", "A power supply");
    alice
        .post(box + "/errands", wanted.copy().put("dueAt", in(Duration.ofDays(-1))))
        .refuses(400, "dueAt");
    alice
        .post(box + "/errands", wanted.copy().put("party", "").put("dueAt", in(Duration.ofDays(1))))
        .refuses(400, "party");

    JsonObject errand =
        alice.post(box + "/errands", wanted.put("dueAt", in(Duration.ofDays(1)))).expect(201);

    JsonObject next = karim.get(box).expect(200).getJsonObject("nextMove");
    assertThat(next.getString("whose")).isEqualTo("third-party");
    assertThat(next.getString("party")).isEqualTo("Depot");
    assertThat(items(alice, "/api/errands")).containsExactly(errand);
    assertThat(items(karim, "/api/errands")).isEmpty();
    assertThat(items(alice, "/api/errands?before=" + in(Duration.ofHours(1)))).isEmpty();
    alice.get("/api/errands?before=soon").refuses(400, "before");
    String path = "/api/errands/" + errand.getLong("id");
    JsonObject chased =
        karim.post(path + "/chases", body("text", "Left on Monday, they say")).expect(201);
    assertThat(chased.getInteger("chased")).isEqualTo(1);
    postgres.sql("update errands set due_at = now() - interval '1 minute'");
    assertThat(items(admin, "/api/errands?which=late")).hasSize(1);
    assertThat(admin.get(box).expect(200).getJsonObject("nextMove").getString("whose"))
        .isEqualTo("us");
    karim.put(path, body("state", "done")).refuses(400, "words");
    karim.put(path, body("state", "done").put("words", "It came")).expect(200);
    karim.put(path, body("state", "dropped").put("words", "x")).refuses(409, "state");
    karim.post(path + "/chases", body("text", "x")).refuses(409, "state");
    assertThat(kinds())
        .containsExactly(
            "status", "errand-done", "errand-chased", "status", "errand-added", "opened");
  }

  @Test
  void aBrokenPromiseTakesAWordWhyAndStays() {
    JsonObject made =
        alice
            .post(
                box + "/promises",
                body("what", "A call before noon")
                    .put("byId", karim.id())
                    .put("dueAt", in(Duration.ofHours(1)))
                    .put("callId", "1763.1"))
            .expect(201);
    assertThat(made.getString("callId")).isEqualTo("1763.1");
    assertThat(items(karim, "/api/promises?before=" + in(Duration.ofDays(1)))).hasSize(1);
    assertThat(items(karim, "/api/promises?before=" + in(Duration.ofMinutes(1)))).isEmpty();
    String path = "/api/promises/" + made.getLong("id");

    karim.put(path, body("state", "kept").put("why", "x")).refuses(400, "why");
    JsonObject broken =
        karim.put(path, body("state", "broken").put("why", "Out of stock")).expect(200);

    assertThat(broken.getString("why")).isEqualTo("Out of stock");
    assertThat(items(alice, box + "/promises")).containsExactly(broken);
    assertThat(kinds()).containsExactly("promise-broken", "promise-made", "opened");
  }

  @Test
  void aCaseIsHandedOverWithASummary() {
    JsonObject to = body("version", 1).put("toId", karim.id());
    alice.put(box + "/owner", to).refuses(400, "summary");
    JsonObject theirs =
        alice.put(box + "/owner", to.put("summary", "Waits for the depot.")).expect(200);

    assertThat(theirs.getJsonObject("owner").getLong("id")).isEqualTo(karim.id());
    assertThat(theirs.getJsonArray("notes").getJsonObject(0).getString("text"))
        .isEqualTo("Waits for the depot.");
    alice.put(box + "/owner", to.put("version", 2)).refuses(409, "toId");
    alice.put(box + "/owner", to.put("toId", 999999)).refuses(400, "toId");
  }

  @Test
  void everythingIsHandedOverByThemselvesOrAnAdministrator() {
    String hers = "/api/agents/" + alice.id() + "/hand-over";
    JsonObject to = body("toId", karim.id()).put("summary", "On leave until March.");

    karim.post(hers, to).refuses(403, null);
    alice.post(hers, to.copy().put("toId", alice.id())).refuses(400, "toId");
    assertThat(alice.post(hers, to).expect(200))
        .isEqualTo(new JsonObject().put("cases", 1).put("promises", 0));
    assertThat(
            admin
                .post(
                    "/api/agents/" + karim.id() + "/hand-over",
                    body("toId", alice.id()).put("summary", "Back."))
                .expect(200)
                .getInteger("cases"))
        .isEqualTo(1);
    admin.post("/api/agents/999999/hand-over", to).refuses(404, null);
  }

  @Test
  void nobodyWhoOwnsSomethingIsDisabledUnlessSomebodyTakesItOver() {
    Browser zoe = web.agent("zoe", "Zoé Petit");
    alice
        .put(
            box + "/owner", body("version", 1).put("toId", zoe.id()).put("summary", "Over to you."))
        .expect(200);
    String path = "/api/agents/" + zoe.id();
    JsonObject gone =
        body("name", "Zoé Petit")
            .put("role", "agent")
            .put("teamIds", new JsonArray())
            .put("disabled", true);

    admin.put(path, gone).refuses(409, "disabled");
    admin
        .put(path, gone.copy().put("handOver", body("toId", 999999).put("summary", "x")))
        .refuses(400, "handOver.toId");
    admin
        .put(path, gone.copy().put("handOver", body("toId", karim.id())))
        .refuses(400, "handOver.summary");
    admin
        .put(path, gone.put("handOver", body("toId", karim.id()).put("summary", "She has left.")))
        .expect(200);

    assertThat(alice.get(box).expect(200).getJsonObject("owner").getLong("id"))
        .isEqualTo(karim.id());
  }

  @Test
  void aCallMadeForACaseIsOnItsTimeline() {
    web.callOutVerdict = new CallOutVerdict.Begun(new CallId("leg-9"));
    long id = Long.parseLong(box.replace("/api/cases/", ""));
    JsonObject call = body("number", "0639980112").put("caseId", id);

    alice.post("/api/calls-out", call.copy().put("caseId", 999999)).refuses(400, "caseId");
    long other = admin.post("/api/customers", body("name", "Paul")).expect(201).getLong("id");
    alice.post("/api/calls-out", call.copy().put("customerId", other)).refuses(400, "caseId");
    assertThat(kinds()).containsExactly("opened");
    alice.post("/api/calls-out", call.put("customerId", jeanne)).expect(201);

    JsonObject line = items(karim, box + "/timeline").getJsonObject(0);
    assertThat(line.getString("kind")).isEqualTo("call");
    assertThat(line.getString("callId")).isEqualTo("leg-9");
    assertThat(line.getJsonObject("author").getLong("id")).isEqualTo(alice.id());
  }

  @Test
  void whoShouldHearFromUsIsOneListWithWhereToCallThem() {
    admin.post("/api/customers/" + jeanne + "/numbers", body("number", "0639980112")).expect(201);
    alice
        .post(
            box + "/promises",
            body("what", "A call").put("byId", karim.id()).put("dueAt", in(Duration.ofHours(1))))
        .expect(201);
    assertThat(items(karim, "/api/call-first")).isEmpty();
    postgres.sql("update promises set due_at = now() - interval '1 minute'");

    JsonObject line = items(karim, "/api/call-first").getJsonObject(0);

    assertThat(line.getString("why")).isEqualTo("promise-late");
    assertThat(line.getJsonArray("numbers").getJsonObject(0).getString("display"))
        .isEqualTo("06 39 98 01 12");
    assertThat(items(alice, "/api/call-first?of=me")).isEmpty();
    assertThat(items(admin, "/api/call-first?of=all")).containsExactly(line);
    JsonObject karims = items(alice, "/api/call-first?of=all").getJsonObject(0);
    assertThat(karims.getJsonArray("numbers")).as("not hers to call").isEmpty();
    assertThat(karims.getString("case")).isEqualTo("No Internet since Tuesday");
    alice.get("/api/call-first?of=you").refuses(400, "of");
  }

  @Test
  void howLongACaseMayLieUntouchedIsTheHousesToSay() {
    JsonObject settings = new JsonObject().put("missedOffers", 3);
    assertThat(alice.get("/api/settings").expect(200).getInteger("quietDays")).isEqualTo(14);
    admin.put("/api/settings", settings.copy().put("quietDays", 0)).refuses(400, "quietDays");
    admin.put("/api/settings", settings.copy().put("quietDays", 366)).refuses(400, "quietDays");
    admin.put("/api/settings", settings.copy().put("quietDays", 2)).expect(200);
    assertThat(admin.put("/api/settings", settings).expect(200).getInteger("quietDays"))
        .isEqualTo(2);
    postgres.sql(
        "update cases set opened_at = now() - interval '9 days', touched_at = now() - interval '3 days'");

    assertThat(items(alice, "/api/call-first").getJsonObject(0).getString("why"))
        .isEqualTo("case-quiet");
    assertThat(admin.get("/api/board").expect(200).getJsonArray("quiet")).isEmpty();
    postgres.sql("update cases set touched_at = now() - interval '5 days'");
    assertThat(admin.get("/api/board").expect(200).getJsonArray("quiet")).hasSize(1);
    admin.put("/api/settings", settings.put("quietDays", 14)).expect(200);
  }

  @Test
  void whomNothingTiesToTheCustomerSeesTheMinimumAndChangesNothing() {
    Browser lea = web.agent("lea", "Léa Roy");

    JsonObject minimum = lea.get(box).expect(200);

    assertThat(minimum.getBoolean("protected")).isTrue();
    assertThat(minimum.encode()).doesNotContain("power supply", "cannot work");
    assertThat(items(lea, "/api/agents/" + alice.id() + "/cases").encode())
        .contains("No Internet since Tuesday")
        .doesNotContain("power supply", "cannot work");
    lea.get(box + "/timeline").refuses(403, null);
    lea.get(box + "/errands").refuses(403, null);
    lea.get(box + "/promises").refuses(403, null);
    lea.put(box, body("version", 1).put("title", "x")).refuses(403, null);
    lea.put(box + "/status", body("version", 1).put("status", "waiting-for-us")).refuses(403, null);
    lea.put(box + "/closing", body("version", 1).put("words", "x").put("written", "x"))
        .refuses(403, null);
    lea.put(box + "/owner", body("version", 1).put("toId", lea.id()).put("summary", "x"))
        .refuses(403, null);
    lea.post(box + "/reopen", body("version", 1).put("reason", "x")).refuses(403, null);
    open(lea);
    lea.get(box + "/timeline").expect(200);
  }
}
