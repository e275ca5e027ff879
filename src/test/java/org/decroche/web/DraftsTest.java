package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.decroche.store.Database;
import org.decroche.store.Drafts;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftsTest {
  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser alice;
  private Browser karim;

  DraftsTest(Database database, TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    alice = web.agent("alice", "Alice Roy");
    karim = web.agent("karim", "Karim Benali");
  }

  @BeforeEach
  void nothingIsBeingWritten() {
    tables.sql("delete from drafts");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private static JsonObject text(Object text) {
    return new JsonObject().put("text", text);
  }

  private static List<String> kept(Browser who) {
    JsonArray items = who.get("/api/drafts").expect(200).getJsonArray("items");
    return items.stream()
        .map(JsonObject.class::cast)
        .map(draft -> draft.getString("key") + ": " + draft.getString("text"))
        .toList();
  }

  @Test
  void whatIsTypedIsKeptAsItWasTypedAndTheLastWordWins() {
    alice.put("/api/drafts/case-7", text("  They say")).expect(200);
    alice.put("/api/drafts/case-7", text("  They say\n«Rien ne marche» \uD83D\uDE31 ")).expect(200);
    alice.put("/api/drafts/new-case-3.title", text("Box")).expect(200);

    assertThat(kept(alice))
        .containsExactly(
            "new-case-3.title: Box", "case-7:   They say\n«Rien ne marche» \uD83D\uDE31 ");
  }

  @Test
  void aDraftIsItsAuthorsAloneAndNotEvenAnAdministratorReadsIt() {
    alice.put("/api/drafts/case-7", text("Alice's")).expect(200);
    karim.put("/api/drafts/case-7", text("Karim's")).expect(200);

    assertThat(kept(alice)).containsExactly("case-7: Alice's");
    assertThat(kept(karim)).containsExactly("case-7: Karim's");
    assertThat(kept(web.administrator())).isEmpty();
    karim.delete("/api/drafts/case-7").expect(204);
    assertThat(kept(alice)).containsExactly("case-7: Alice's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case-7.promise.dueAt",
        "case-7.broken-12.why",
        "customer-7.profile.notes",
        "debt-7.writeoff.reason",
        "call-1764.2:wrap-up.what"
      })
  void everyFieldOfAFormHasAKey(String key) {
    alice.put("/api/drafts/" + key, text(" ")).expect(200);
    assertThat(kept(alice)).containsExactly(key + ":  ");
    alice.delete("/api/drafts/" + key).expect(204);
  }

  @Test
  void whoseMatterItIsIsToldOfThoseOneHasLookedAtAndOfNobodyElse() {
    long jeanne =
        alice
            .post("/api/customers", new JsonObject().put("name", "Jeanne Martin"))
            .expect(201)
            .getLong("id");
    JsonObject wanted =
        new JsonObject().put("customerId", jeanne).put("title", "Box").put("ownerId", alice.id());
    long box = alice.post("/api/cases", wanted).expect(201).getLong("id");
    alice.get("/api/cases/" + box).expect(200);
    assertThat(web.accessLog.awaitWritten(Duration.ofSeconds(20))).isTrue();
    String promise = "case-" + box + ".promise.what";
    for (Browser who : List.of(alice, karim)) {
      who.put("/api/drafts/" + promise, text("A new one")).expect(200);
      who.put("/api/drafts/customer-" + jeanne + ".profile.name", text("J. Martin")).expect(200);
    }
    alice.put("/api/drafts/case-99999999", text("No such case")).expect(200);

    JsonObject person = new JsonObject().put("id", jeanne).put("name", "Jeanne Martin");
    assertThat(about(alice, promise))
        .isEqualTo(
            new JsonObject()
                .put("customer", person)
                .put("case", new JsonObject().put("id", box).put("title", "Box")));
    assertThat(about(alice, "customer-" + jeanne + ".profile.name"))
        .isEqualTo(new JsonObject().put("customer", person).putNull("case"));
    JsonObject nothing = new JsonObject().putNull("customer").putNull("case");
    assertThat(about(alice, "case-99999999")).isEqualTo(nothing);
    assertThat(about(karim, promise)).isEqualTo(nothing);
  }

  @Test
  void whatIsHalfWrittenOfSomebodyWhoTurnedOutToBeAnotherIsTheOthers() {
    long kept = customer("Jeanne Martin");
    long gone = customer("J. Martin");
    alice.put("/api/drafts/new-case-" + gone + ".title", text("Box")).expect(200);
    alice.put("/api/drafts/customer-" + gone + ".profile.name", text("J.")).expect(200);
    alice.put("/api/drafts/customer-" + kept + ".profile.name", text("Jeanne")).expect(200);
    web.administrator()
        .post("/api/customers/" + kept + "/merges", new JsonObject().put("otherId", gone))
        .expect(201);

    assertThat(kept(alice))
        .containsExactlyInAnyOrder(
            "new-case-" + kept + ".title: Box",
            "customer-" + gone + ".profile.name: J.",
            "customer-" + kept + ".profile.name: Jeanne");
  }

  private long customer(String name) {
    return web.administrator()
        .post("/api/customers", new JsonObject().put("name", name))
        .expect(201)
        .getLong("id");
  }

  private static JsonObject about(Browser who, String key) {
    return who.get("/api/drafts").expect(200).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(draft -> draft.getString("key").equals(key))
        .findFirst()
        .orElseThrow()
        .getJsonObject("about");
  }

  @Test
  void aDraftOutlivesTheSessionItWasTypedIn() {
    Browser once = web.agent("nadia", "Nadia Petit");
    once.put("/api/drafts/case-7", text("Half a no")).expect(200);
    String password =
        web.administrator()
            .post("/api/agents/" + once.id() + "/password", new JsonObject())
            .expect(201)
            .getString("password");

    once.get("/api/drafts").expect(401);
    assertThat(kept(web.stranger().signIn("nadia", password))).containsExactly("case-7: Half a no");
  }

  @Test
  void forgettingTwiceIsNoFault() {
    alice.put("/api/drafts/case-7", text("x")).expect(200);

    alice.delete("/api/drafts/case-7").expect(204);
    alice.delete("/api/drafts/case-7").expect(204);
    assertThat(kept(alice)).isEmpty();
  }

  @Test
  void savingANoteForgetsItsDraftAndNoOther() {
    JsonObject customer =
        alice.post("/api/customers", new JsonObject().put("name", "Jeanne Martin")).expect(201);
    JsonObject wanted =
        new JsonObject()
            .put("customerId", customer.getLong("id"))
            .put("title", "Box")
            .put("ownerId", alice.id());
    long box = alice.post("/api/cases", wanted).expect(201).getLong("id");
    alice.put("/api/drafts/case-" + box, text("Left on Mon")).expect(200);
    karim.put("/api/drafts/call-asterisk-17641.2", text("who?")).expect(200);
    karim.delete("/api/drafts/call-asterisk-17641.2").expect(204);
    alice.put("/api/drafts/case-999", text("Another")).expect(200);
    karim.put("/api/drafts/case-" + box, text("Karim's")).expect(200);

    alice.post("/api/cases/" + box + "/notes", text(" ")).refuses(400, "text");
    assertThat(kept(alice)).hasSize(2);
    alice.post("/api/cases/" + box + "/notes", text("Left on Monday.")).expect(201);

    assertThat(kept(alice)).containsExactly("case-999: Another");
    assertThat(kept(karim)).containsExactly("case-" + box + ": Karim's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case-",
        "case-x",
        "case-12345678901234567",
        "CASE-1",
        "case-1.title",
        "case-1.promise.",
        "case-1.promise.what.more",
        "case-1.promise-x.what",
        "customer-1",
        "customer-1.profile",
        "call-1:wrap-up",
        "call-1:wrap-up.what.more",
        "call-",
        "call-a%20b",
        "new-case-1",
        "case-1%0A",
        "case-1%27;drop",
        "..%2Fcase-1",
        "%00"
      })
  void whatIsNotAKeyOfOursIsRefused(String key) {
    alice.put("/api/drafts/" + key, text("x")).refuses(400, "key");
    assertThat(kept(alice)).isEmpty();
  }

  @Test
  void theTextIsBounded() {
    alice.put("/api/drafts/case-7", text("x".repeat(8000))).expect(200);

    alice.put("/api/drafts/case-7", text("x".repeat(8001))).refuses(400, "text");
    alice.put("/api/drafts/case-7", text("")).refuses(400, "text");
    alice.put("/api/drafts/case-7", text(7)).refuses(400, "text");
    alice.put("/api/drafts/case-7", text("a\u0000b")).refuses(400, "text");
    alice.put("/api/drafts/case-7", text("x").put("agentId", 1)).refuses(400, "agentId");
    assertThat(kept(alice)).containsExactly("case-7: " + "x".repeat(8000));
  }

  @Test
  void aFullDeskIsToldSoAndLosesNothing() {
    tables.sql(
        """
        insert into drafts (agent_id, key, text, kept_at)
        select (select id from agents where login = 'alice'), 'case-' || n, 'x', now()
        from generate_series(1, %d) n
        """
            .formatted(Drafts.MOST));

    alice.put("/api/drafts/case-99999", text("one more")).refuses(409, "key");
    alice.put("/api/drafts/case-1", text("longer")).expect(200);
    karim.put("/api/drafts/case-99999", text("one")).expect(200);
    assertThat(kept(alice)).hasSize(Drafts.MOST).contains("case-1: longer");
  }
}
