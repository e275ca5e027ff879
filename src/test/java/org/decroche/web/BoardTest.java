package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The board, and what is pushed to it; the figures over HTTP. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTest {
  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser alice;
  private long door;

  BoardTest(Database database, TestDatabase tables) {
    this.web = new RunningWeb(database);
    this.tables = tables;
  }

  @BeforeAll
  void aHouse() {
    Browser admin = web.administrator();
    alice = web.agent("alice", "Alice Roy");
    long team =
        admin.post("/api/teams", new JsonObject().put("name", "Care")).expect(201).getLong("id");
    door =
        admin
            .post(
                "/api/front-doors",
                new JsonObject()
                    .put("number", "+33199000001")
                    .put("name", "Help")
                    .put("teamId", team))
            .expect(201)
            .getLong("id");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  private void call(String id, Instant arrived, String answered, String ended) {
    assertThat(
            tables.sql(
                """
                insert into calls (id, front_door_id, number_kind, number, arrived_at, answered_at, ended_at)
                values ('%s', %d, 'number', '+33612345678', '%s', %s, %s) returning id
                """
                    .formatted(id, door, arrived, answered, ended)))
        .containsExactly(id);
  }

  /** A wall. */
  private final class Wall implements AutoCloseable {
    private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Short> closed = new CompletableFuture<>();
    private final WebSocket socket;

    Wall(Browser browser) {
      ClientWebSocket opening = web.sockets.webSocket();
      opening.textMessageHandler(text -> frames.add(new JsonObject(text)));
      opening.closeHandler(nothing -> closed.complete(opening.closeStatusCode()));
      socket =
          RunningWeb.await(opening.connect(wish(browser.cookie(), "http://127.0.0.1:" + web.port)));
    }

    /** The next board that is as wanted; signs of life are passed over. */
    JsonObject board(Predicate<JsonObject> wanted) throws InterruptedException {
      while (true) {
        JsonObject frame = frames.poll(20, TimeUnit.SECONDS);
        assertThat(frame).as("a board as wanted").isNotNull();
        if (frame.getString("type").equals("board") && wanted.test(frame.getJsonObject("board"))) {
          return frame.getJsonObject("board");
        }
      }
    }

    void alive() throws InterruptedException {
      JsonObject frame;
      do {
        frame = frames.poll(20, TimeUnit.SECONDS);
        assertThat(frame).as("a sign of life").isNotNull();
      } while (!frame.getString("type").equals("alive"));
    }

    @Override
    public void close() {
      RunningWeb.await(socket.close());
    }
  }

  private WebSocketConnectOptions wish(String cookie, String origin) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(web.port)
        .setURI("/board/live")
        .addHeader("Origin", origin)
        .addHeader("Cookie", cookie);
  }

  private static JsonObject person(JsonObject board, String name) {
    return board.getJsonArray("people").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals(name))
        .findFirst()
        .orElse(new JsonObject());
  }

  @Test
  void aBoardLearnsHowThingsStandAndIsToldOfAFactWithoutAsking() throws InterruptedException {
    try (Wall wall = new Wall(alice)) {
      JsonObject first = wall.board(any -> true);
      assertThat(first.getJsonObject("day").getJsonArray("steps")).isNotEmpty();

      alice
          .put(
              "/api/me/availability",
              new JsonObject().put("availability", "away").put("reason", "lunch"))
          .expect(200);

      JsonObject then =
          wall.board(board -> "away".equals(person(board, "Alice Roy").getString("availability")));
      assertThat(person(then, "Alice Roy").getString("awayReason")).isEqualTo("lunch");
      wall.alive();
    }
    alice.put("/api/me/availability", new JsonObject().put("availability", "off")).expect(200);
  }

  @Test
  void itShowsWhoWaitsForWhomAndWhyAndWhoTalks() throws InterruptedException {
    Instant now = Instant.now();
    call("waits", now.minusSeconds(40), "null", "null");
    call("rings", now.minusSeconds(10), "null", "null");
    call("talks", now.minusSeconds(100), "now()", "null");
    assertThat(
            tables.sql(
                """
                insert into call_steps (call_id, seq, at, kind, agent_id, reason, detail) values
                  ('waits', 1, now(), 'waiting', null, null,
                    '{"stage":"right-person","until":"2026-11-26T10:00:20Z","considered":[{"rule":"owner-of-open-case","agentId":%d,"name":"Alice Roy","because":"talking"}]}'),
                  ('rings', 1, now() - interval '1 s', 'waiting', null, null, '{}'),
                  ('rings', 2, now(), 'offered', %d, 'you own their open case', '{"rule":"owner-of-open-case","case":"A secret title","caseId":3}')
                returning seq
                """
                    .formatted(alice.id(), alice.id())))
        .hasSize(3);
    assertThat(
            tables.sql(
                "insert into talks (call_id, agent_id, began_at) values ('talks', %d, now()) returning call_id"
                    .formatted(alice.id())))
        .hasSize(1);

    JsonObject board = alice.get("/api/board").expect(200);

    JsonObject waits = board.getJsonArray("waiting").getJsonObject(0);
    assertThat(waits.getString("call")).isEqualTo("waits");
    assertThat(waits.getJsonObject("ringing")).isNull();
    assertThat(
            waits
                .getJsonObject("why")
                .getJsonArray("considered")
                .getJsonObject(0)
                .getString("name"))
        .isEqualTo("Alice Roy");
    JsonObject rings = board.getJsonArray("waiting").getJsonObject(1);
    assertThat(rings.getJsonObject("ringing").getString("name")).isEqualTo("Alice Roy");
    assertThat(rings.getJsonObject("why").getString("rule")).isEqualTo("owner-of-open-case");
    assertThat(board.encode()).doesNotContain("A secret title");
    assertThat(person(board, "Alice Roy").getString("talkingSince")).isNotBlank();
    assertThat(board.getJsonObject("hour").getJsonObject("all").getInteger("waiting")).isEqualTo(2);
    assertThat(tables.sql("delete from calls where id in ('waits', 'rings', 'talks') returning id"))
        .hasSize(3);
  }

  @Test
  void whoeverStandsOnABoardIsALineOfWhoeverHasItOpenOnceAnHour() throws InterruptedException {
    call("known", Instant.now(), "null", "null");
    tables.sql("insert into customers (name) values ('Jeanne Martin')");
    tables.sql("update calls set customer_id = (select id from customers) where id = 'known'");
    Browser claire = web.agent("claire", "Claire Petit");
    try (Wall wall = new Wall(claire)) {
      JsonObject first = wall.board(board -> board.encode().contains("Jeanne Martin"));
      assertThat(first).isNotNull();
      assertThat(wall.board(any -> true)).isNotNull();
    }
    claire.get("/api/board").expect(200);

    assertThat(web.accessLog.awaitWritten(Duration.ofSeconds(20))).isTrue();
    assertThat(
            tables.sql(
                "select act || ' ' || reason from access_log where agent_id = " + claire.id()))
        .containsExactly("listed list");
    tables.sql("delete from calls where id = 'known'");
  }

  @Test
  void signingOutEndsTheBoard() throws Exception {
    Browser bruno = web.agent("bruno", "Bruno Lac");
    try (Wall wall = new Wall(bruno)) {
      assertThat(wall.board(any -> true)).isNotNull();

      bruno.delete("/api/session").expect(204);

      assertThat(wall.closed.get(20, TimeUnit.SECONDS)).isEqualTo((short) 1008);
    }
  }

  @Test
  void figuresSayOverWhatAndLeadToTheirCalls() {
    Instant noon = Instant.parse("2026-05-05T10:00:00Z");
    call("answered-soon", noon, "'2026-05-05T10:00:09Z'", "'2026-05-05T10:03:00Z'");
    call("answered-late", noon.plusSeconds(1), "'2026-05-05T10:02:01Z'", "'2026-05-05T10:03:00Z'");
    call("gave-up", noon.plusSeconds(2), "null", "'2026-05-05T10:00:30Z'");

    JsonObject day = alice.get("/api/figures?period=day&date=2026-05-05").expect(200);

    JsonObject all = day.getJsonObject("all");
    assertThat(day.getString("timeZone")).isEqualTo("Europe/Paris");
    assertThat(day.getString("from")).isEqualTo("2026-05-04T22:00:00Z");
    assertThat(all.getInteger("calls")).isEqualTo(3);
    assertThat(all.getInteger("within15")).isEqualTo(1);
    assertThat(all.getInteger("over15")).isEqualTo(3);
    assertThat(all.getInteger("within180")).isEqualTo(2);
    assertThat(all.getInteger("medianSeconds")).isEqualTo(9);
    assertThat(all.getInteger("longestSeconds")).isEqualTo(120);
    JsonObject late =
        alice
            .get(
                "/api/figures/calls?period=day&date=2026-05-05&which=not-within-15&frontDoor="
                    + door)
            .expect(200);
    assertThat(late.getJsonArray("items"))
        .extracting(call -> ((JsonObject) call).getString("id"))
        .containsExactly("gave-up", "answered-late");
    assertThat(late.encode()).doesNotContain("+33612345678");
    String csv = alice.get("/api/figures/export?period=day&date=2026-05-05").text();
    assertThat(csv).contains("2026-05-05T10:00:00Z;3;2;1;0;0;1;3;2;3;9;120;0");
  }

  @Test
  void whatIsNoPeriodIsRefused() {
    alice.get("/api/figures?period=week").refuses(400, "period");
    alice.get("/api/figures").refuses(400, "period");
    alice.get("/api/figures?period=day&date=2026-02-30").refuses(400, "date");
    alice.get("/api/figures?period=hour&date=2026-02-03").refuses(400, "date");
    alice.get("/api/figures?period=day&frontDoor=999999").refuses(400, "frontDoor");
    alice.get("/api/figures/calls?period=day&which=best").refuses(400, "which");
  }
}
