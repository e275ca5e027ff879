package org.decroche.web.signin;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.decroche.store.AgentAccount;

/**
 * Lets a page open its socket: a page of ours (else 403), of somebody whose session goes on (else
 * 401).
 */
public final class SocketGate implements Handler<RoutingContext> {
  private final Origins origins;
  private final SignIn signIn;
  private final ExecutorService blocking;
  private final Context home;
  private final Admitted then;

  /** What becomes of a socket that was let in. */
  public interface Admitted {
    /** It is open, for this session of this person. */
    void open(ServerWebSocket socket, SessionToken token, AgentAccount agent);
  }

  /** A gate to whatever is behind it, which opens on the context {@code home}. */
  public SocketGate(
      Origins origins, SignIn signIn, ExecutorService blocking, Context home, Admitted then) {
    this.origins = origins;
    this.signIn = signIn;
    this.blocking = blocking;
    this.home = home;
    this.then = then;
  }

  /** Whose session that is; empty when it is over. */
  public Future<Optional<AgentAccount>> who(SessionToken token) {
    return Future.fromCompletionStage(
        CompletableFuture.supplyAsync(() -> signIn.who(token), blocking), home);
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
        .onSuccess(socket -> then.open(socket, token, agent));
  }
}
