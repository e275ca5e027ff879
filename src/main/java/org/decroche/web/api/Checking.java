package org.decroche.web.api;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Checks a request against the contract.
 *
 * <p>The schemas are Vert.x's to judge; the order is ours. Its own request validator would speak
 * before anybody has asked who is calling, and decodes query and path twice, so that {@code %2B33}
 * is a space.
 */
final class Checking {
  private final OpenAPIContract contract;

  Checking(OpenAPIContract contract) {
    this.contract = contract;
  }

  /**
   * The body, or an empty object for an operation without one.
   *
   * @throws Refusal for the first thing that is not as the contract says
   */
  JsonObject check(Operation operation, Wire wire) {
    parameters(operation, wire);
    RequestBody wanted = operation.getRequestBody();
    return wanted == null ? new JsonObject() : body(wanted, wire);
  }

  /** The same without the body. */
  void parameters(Operation operation, Wire wire) {
    for (Parameter parameter : operation.getParameters()) {
      checkParameter(parameter, wire);
    }
  }

  private void checkParameter(Parameter parameter, Wire wire) {
    String name = parameter.getName();
    String value = wire.parameters().get(name);
    if (value == null) {
      if (parameter.isRequired()) {
        throw Refusal.wrong(name, "%s is missing.".formatted(name));
      }
      return;
    }
    OutputUnit judged = judge(parameter.getSchema(), typed(parameter, value));
    if (!judged.getValid()) {
      throw WrongValue.at(name, judged);
    }
  }

  /**
   * A number where the schema wants one; anything else stays text, which the schema then refuses.
   */
  private static Object typed(Parameter parameter, String value) {
    String type = String.valueOf(parameter.getSchemaType()).toLowerCase(Locale.ROOT);
    return type.equals("integer") && value.matches("[0-9]{1,18}") ? Long.valueOf(value) : value;
  }

  private JsonObject body(RequestBody wanted, Wire wire) {
    if (wire.body().length() == 0) {
      throw Refusal.unreadable("A JSON object is expected.");
    }
    MediaType json = Objects.requireNonNull(wanted.getContent().get(MediaType.APPLICATION_JSON));
    if (!isJson(wire.contentType())) {
      throw Refusal.notJson();
    }
    Object body = read(wire);
    OutputUnit judged = judge(json.getSchema(), body);
    if (!judged.getValid()) {
      throw WrongValue.in(judged);
    }
    return (JsonObject) body;
  }

  private static Object read(Wire wire) {
    try {
      byte[] bytes = wire.body().getBytes();
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new JsonObject(text);
    } catch (CharacterCodingException notUtf8) {
      throw Refusal.unreadable("The text is not UTF-8.");
    } catch (DecodeException notJson) {
      throw Refusal.unreadable("This is not a JSON object.");
    }
  }

  private OutputUnit judge(JsonSchema schema, Object value) {
    return contract.getSchemaRepository().validator(schema).validate(value);
  }

  private static boolean isJson(@org.jspecify.annotations.Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String plain = contentType.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.equals("application/json") || plain.equals("application/json;charset=utf-8");
  }
}
