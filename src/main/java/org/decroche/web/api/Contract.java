package org.decroche.web.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The HTTP interface's contract: served as it is, and what requests are checked against. */
public final class Contract {
  private static final String RESOURCE = "/openapi.yaml";

  private Contract() {}

  /** The document, as text. */
  public static String text() {
    try (InputStream yaml = Contract.class.getResourceAsStream(RESOURCE)) {
      if (yaml == null) {
        throw new IllegalStateException("openapi.yaml is missing from the program");
      }
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The document, ready to check against. */
  public static Future<OpenAPIContract> load(Vertx vertx) {
    // Vert.x knows application/json only, and refuses a contract that names another JSON type.
    // And its patterns are Java's, where $ is also before a line end; the contract means the end.
    String plain = text().replace(Problem.TYPE, "application/json").replace("$'", "\\z'");
    JsonObject json =
        new JsonObject(
            new Yaml(new SafeConstructor(new LoaderOptions()))
                .<java.util.Map<String, Object>>load(plain));
    return OpenAPIContract.from(vertx, json);
  }

  static Reply reply() {
    return new Reply(200, "application/yaml; charset=utf-8", Buffer.buffer(text()));
  }
}
