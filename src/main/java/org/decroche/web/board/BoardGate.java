package org.decroche.web.board;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.decroche.web.signin.Origins;
import org.decroche.web.signin.SessionCookie;
import org.decroche.web.signin.SessionToken;

/**
 * Lets a board open its socket: from a page of ours, and with a session. It is no desk: nobody
 * counts as present because a board hangs on the wall.
 */
public final class BoardGate implements Handler<RoutingContext> {
  private final OpenBoards boards;
  private final Predicate<SessionToken> signedIn;
  private final Origins origins;
  private final ExecutorService blocking;
  private final Context home;

  /**
   * A gate to these boards.
   *
   * @param signedIn whether a session goes on; blocks
   */
  public BoardGate(
      OpenBoards boards,
      Predicate<SessionToken> signedIn,
      Origins origins,
      ExecutorService blocking,
      Context home) {
    this.boards = boards;
    this.signedIn = signedIn;
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
    CompletableFuture<Boolean> asked =
        CompletableFuture.supplyAsync(() -> signedIn.test(token), blocking);
    io.vertx.core.Future.fromCompletionStage(asked, home)
        .onFailure(context::fail)
        .onSuccess(
            known -> {
              if (known) {
                upgrade(context, token);
              } else {
                context.fail(401);
              }
            });
  }

  private void upgrade(RoutingContext context, SessionToken token) {
    context
        .request()
        .toWebSocket()
        .onFailure(failure -> context.fail(400))
        .onSuccess(socket -> boards.add(socket, token));
  }
}
