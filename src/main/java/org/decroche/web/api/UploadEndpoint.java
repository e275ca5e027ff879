package org.decroche.web.api;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.decroche.store.AgentAccount;

/**
 * Takes a file in, straight onto the disk: who asks and whether it is wanted is settled before a
 * byte of it is read.
 */
final class UploadEndpoint implements Handler<RoutingContext> {
  private static final long MOST_BYTES = 2L << 30;

  private final io.vertx.openapi.contract.Operation contract;
  private final Who who;
  private final Upload upload;
  private final Endpoint.Gate gate;

  UploadEndpoint(io.vertx.openapi.contract.Operation contract, Upload upload, Endpoint.Gate gate) {
    this.contract = contract;
    this.who = Who.read(contract);
    this.upload = upload;
    this.gate = gate;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    request.pause();
    Wire wire = Wire.of(context, contract, gate.origins(), Buffer.buffer());
    String length = request.getHeader("Content-Length");
    Context loop = Objects.requireNonNull(Vertx.currentContext());
    gate.blocking()
        .execute(
            () -> {
              try {
                Asked asked = asked(wire, length);
                Path file = gate.files().create(".csv");
                loop.runOnContext(nothing -> receive(context, asked, file));
              } catch (RuntimeException refused) {
                loop.runOnContext(nothing -> refuse(context, refused));
              } catch (IOException full) {
                loop.runOnContext(nothing -> refuse(context, new UncheckedIOException(full)));
              }
            });
  }

  private Asked asked(Wire wire, @org.jspecify.annotations.Nullable String length) {
    Optional<AgentAccount> agent = wire.token().flatMap(gate.signIn()::who);
    who.check(agent);
    gate.checking().parameters(contract, wire);
    String type = Objects.requireNonNullElse(wire.contentType(), "").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/octet-stream") && !type.startsWith("text/csv")) {
      throw Refusal.notAFile();
    }
    if (length == null || !length.matches("[0-9]{1,12}")) {
      throw Refusal.lengthNeeded();
    }
    if (Long.parseLong(length) > MOST_BYTES) {
      throw Refusal.tooLarge("A file of two gigabytes at most.");
    }
    Asked asked =
        new Asked(
            agent.orElse(null),
            wire.token().orElse(null),
            wire.parameters(),
            new io.vertx.core.json.JsonObject(),
            wire.secure(),
            wire.client());
    upload.check(asked);
    return asked;
  }

  private void receive(RoutingContext context, Asked asked, Path file) {
    Context loop = Objects.requireNonNull(Vertx.currentContext());
    context
        .vertx()
        .fileSystem()
        .open(file.toString(), new OpenOptions().setTruncateExisting(true))
        .compose(opened -> context.request().pipeTo(opened))
        .onSuccess(
            whole ->
                gate.blocking()
                    .execute(
                        () -> {
                          Reply reply = reply(asked, file);
                          loop.runOnContext(nothing -> Endpoint.send(context.response(), reply));
                        }))
        .onFailure(
            broken -> {
              // Who sent it has gone; there is nobody to answer.
              gate.blocking().execute(() -> delete(file));
              context.request().connection().close();
            });
  }

  private Reply reply(Asked asked, Path file) {
    try {
      return upload.run(asked, file);
    } catch (RuntimeException | Error failure) {
      return Reply.problem(Problem.of(failure));
    }
  }

  /** The rest of the file is not read: the connection ends with the answer. */
  private static void refuse(RoutingContext context, RuntimeException refused) {
    context.response().putHeader("Connection", "close");
    Endpoint.send(context.response(), Reply.problem(Problem.of(refused)));
    context.request().resume();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
