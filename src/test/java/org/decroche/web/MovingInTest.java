package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovingInTest {
  private static final String PEOPLE =
      """
      Client;Nom;Téléphone;Remarque;Solde
      C-1;Zoé Lefèvre;06 39 98 01 12;"hard of hearing;
      speak slowly";12
      C-2;=SUM(A1);'+33199001012;;0
      """;

  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;

  MovingInTest(Database database, TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    admin = web.administrator();
    Browser unused = web.agent("alice", "Alice Roy");
  }

  @BeforeEach
  void nobody() {
    tables.sql("truncate customers, search_words, imports cascade");
    admin.delete("/api/import").expect(204);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void aFileIsLookedAtThenCheckedAndNothingIsChangedByThat() {
    JsonObject seen = send("customers", PEOPLE.replaceFirst("Client", "Key"));
    assertThat(seen.getString("phase")).isEqualTo("received");
    assertThat(seen.getJsonArray("columns"))
        .isEqualTo(columns("key", "name", "number", "note", null));

    JsonObject checked = run(seen.getJsonArray("columns"), false);

    assertThat(checked.getString("phase")).isEqualTo("checked");
    assertThat(checked.getJsonObject("judged").getInteger("created")).isEqualTo(2);
    assertThat(tables.sql("select count(*) from customers")).containsExactly("0");
    assertThat(admin.get("/api/import/report").text())
        .contains("2,created,,,")
        .contains("4,created");
  }

  @Test
  void aSecondRunChangesWhatChangedAndDoublesNothing() {
    JsonArray columns = columns("key", "name", "number", "note", null);
    send("customers", PEOPLE);
    assertThat(counts(run(columns, true))).containsExactly(2, 0, 0, 0);
    send("customers", PEOPLE.replace("Zoé", "Zoë"));
    assertThat(counts(run(columns, true))).containsExactly(0, 1, 1, 0);

    assertThat(
            tables.sql(
                "select c.key || ' ' || name || ' ' || number from customers c join customer_numbers n on n.customer_id = c.id order by 1"))
        .containsExactly("C-1 Zoë Lefèvre +33639980112", "C-2 =SUM(A1) +33199001012");
    assertThat(tables.sql("select note from customers where key = 'C-1'"))
        .containsExactly("hard of hearing;\nspeak slowly");
    assertThat(
            tables.sql("select kind || created || changed || unchanged from imports order by id"))
        .containsExactly("customers200", "customers011");
    assertThat(admin.get("/api/search?q=zoe").expect(200).getJsonArray("customers")).hasSize(1);
  }

  @Test
  void oneRefusedRowRefusesTheFileAndEachIsTold() {
    send(
        "customers",
        "key,name,number\nA,Anne,3.36E+10\nB,Bruno,\nB,Bruno again,\nC,,\nD,Diane,call me\n");

    JsonObject checked = run(columns("key", "name", "number"), true);

    assertThat(counts(checked)).containsExactly(1, 0, 0, 4);
    assertThat(checked.getString("phase")).isEqualTo("checked");
    assertThat(refused(checked))
        .containsExactly(
            "2 number scientific", "4 key twice", "5 name missing", "6 number unreadable");
    assertThat(tables.sql("select count(*) from customers")).containsExactly("0");
    assertThat(admin.get("/api/import/report").text())
        .contains("2,refused,number,scientific,3.36E+10")
        .contains("3,created,,,");
  }

  @Test
  void numbersAndCasesFindTheirCustomersByKey() {
    send("customers", "key;name\nC-1;Zoé Lefèvre\n");
    run(columns("key", "name"), true);
    send("numbers", "customer;number;label\nC-1;0639980112;mobile\nC-9;0639980113;\n");
    assertThat(refused(run(columns("customer", "number", "label"), true)))
        .containsExactly("3 customer unknown");
    send("numbers", "customer;number;label\nC-1;0639980112;mobile\n");
    assertThat(counts(run(columns("customer", "number", "label"), true)))
        .containsExactly(1, 0, 0, 0);

    String cases =
        """
        key;customer;title;words;owner;status;opened
        T-1;C-1;No dial tone;"It is dead, since Monday";alice;en cours;02/11/2026
        T-2;C-1;Invoice;;;open;
        T-3;C-9;Invoice;;alice;open;
        T-4;C-1;Invoice;;nobody;open;
        T-5;C-1;;;alice;open;
        """;
    send("cases", cases);
    JsonArray all = columns("key", "customer", "title", "words", "owner", "status", "opened");
    assertThat(refused(run(all, true)))
        .containsExactly(
            "3 owner missing", "4 customer unknown", "5 owner unknown", "6 title missing");
    assertThat(refused(run(all, "alice", true)))
        .containsExactly("4 customer unknown", "5 owner unknown", "6 title missing");
    send("cases", cases.lines().limit(3).toList().stream().reduce("", (a, b) -> a + b + "\n"));
    assertThat(counts(run(all, "alice", true))).containsExactly(2, 0, 0, 0);
    assertThat(
            tables.sql(
                "select k.key || ' ' || status || ' ' || login || ' ' || opened_at::date from cases k join agents a on a.id = owner_id where k.key = 'T-1'"))
        .containsExactly("T-1 waiting-for-us alice 2026-11-02");
  }

  @Test
  void noFileClosesACaseAndNoneMovesItToSomebodyElse() {
    send("customers", "key;name\nC-1;Zoé\nC-2;Anne\n");
    run(columns("key", "name"), true);
    JsonArray columns = columns("key", "customer", "title", "status", "closing");
    String head = "key;customer;title;status;closing\n";
    send("cases", head + "T-1;C-1;Panne;open;\nT-2;C-1;Old;closed;\n");
    assertThat(refused(run(columns, "alice", true))).containsExactly("3 closing missing");
    send("cases", head + "T-1;C-1;Panne;open;\nT-2;C-1;Old;closed;She says it works\n");
    assertThat(counts(run(columns, "alice", true))).containsExactly(2, 0, 0, 0);

    send("cases", head + "T-1;C-1;Panne;closed;Fine\nT-2;C-2;Old;closed;Fine\n");
    assertThat(refused(run(columns, "alice", true)))
        .containsExactly("2 status would-close", "3 customer elsewhere");
    assertThat(tables.sql("select status from cases where key = 'T-1'"))
        .containsExactly("waiting-for-us");
    assertThat(
            tables.sql(
                "select t.kind || ': ' || coalesce(t.text, '') from timeline t join cases k on k.id = case_id where k.key = 'T-2' order by t.id"))
        .containsExactly("opened: ", "closed: She says it works");
  }

  @Test
  void whatAFileChangesIsOnTheTimelineAndMakesANewVersion() {
    send("customers", "key;name\nC-1;Zoé\n");
    run(columns("key", "name"), true);
    JsonArray columns = columns("key", "customer", "title", "effect", "status", "until");
    String head = "key;customer;title;effect;status;until\n";
    send("cases", head + "T-1;C-1;Panne;;open;\nT-2;C-1;Old;;waiting;\n");
    assertThat(counts(run(columns, "alice", true))).containsExactly(2, 0, 0, 0);
    assertThat(
            tables.sql(
                "select round(extract(epoch from waiting_until - now()) / 86400) from cases where key = 'T-2'"))
        .containsExactly("14");

    send("cases", head + "T-1;C-1;Panne;No work;waiting;2099-03-01T10:00:00Z\nT-2;C-1;Old;;;\n");
    assertThat(counts(run(columns, "alice", true))).containsExactly(0, 1, 1, 0);

    assertThat(tables.sql("select version || ' ' || status from cases where key = 'T-1'"))
        .containsExactly("2 waiting-for-customer");
    assertThat(tables.sql("select detail::text from timeline where kind = 'imported'"))
        .containsExactly(
            "{\"effect\": {\"to\": \"No work\"}, \"status\": {\"to\": \"waiting-for-customer\", \"from\": \"waiting-for-us\"}}");
  }

  @Test
  void whatIsExportedIsReadAgainAsItWas() {
    send("customers", PEOPLE);
    run(columns("key", "name", "number", "note", null), true);
    send(
        "cases",
        """
        key;customer;title;words;status;closing
        T-1;C-1;'=cmd;"-2
        +3";;
        T-2;C-1;Old;;closed;Fine
        T-3;C-1;Silent;;waiting;
        """);
    run(columns("key", "customer", "title", "words", "status", "closing"), "alice", true);
    tables.sql("update customer_numbers set label = 'mobile'");
    List<String> before = everything();

    List<List<String>> files = exported();
    assertThat(files.getFirst().get(1))
        .startsWith("\uFEFFkey;name;note;language;number;kind;called;firm;since;same-as\r\n")
        .contains("C-2;'=SUM(A1);");
    List<JsonObject> pages =
        files.stream()
            .map(file -> admin.get("/api/exports/%s/page".formatted(file.getFirst())).expect(200))
            .toList();
    nobody();
    for (List<String> file : files) {
      JsonObject seen = send(file.get(0), file.get(1));
      JsonObject done = run(seen.getJsonArray("columns"), true);
      assertThat(done.getString("phase")).as(done.encodePrettily()).isEqualTo("imported");
    }
    assertThat(everything()).isEqualTo(before);
    assertThat(exported()).isEqualTo(files);

    nobody();
    for (int i = 0; i < files.size(); i++) {
      JsonArray items = pages.get(i).getJsonArray("items");
      if (!items.isEmpty()) {
        JsonObject page = new JsonObject().put("kind", files.get(i).getFirst()).put("items", items);
        assertThat(admin.post("/api/import/rows", page).expect(200).getInteger("created"))
            .as(page.encode())
            // Each customer comes with their numbers.
            .isEqualTo(files.get(i).getFirst().equals("numbers") ? 0 : items.size());
      }
    }
    assertThat(exported()).isEqualTo(files);
    assertThat(admin.get("/api/exports/timeline/page?limit=1").expect(200).getJsonArray("items"))
        .hasSize(1);
  }

  /** Each table's name and text, in the order in which they are read. */
  private List<List<String>> exported() {
    return java.util.stream.Stream.of(
            "customers",
            "numbers",
            "shared-numbers",
            "cases",
            "promises",
            "errands",
            "timeline",
            "alerts")
        .map(table -> List.of(table, admin.get("/api/exports/" + table).text()))
        .toList();
  }

  @Test
  void aProgramMovesPageByPageAndBack() {
    JsonObject page =
        new JsonObject()
            .put("kind", "customers")
            .put(
                "items",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("key", "C-1")
                            .put("name", "'=Zoé")
                            .put("number", "0639980112"))
                    .add(
                        new JsonObject()
                            .put("key", "C-2")
                            .put("name", "Anne")
                            .put("number", null)));
    assertThat(admin.post("/api/import/rows", page).expect(200).getInteger("created")).isEqualTo(2);
    assertThat(admin.post("/api/import/rows", page).expect(200).getInteger("unchanged"))
        .isEqualTo(2);

    JsonObject first = admin.get("/api/exports/customers/page?limit=1").expect(200);
    assertThat(first.getJsonArray("items").getJsonObject(0).getString("name")).isEqualTo("'=Zoé");
    JsonObject second =
        admin.get("/api/exports/customers/page?limit=1&after=" + first.getLong("next")).expect(200);
    assertThat(second.getJsonArray("items").getJsonObject(0).getString("key")).isEqualTo("C-2");

    page.getJsonArray("items").getJsonObject(1).put("number", "3,36E+10");
    admin
        .post("/api/import/rows", page)
        .refuses(400, "items[1].number", "items[1].number is scientific.");
    page.getJsonArray("items").getJsonObject(1).remove("number");
    admin.post("/api/import/rows", page).refuses(400, "items[1].number");
    page.getJsonArray("items").getJsonObject(0).put("colour", "red");
    admin.post("/api/import/rows", page).refuses(400, "items[0].colour");
    admin
        .post(
            "/api/import/rows",
            new JsonObject().put("kind", "customers").put("items", new JsonArray()))
        .refuses(400, "items");
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    admin.get("/api/import").refuses(404, null);
    admin
        .post("/api/import/run", new JsonObject().put("columns", columns("key")).put("apply", true))
        .refuses(404, null);
    sendRaw("customers", "", "text/csv").refuses(400, "file", "The file is empty.");
    sendRaw("customers", "{}", "application/json").refuses(415, null);
    sendRaw("people", "key\n", "text/csv").refuses(400, "kind");
    web.stranger()
        .withCookie(admin.cookie())
        .withOrigin("https://evil.example")
        .send("POST", "/api/import?kind=customers&name=a.csv", "key;name\n", "text/csv")
        .refuses(403, null);
    send("customers", "key;name\n1;Anne\n");
    JsonObject plan = new JsonObject().put("apply", true);
    admin
        .post("/api/import/run", plan.put("columns", columns(null, "name")))
        .refuses(400, "columns", "No column holds the key.");
    admin
        .post("/api/import/run", plan.put("columns", columns("key", "key")))
        .refuses(400, "columns", "Two columns hold the key.");
    admin
        .post("/api/import/run", plan.put("columns", columns("key", "title")))
        .refuses(400, "columns");
    admin
        .post("/api/import/run", plan.put("columns", columns("key", "name", "note")))
        .refuses(400, "columns");
  }

  @Test
  void whatIsStoppedLeavesNothingAlsoWhenAnotherFileComesAtOnce() {
    StringBuilder many = new StringBuilder("key;name\n");
    for (int i = 0; i < 60_000; i++) {
      many.append("S-").append(i).append(";Somebody\n");
    }
    send("customers", many.toString());
    JsonObject plan = new JsonObject().put("columns", columns("key", "name")).put("apply", true);
    admin.post("/api/import/run", plan).expect(202);
    sendRaw("customers", "key;name\n", "text/csv").refuses(409, "kind");

    admin.delete("/api/import").expect(204);
    admin.get("/api/import").refuses(404, null);
    send("customers", "key;name\nC-1;Zoé\n");
    assertThat(counts(run(columns("key", "name"), true))).containsExactly(1, 0, 0, 0);

    assertThat(tables.sql("select key from customers")).containsExactly("C-1");
  }

  @Test
  void anotherEncodingAndSeparatorCanBeChosen() {
    send("customers", "key;na,me\n1;An,ne\n");

    JsonObject seen =
        admin
            .put(
                "/api/import/preview",
                new JsonObject().put("encoding", "windows-1252").put("separator", "comma"))
            .expect(200);

    assertThat(seen.getJsonArray("headers")).isEqualTo(columns("key;na", "me"));
  }

  private JsonObject send(String kind, String text) {
    return sendRaw(kind, text, "text/csv").expect(201);
  }

  private Browser.Answer sendRaw(String kind, String text, String type) {
    return admin.send("POST", "/api/import?kind=" + kind + "&name=a.csv", text, type);
  }

  private JsonObject run(JsonArray columns, boolean apply) {
    return run(columns, null, apply);
  }

  private JsonObject run(JsonArray columns, String owner, boolean apply) {
    admin
        .post(
            "/api/import/run",
            new JsonObject().put("columns", columns).put("owner", owner).put("apply", apply))
        .expect(202);
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> admin.get("/api/import").expect(200),
            now -> !List.of("checking", "importing").contains(now.getString("phase")));
  }

  private static List<Integer> counts(JsonObject done) {
    JsonObject judged = done.getJsonObject("judged");
    assertThat(judged).as(done.encodePrettily()).isNotNull();
    return List.of(
        judged.getInteger("created"),
        judged.getInteger("changed"),
        judged.getInteger("unchanged"),
        judged.getInteger("refused"));
  }

  private static List<String> refused(JsonObject done) {
    return done.getJsonObject("judged").getJsonArray("first").stream()
        .map(JsonObject.class::cast)
        .map(
            row ->
                row.getInteger("line") + " " + row.getString("field") + " " + row.getString("what"))
        .toList();
  }

  private static JsonArray columns(String... fields) {
    JsonArray columns = new JsonArray();
    for (String field : fields) {
      columns.add(field);
    }
    return columns;
  }

  private List<String> everything() {
    List<String> all = new java.util.ArrayList<>();
    all.addAll(
        tables.sql(
            "select jsonb_build_array(key, name, note, language)::text from customers order by 1"));
    all.addAll(
        tables.sql(
            "select jsonb_build_array(c.key, number, label)::text from customer_numbers join customers c on c.id = customer_id order by 1"));
    all.addAll(
        tables.sql(
            "select jsonb_build_array(k.key, c.key, title, customer_words, effect, technical, owner_id, status, waiting_until, opened_at, touched_at, closed_at, closing, heard_by)::text from cases k join customers c on c.id = customer_id order by 1"));
    return all;
  }
}
