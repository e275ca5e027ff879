package org.decroche.web.desk;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.AgentAccount;
import org.decroche.web.signin.Origins;
import org.decroche.web.signin.SessionCookie;
import org.decroche.web.signin.SessionToken;
import org.decroche.web.signin.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets an agent's page open its socket: from a page of ours, and with a session. */
public final class DeskGate implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(DeskGate.class);

  private final OpenDesks desks;
  private final SignIn signIn;
  private final Origins origins;
  private final ExecutorService blocking;
  private final Context home;
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
    this.signIn = signIn;
    this.origins = origins;
    this.blocking = blocking;
    this.home = home;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      context.fail(426);
    } else if (!origins.mayOpenDesk(request)) {
      context.fail(403);
    } else {
      var cookie = request.getCookie(SessionCookie.NAME);
      SessionToken.read(cookie == null ? null : cookie.getValue())
          .ifPresentOrElse(token -> admit(context, token), () -> context.fail(401));
    }
  }

  private void admit(RoutingContext context, SessionToken token) {
    context.request().pause();
    who(token)
        .onFailure(context::fail)
        .onSuccess(
            agent ->
                agent.ifPresentOrElse(
                    known -> upgrade(context, token, known), () -> context.fail(401)));
  }

  private void upgrade(RoutingContext context, SessionToken token, AgentAccount agent) {
    context
        .request()
        .toWebSocket()
        .onFailure(failure -> context.fail(400))
        .onSuccess(socket -> open(socket, token, agent));
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
    who(token)
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

  private Future<Optional<AgentAccount>> who(SessionToken token) {
    return Future.fromCompletionStage(
        CompletableFuture.supplyAsync(() -> signIn.who(token), blocking), home);
  }

  /** For the pulse: the same question, for its own use. */
  void ifOver(SessionToken token, Consumer<SessionToken> then) {
    who(token)
        .onSuccess(
            agent -> {
              if (agent.isEmpty()) {
                then.accept(token);
              }
            });
  }
}
