package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferEnd;
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
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final RunningWeb web;
  private Browser alice;
  private Browser bruno;
  private AgentId aliceId;

  DeskTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    alice = web.agent("alice", "Alice Roy");
    bruno = web.agent("bruno", "Bruno Lac");
    aliceId = new AgentId(alice.id());
  }

  @AfterAll
  void stop() {
    web.close();
  }

  /** A page with the desk open. */
  private final class Page implements AutoCloseable {
    final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<Short> closed = new CompletableFuture<>();
    final WebSocket socket;

    Page(Browser browser) {
      ClientWebSocket opening = web.sockets.webSocket();
      opening.textMessageHandler(text -> frames.add(new JsonObject(text)));
      opening.closeHandler(nothing -> closed.complete(opening.closeStatusCode()));
      socket = RunningWeb.await(opening.connect(wish(browser.cookie(), web.port)));
    }

    JsonObject next(String type) throws InterruptedException {
      JsonObject frame = frames.poll(20, TimeUnit.SECONDS);
      assertThat(frame).as("a frame " + type).isNotNull();
      assertThat(frame.getString("type")).as(frame.encode()).isEqualTo(type);
      return frame;
    }

    @Override
    public void close() {
      RunningWeb.await(socket.close());
    }
  }

  private static WebSocketConnectOptions wish(String cookie, int port) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(port)
        .setURI("/desk")
        .addHeader("Origin", "http://127.0.0.1:" + port)
        .addHeader("Cookie", cookie);
  }

  private static Pop pop(long offer, boolean talking) {
    OpenCase box =
        new OpenCase(
            3,
            "Box <b>",
            "",
            new AgentId(1),
            "Alice Roy",
            NOW,
            NOW,
            List.of(new CaseNote(NOW, "Bruno", "note")));
    return new Pop(
        new OfferId(offer),
        new CallId("1763." + offer),
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
            List.of(new KnownCustomer(1, "Jeanne Martin", "", List.of(box))),
            Optional.empty()),
        Optional.of(1L),
        new Reason.OwnerOfOpenCase(3, "Box <b>", NOW));
  }

  @Test
  void aPageLearnsHowThingsStandAndThenEachChange() throws InterruptedException {
    try (Page page = new Page(alice)) {
      JsonObject hello = page.next("hello");
      assertThat(hello.getJsonObject("me").getString("login")).isEqualTo("alice");
      assertThat(hello.getString("activity")).isEqualTo("unreachable");

      show(pop(17, false));
      JsonObject card = page.next("pop");
      assertThat(card.getString("offer")).isEqualTo("17");
      assertThat(card.getString("state")).isEqualTo("ringing");
      assertThat(card.getJsonObject("number").getString("display")).isEqualTo("06 39 98 01 12");
      assertThat(card.getJsonObject("why").getString("rule")).isEqualTo("owner-of-open-case");
      assertThat(card.getJsonArray("customers").getJsonObject(0).getJsonArray("cases").encode())
          .contains("\"title\":\"Box <b>\"", "\"customerWords\":null", "\"notes\":[]");

      show(pop(17, true));
      assertThat(page.next("pop").getString("state")).isEqualTo("talking");
      web.desks.identify(new CallId("1763.17"), 1);
      assertThat(page.next("pop").getJsonArray("customers").encode())
          .contains("\"text\":\"note\"", "\"protected\":false");
      web.desks.showEnded(aliceId, new CallId("1763.17"), Duration.ofSeconds(30));
      JsonObject ended = page.next("ended");
      assertThat(ended.getString("call")).isEqualTo("1763.17");
      assertThat(ended.getInteger("wrapUpSeconds")).isEqualTo(30);
      web.desks.showActivity(aliceId, Activity.UNREACHABLE);
      assertThat(page.next("activity").getString("activity")).isEqualTo("unreachable");
    }
  }

  @Test
  void whoseDebtsChangedIsToldToAskForThemAndNobodyElse() throws InterruptedException {
    try (Page alices = new Page(alice);
        Page brunos = new Page(bruno)) {
      alices.next("hello");
      brunos.next("hello");

      web.desks.showDebts(Set.of(aliceId));
      web.desks.showDebts(Set.of(new AgentId(bruno.id())));
      web.desks.showActivity(aliceId, Activity.UNREACHABLE);

      assertThat(alices.next("debts")).isEqualTo(new JsonObject().put("type", "debts"));
      alices.next("activity"); // and no second word of debts
      brunos.next("debts");
    }
  }

  @Test
  void aReloadedPageAndASecondTabGetTheCardBackAndNobodyElseDoes() throws InterruptedException {
    try (Page brunos = new Page(bruno)) {
      brunos.next("hello");
      show(pop(18, false));

      try (Page first = new Page(alice);
          Page second = new Page(alice)) {
        assertThat(first.next("hello").getJsonObject("pop").getString("offer")).isEqualTo("18");
        assertThat(second.next("hello").getJsonObject("pop").getString("offer")).isEqualTo("18");

        web.desks.withdrawPop(aliceId, new OfferId(18), OfferEnd.NO_ANSWER);
        assertThat(first.next("withdrawn").getString("how")).isEqualTo("no-answer");
        assertThat(second.next("withdrawn").getString("offer")).isEqualTo("18");
      }
      try (Page later = new Page(alice)) {
        assertThat(later.next("hello").getJsonObject("pop")).isNull();
      }
      assertThat(brunos.frames).isEmpty();
    }
  }

  @Test
  void whatOneTabChoosesTheOtherShows() throws InterruptedException {
    try (Page first = new Page(alice);
        Page second = new Page(alice)) {
      first.next("hello");
      second.next("hello");

      alice
          .put(
              "/api/me/availability",
              new JsonObject().put("availability", "away").put("reason", "pause"))
          .expect(200);

      assertThat(first.next("availability").getString("reason")).isEqualTo("pause");
      assertThat(second.next("availability").getString("availability")).isEqualTo("away");
    }
  }

  @Test
  void aSignOfLifeIsAnswered() throws InterruptedException {
    try (Page page = new Page(alice)) {
      page.next("hello");
      page.socket.writeTextMessage("{\"type\":\"alive\"}");
      assertThat(page.next("alive").getString("now")).endsWith("Z");
      page.socket.writeTextMessage("nonsense \u0000 <");
      page.socket.writeTextMessage("{\"type\":\"alive\"}");
      page.next("alive");
    }
  }

  @Test
  void aMessageTooLongEndsTheSocket() throws Exception {
    Page page = new Page(alice);
    page.next("hello");
    page.socket.writeTextMessage("x".repeat(100_000));

    page.closed.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aNewPasswordClosesTheirPagesAndChoosesNothingForThem() throws Exception {
    Browser claire = web.agent("claire", "Claire Petit");
    claire.put("/api/me/availability", new JsonObject().put("availability", "ready")).expect(200);
    Page page = new Page(claire);
    page.next("hello");

    String password =
        web.administrator()
            .post("/api/agents/" + claire.id() + "/password", new JsonObject())
            .expect(201)
            .getString("password");

    assertThat(page.closed.get(20, TimeUnit.SECONDS)).isEqualTo((short) 4401);
    try (Page again = new Page(web.stranger().signIn("claire", password))) {
      assertThat(again.next("hello").getString("availability")).isEqualTo("ready");
    }
  }

  @Test
  void signingOutClosesThePagesOfThatSessionOnly() throws Exception {
    Browser elsewhere = web.administrator();
    Browser here = web.administrator();
    try (Page stays = new Page(elsewhere)) {
      Page goes = new Page(here);
      stays.next("hello");
      goes.next("hello");

      here.delete("/api/session").expect(204);

      assertThat(goes.closed.get(20, TimeUnit.SECONDS)).isEqualTo((short) 4401);
      assertThat(stays.closed).isNotDone();
    }
  }

  @Test
  void aPageThatDoesNotReadIsLetGo() throws Exception {
    Page deaf = new Page(alice);
    deaf.next("hello");
    deaf.socket.pause();
    String words = "w".repeat(8000);
    OpenCase big =
        new OpenCase(
            3,
            "Box",
            words,
            new AgentId(1),
            "A",
            NOW,
            NOW,
            java.util.Collections.nCopies(20, new CaseNote(NOW, "B", words)));
    Pop base = pop(19, false);
    Pop heavy =
        new Pop(
            base.offer(),
            base.call(),
            true,
            NOW,
            base.door(),
            base.number(),
            new Recognition(
                Recognition.LookUp.FOUND,
                List.of(new KnownCustomer(1, "J", "", List.of(big))),
                Optional.empty()),
            Optional.empty(),
            base.why());

    show(heavy);
    web.desks.identify(base.call(), 1); // or there would be little to show
    for (int i = 0; i < 200; i++) {
      show(heavy);
    }
    try (Page healthy = new Page(alice)) {
      healthy.next("hello");
      web.desks.withdrawPop(aliceId, new OfferId(19), OfferEnd.REFUSED);
      healthy.next("withdrawn");
    }
    deaf.socket.resume();
    await().atMost(Duration.ofSeconds(20)).until(deaf.closed::isDone);
  }

  private void show(Pop pop) {
    CompletableFuture<Void> unused = web.desks.showPop(aliceId, pop);
  }
}
