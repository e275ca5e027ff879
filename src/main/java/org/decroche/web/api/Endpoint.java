package org.decroche.web.api;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.decroche.store.AgentAccount;
import org.decroche.web.signin.Origins;
import org.decroche.web.signin.SignIn;

/**
 * One operation of the contract over HTTP: who asks, may they, is it as the contract says, then
 * done.
 */
final class Endpoint implements Handler<RoutingContext> {
  private final io.vertx.openapi.contract.Operation contract;
  private final Who who;
  private final Operation operation;
  private final Gate gate;

  /** What all endpoints share. */
  record Gate(
      SignIn signIn,
      Checking checking,
      Origins origins,
      PassingFiles files,
      ExecutorService blocking) {}

  Endpoint(io.vertx.openapi.contract.Operation contract, Operation operation, Gate gate) {
    this.contract = contract;
    this.who = Who.read(contract);
    this.operation = operation;
    this.gate = gate;
  }

  @Override
  public void handle(RoutingContext context) {
    Wire wire = Wire.of(context, contract, gate.origins());
    Context loop = Objects.requireNonNull(Vertx.currentContext());
    try {
      gate.blocking()
          .execute(
              () -> {
                Reply reply = answer(wire);
                loop.runOnContext(nothing -> send(context.response(), reply));
              });
    } catch (RejectedExecutionException stopping) {
      context.fail(503);
    }
  }

  private Reply answer(Wire wire) {
    try {
      // Somebody signing in may carry any old cookie; it is not even looked up.
      Optional<AgentAccount> agent =
          who == Who.ANYONE ? Optional.empty() : wire.token().flatMap(gate.signIn()::who);
      who.check(agent);
      Asked asked =
          new Asked(
              agent.orElse(null),
              wire.token().orElse(null),
              wire.parameters(),
              gate.checking().check(contract, wire),
              wire.secure(),
              wire.client());
      return operation.run(asked);
    } catch (RuntimeException | Error failure) {
      return Reply.problem(Problem.of(failure));
    }
  }

  static void send(HttpServerResponse response, Reply reply) {
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(reply.status()).putHeader("Cache-Control", "no-store");
    if (!reply.cookies().isEmpty()) {
      response.putHeader("Set-Cookie", reply.cookies());
    }
    String retryAfter = reply.retryAfter();
    if (retryAfter != null) {
      response.putHeader("Retry-After", retryAfter);
    }
    Download download = reply.download();
    if (download != null) {
      response.putHeader("Content-Type", reply.type());
      send(response, download);
    } else if (reply.body() == null) {
      response.end();
    } else {
      response.putHeader("Content-Type", reply.type()).end(reply.body());
    }
  }

  private static void send(HttpServerResponse response, Download download) {
    Future<Void> unused =
        response
            .putHeader(
                "Content-Disposition", "attachment; filename=\"%s\"".formatted(download.name()))
            .sendFile(download.file().toString())
            .onComplete(sent -> Thread.startVirtualThread(download::sent));
  }
}
