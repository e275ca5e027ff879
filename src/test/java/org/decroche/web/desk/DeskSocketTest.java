package org.decroche.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.web.json.NumberJson;
import org.decroche.web.signin.SessionToken;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class DeskSocketTest {
  private static final AgentId ALICE = new AgentId(1);

  private final List<DeskSocket> gone = new ArrayList<>();
  private final ServerWebSocket wire = mock(ServerWebSocket.class);
  private final DeskSocket socket = new DeskSocket(wire, SessionToken.fresh(), gone::add);

  @Test
  void nothingGoesBeforeTheHello() {
    socket.send("card");
    socket.greet("hello");
    socket.send("next");

    verify(wire, never()).writeTextMessage("card");
    var order = inOrder(wire);
    order.verify(wire).writeTextMessage("hello");
    order.verify(wire).writeTextMessage("next");
  }

  @Test
  void whoDoesNotReadIsClosedOnceAndWrittenToNoMore() {
    socket.greet("hello");
    when(wire.writeQueueFull()).thenReturn(true);

    socket.send("one");
    when(wire.writeQueueFull()).thenReturn(false);
    socket.send("two");

    verify(wire, times(1)).close(DeskSocket.TOO_SLOW);
    verify(wire, times(1)).writeTextMessage(anyString());
  }

  @Test
  void whoGivesNoSignOfLifeIsClosedAndOthersAreAsked() {
    socket.beat(TimeUnit.HOURS.toNanos(1));
    verify(wire).writePing(any(Buffer.class));

    socket.beat(-1);
    verify(wire).close(DeskSocket.TOO_SLOW);
    assertThat(gone).as("whoever sleeps does not answer our goodbye").containsExactly(socket);
  }

  @Test
  void anElderPageMakesRoomWhenThereAreTooMany() {
    Desk desk = new Desk();
    desk.add(socket);
    for (int i = 0; i < 10; i++) {
      desk.add(new DeskSocket(mock(ServerWebSocket.class), SessionToken.fresh(), gone::add));
    }

    verify(wire).close(DeskSocket.TOO_MANY);
  }

  @Test
  void calledOnTheirOwnLoopDesksWriteBeforeTheyReturn() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Context home = vertx.getOrCreateContext();
      OpenDesks desks =
          new OpenDesks(home, new NumberJson("FR"), Clock.systemUTC(), (agent, pop) -> {});
      socket.greet("hello");
      CompletableFuture<Long> written = new CompletableFuture<>();
      home.runOnContext(
          nothing -> {
            desks.desk(ALICE).add(socket);
            desks.showActivity(ALICE, Activity.RINGING);
            written.complete(
                Mockito.mockingDetails(wire).getInvocations().stream()
                    .filter(call -> call.getMethod().getName().equals("writeTextMessage"))
                    .count());
          });

      assertThat(written.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }
}
