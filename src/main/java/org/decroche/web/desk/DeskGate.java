package org.decroche.web.desk;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.AgentAccount;
import org.decroche.web.signin.Origins;
import org.decroche.web.signin.SessionToken;
import org.decroche.web.signin.SignIn;
import org.decroche.web.signin.SocketGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an agent's page open its socket: from a page of ours, and with a session. */
public final class DeskGate implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(DeskGate.class);

  private final OpenDesks desks;
  private final SocketGate gate;
  private final Events events;
  private final Clock clock;

  /**
   * A gate to these desks.
   *
   * @param events told of every desk that is opened and closed
   */
  public DeskGate(
      OpenDesks desks,
      SignIn signIn,
      Origins origins,
      ExecutorService blocking,
      Context home,
      Events events,
      Clock clock) {
    this.events = events;
    this.clock = clock;
    this.desks = desks;
    this.gate = new SocketGate(origins, signIn, blocking, home, this::open);
  }

  @Override
  public void handle(RoutingContext context) {
    gate.handle(context);
  }

  private void open(ServerWebSocket socket, SessionToken token, AgentAccount agent) {
    Desk desk = desks.desk(agent.id());
    DeskSocket opened = new DeskSocket(socket, token, closed -> leave(agent.id(), desk, closed));
    desk.add(opened);
    events.happened(new Event.DeskSeen(clock.instant(), agent.id(), true));
    socket.closeHandler(closed -> leave(agent.id(), desk, opened));
    socket.exceptionHandler(broken -> LOG.debug("a desk's socket broke: {}", broken.toString()));
    socket.pongHandler(opened::pong);
    socket.textMessageHandler(
        text -> {
          opened.heard();
          if (text.contains("\"alive\"")) {
            opened.send(desks.frames().alive());
          }
        });
    // Asked again now that the socket is known: a sign-out in between has closed nothing.
    gate.who(token)
        .onComplete(
            now -> greet(opened, desk, now.succeeded() ? now.result() : Optional.of(agent)));
  }

  private void leave(AgentId agent, Desk desk, DeskSocket closed) {
    desk.remove(closed);
    events.happened(new Event.DeskSeen(clock.instant(), agent, desk.isOpen()));
  }

  private void greet(DeskSocket opened, Desk desk, Optional<AgentAccount> agent) {
    agent.ifPresentOrElse(
        known -> opened.greet(desks.frames().hello(known, desk)),
        () -> opened.close(DeskSocket.SESSION_OVER));
  }

  /** For the pulse: the same question, for its own use. */
  void ifOver(SessionToken token, Consumer<SessionToken> then) {
    gate.who(token)
        .onSuccess(
            agent -> {
              if (agent.isEmpty()) {
                then.accept(token);
              }
            });
  }
}
