package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every socket refuses a stranger and a foreign page. That there is no way to one but through the
 * one gate is held by the architecture's test.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketsTest {
  private final RunningWeb web;
  private Browser alice;

  SocketsTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void somebody() {
    alice = web.agent("alice", "Alice Roy");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk", "/board/live"})
  void strangersGetNone(String path) {
    Browser left = web.agent("left" + path.length(), "Who Left");
    String over = left.cookie();
    JsonObject unused = left.delete("/api/session").expect(204);

    assertThat(refusal(wish(path, ours(), ""))).isEqualTo(401);
    assertThat(refusal(wish(path, ours(), "decroche="))).isEqualTo(401);
    assertThat(refusal(wish(path, ours(), "decroche=" + "A".repeat(43)))).isEqualTo(401);
    assertThat(refusal(wish(path, ours(), "decroche=" + "é".repeat(43)))).isEqualTo(401);
    assertThat(refusal(wish(path, ours(), over))).as("a session that is over").isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk", "/board/live"})
  void foreignPagesGetNoneWhoeverIsSignedInThere(String path) {
    for (String origin :
        new String[] {
          "https://evil.example",
          "null",
          ours() + ".evil.example",
          "http://evil.example:" + web.port,
          "https://127.0.0.1:" + web.port,
          "http://127.0.0.1:" + (web.port - 1),
          ours() + "@evil.example",
          ""
        }) {
      assertThat(refusal(wish(path, origin, alice.cookie()))).as(origin).isEqualTo(403);
    }
    WebSocketConnectOptions noPage =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(web.port)
            .setURI(path)
            .setAllowOriginHeader(false)
            .addHeader("Cookie", alice.cookie());
    assertThat(refusal(noPage)).as("no page at all").isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk", "/board/live"})
  void ourOwnPageOfSomebodySignedInGetsIt(String path) {
    RunningWeb.await(
        RunningWeb.await(web.sockets.connect(wish(path, ours(), alice.cookie()))).close());
    assertThat(alice.get(path).status()).as("without an upgrade").isEqualTo(426);
  }

  private String ours() {
    return "http://127.0.0.1:" + web.port;
  }

  private WebSocketConnectOptions wish(String path, String origin, String cookie) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(web.port)
        .setURI(path)
        .addHeader("Origin", origin)
        .addHeader("Cookie", cookie);
  }

  private int refusal(WebSocketConnectOptions wish) {
    var failure =
        web.sockets
            .connect(wish)
            .toCompletionStage()
            .handle((socket, refused) -> refused)
            .toCompletableFuture()
            .join();
    assertThat(failure).isInstanceOf(UpgradeRejectedException.class);
    return ((UpgradeRejectedException) failure).getStatus();
  }
}
