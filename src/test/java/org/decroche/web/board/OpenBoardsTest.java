package org.decroche.web.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyShort;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.store.AgentAccount;
import org.decroche.store.Role;
import org.decroche.web.signin.SessionToken;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** With a hand for the beat, and for what takes time. */
class OpenBoardsTest {
  private static final AgentAccount ALICE =
      new AgentAccount(
          new AgentId(1),
          "alice",
          "Alice",
          Role.AGENT,
          Optional.empty(),
          Availability.READY,
          null,
          null,
          Instant.EPOCH,
          false,
          Optional.empty(),
          false,
          Optional.empty(),
          List.of());

  private final List<Runnable> waiting = new ArrayList<>();
  private final List<Handler<Long>> beats = new ArrayList<>();
  private final List<SessionToken> asked = new ArrayList<>();
  private final List<AgentAccount> lookers = new ArrayList<>();
  private boolean signedIn = true;
  private boolean away;
  private final OpenBoards boards = boards();

  private OpenBoards boards() {
    Vertx vertx = mock(Vertx.class);
    when(vertx.setPeriodic(anyLong(), any()))
        .then(
            beat -> {
              beats.add(beat.getArgument(1));
              return 1L;
            });
    Context home = mock(Context.class);
    doAnswer(
            work -> {
              work.<Handler<Void>>getArgument(0).handle(null);
              return null;
            })
        .when(home)
        .runOnContext(any());
    ExecutorService blocking = mock(ExecutorService.class);
    doAnswer(work -> waiting.add(work.getArgument(0))).when(blocking).execute(any());
    OpenBoards made =
        new OpenBoards(
            vertx,
            home,
            JsonObject::new,
            this::isSignedIn,
            (agent, board) -> lookers.add(agent),
            blocking);
    made.start();
    return made;
  }

  private boolean isSignedIn(SessionToken token) {
    asked.add(token);
    if (away) {
      throw new IllegalStateException("away");
    }
    return signedIn;
  }

  private void beat() {
    beats.forEach(beat -> beat.handle(1L));
  }

  private void allIsDone() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  private ServerWebSocket opens(SessionToken token) {
    ServerWebSocket socket = mock(ServerWebSocket.class);
    boards.add(socket, token, ALICE);
    return socket;
  }

  @Test
  void eachSessionIsAskedForOnceHoweverManyBoardsItHas() {
    SessionToken one = SessionToken.fresh();
    ServerWebSocket left = opens(one);
    ServerWebSocket right = opens(one);
    allIsDone();
    signedIn = false;

    beat();
    allIsDone();

    assertThat(asked).containsExactly(one);
    verify(left).close((short) 1008);
    verify(right).close((short) 1008);
  }

  @Test
  void aStoreThatIsSlowIsNotAskedAgainBeforeItHasAnswered() {
    opens(SessionToken.fresh());
    allIsDone();

    beat();
    beat();
    beat();
    allIsDone();
    assertThat(asked).hasSize(1);

    beat();
    allIsDone();
    assertThat(asked).hasSize(2);
  }

  @Test
  void whoIsOutWhileTheStoreIsAskedIsAskedForOnceMore() {
    ServerWebSocket socket = opens(SessionToken.fresh());
    allIsDone();
    beat();
    boards.sessionsEnded();
    boards.sessionsEnded();
    waiting.removeFirst().run();
    assertThat(asked).hasSize(1);
    signedIn = false;

    allIsDone();

    assertThat(asked).hasSize(2);
    verify(socket).close((short) 1008);
  }

  @Test
  void whoeverHasOneOpenSeesWhatIsReadAndNobodyElse() {
    ServerWebSocket socket = opens(SessionToken.fresh());
    allIsDone();
    assertThat(lookers).containsExactly(ALICE);
    ArgumentCaptor<Handler<Void>> gone = ArgumentCaptor.captor();
    verify(socket).closeHandler(gone.capture());

    gone.getValue().handle(null);
    beat();
    beat();
    allIsDone();

    assertThat(lookers).hasSize(1);
  }

  @Test
  void oneThatIsGoneBeforeItIsLetInIsNotKept() {
    ServerWebSocket gone = mock(ServerWebSocket.class);
    when(gone.isClosed()).thenReturn(true);
    when(gone.closeHandler(any())).thenThrow(new IllegalStateException("WebSocket is closed"));

    boards.add(gone, SessionToken.fresh(), ALICE);
    beat();
    allIsDone();

    assertThat(asked).isEmpty();
    assertThat(lookers).isEmpty();
  }

  @Test
  void oneThatIsClosingKeepsNothingFromTheOthers() {
    ServerWebSocket closing = opens(SessionToken.fresh());
    ServerWebSocket other = opens(SessionToken.fresh());
    when(closing.isClosed()).thenReturn(true);
    when(closing.writeQueueFull()).thenThrow(new IllegalStateException("WebSocket is closed"));

    allIsDone();

    verify(other, atLeastOnce()).writeTextMessage(contains("\"board\""));
  }

  @Test
  void aStoreThatDoesNotAnswerPutsNobodyOutAndIsAskedAgain() {
    ServerWebSocket socket = opens(SessionToken.fresh());
    allIsDone();
    away = true;

    beat();
    allIsDone();
    verify(socket, never()).close(anyShort());

    away = false;
    signedIn = false;
    beat();
    allIsDone();
    verify(socket).close((short) 1008);
  }
}
