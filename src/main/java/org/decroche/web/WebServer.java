package org.decroche.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.decroche.store.Agents;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.KnownDevices;
import org.decroche.store.OwnAccount;
import org.decroche.store.Sessions;
import org.decroche.web.api.Api;
import org.decroche.web.api.ApiParts;
import org.decroche.web.api.BoardView;
import org.decroche.web.api.Contract;
import org.decroche.web.api.LookLog;
import org.decroche.web.board.OpenBoards;
import org.decroche.web.desk.DeskGate;
import org.decroche.web.desk.DeskPulse;
import org.decroche.web.page.Fences;
import org.decroche.web.page.Pages;
import org.decroche.web.signin.Guesses;
import org.decroche.web.signin.Origins;
import org.decroche.web.signin.SecondFactor;
import org.decroche.web.signin.SessionToken;
import org.decroche.web.signin.SignIn;
import org.decroche.web.signin.SocketGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the HTTP interface, the desks' sockets and the pages.
 *
 * <p>It listens on the engine's own event loop, so that a card shown by the engine is written to
 * the socket then and there; everything that takes time happens on virtual threads.
 */
public final class WebServer {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final Duration BEAT = Duration.ofSeconds(3);
  private static final Duration SESSION_CHECK = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final Context home;
  private final WebSettings settings;
  private final Surroundings around;
  private final SecondFactor factor;
  private final Guesses guesses;
  private final SignIn signIn;
  private final Origins origins;
  private final LookLog looks;
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /**
   * Wires everything; nothing runs yet.
   *
   * @param home the engine's context, an event loop
   */
  public WebServer(Vertx vertx, Context home, WebSettings settings, Surroundings around) {
    this.vertx = vertx;
    this.home = home;
    this.settings = settings;
    this.around = around;
    this.origins = new Origins(settings.allowedOrigins(), settings.trustProxy());
    this.looks = new LookLog(around.accessLog(), around.clock());
    OwnAccount accounts = new OwnAccount(around.database());
    this.factor = new SecondFactor(accounts, around.clock());
    this.guesses = new Guesses(around.clock());
    this.signIn =
        new SignIn(
            new Agents(around.database()),
            accounts,
            new Sessions(around.database()),
            new KnownDevices(around.database()),
            around.passwords(),
            factor,
            guesses,
            settings.session(),
            around.clock());
    this.server = vertx.createHttpServer(options());
  }

  /** The port it listens on. Fails with {@link PortTaken} when another program has it. */
  public Future<Integer> start() {
    return Contract.load(vertx).compose(this::listen);
  }

  /** Lets no more requests in and closes what is open. */
  public Future<Void> stop() {
    return server.shutdown(2, TimeUnit.SECONDS).onComplete(closed -> blocking.shutdownNow());
  }

  private Future<Integer> listen(OpenAPIContract contract) {
    Promise<Integer> listening = Promise.promise();
    home.runOnContext(
        nothing ->
            Future.future((Promise<Router> ready) -> ready.complete(routes(contract)))
                .compose(
                    routes ->
                        server.requestHandler(routes).listen(settings.port(), settings.host()))
                .map(HttpServer::actualPort)
                .recover(failure -> Future.failedFuture(said(failure)))
                .onComplete(listening));
    return listening.future();
  }

  private Router routes(OpenAPIContract contract) {
    DeskGate gate =
        new DeskGate(
            around.desks(), signIn, origins, blocking, home, around.events(), around.clock());
    new DeskPulse(vertx, around.desks(), gate, BEAT, SESSION_CHECK).start();
    vertx.setPeriodic(SESSION_CHECK.toMillis(), id -> blocking.execute(this::sweep));
    Router routes = Router.router(vertx);
    routes.route().failureHandler(Api::fail).handler(new Fences());
    routes.get("/desk").handler(gate);
    routes.get("/board/live").handler(boards());
    routes.route("/*").subRouter(Api.router(vertx, contract, parts()));
    Pages.addTo(routes);
    routes.route().handler(context -> Api.nothingHere(context, contract));
    return routes;
  }

  private SocketGate boards() {
    BoardView view =
        new BoardView(around.database(), around.desks(), around.numbers(), around.clock());
    Predicate<SessionToken> signedIn = token -> signIn.who(token).isPresent();
    OpenBoards boards =
        new OpenBoards(
            vertx,
            home,
            view::stands,
            signedIn,
            (agent, board) -> looks.listed(agent, BoardView.customers(board)),
            blocking);
    around.desks().facts().listen(boards::changed);
    around.desks().ended().listen(boards::sessionsEnded);
    boards.start();
    return new SocketGate(origins, signIn, blocking, home, boards::add);
  }

  private ApiParts parts() {
    return new ApiParts(
        around.database(),
        signIn,
        factor,
        guesses,
        around.firstStart(),
        around.passwords(),
        origins,
        around.desks(),
        around.availabilities(),
        around.events(),
        around.requests(),
        around.dialling(),
        around.outward(),
        around.foresight(),
        around.floor(),
        around.phonesOff(),
        around.recordComplete(),
        around.accessLog(),
        looks,
        around.files(),
        settings.phones(),
        settings.doors(),
        around.numbers(),
        around.readiness(),
        around.telephone(),
        blocking,
        around.clock());
  }

  private void sweep() {
    try {
      signIn.sweep();
    } catch (DatabaseUnavailable away) {
      LOG.debug("old sessions stay a while: {}", away.getMessage());
    }
  }

  private Throwable said(Throwable failure) {
    return failure instanceof BindException
        ? new PortTaken(settings.host(), settings.port())
        : failure;
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        // A desk only sends signs of life.
        .setMaxWebSocketFrameSize(4096)
        .setMaxWebSocketMessageSize(4096)
        // A page that does not read is let go, not waited for.
        .setWebSocketClosingTimeout(5)
        .setIdleTimeout(60);
  }
}
