package org.decroche.web.json;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;

/**
 * Numbers as people of one country write and read them.
 *
 * @param country ISO 3166 code
 */
public record NumberJson(Numbers numbers, String country) {

  /** What the network said, for a screen. */
  public JsonObject caller(CallerNumber number) {
    return switch (number) {
      case CallerNumber.Dialable dialable ->
          shape("number", show(dialable.number())).put("e164", dialable.number().e164());
      case CallerNumber.Withheld withheld -> shape("withheld", "");
      case CallerNumber.Extension extension -> shape("extension", extension.digits());
      case CallerNumber.Unreadable unreadable -> shape("unreadable", "");
    };
  }

  public String show(PhoneNumber number) {
    return numbers.shown(number, country);
  }

  public Optional<PhoneNumber> read(String text) {
    return numbers.read(text, country);
  }

  private static JsonObject shape(String kind, String display) {
    return new JsonObject().put("kind", kind).putNull("e164").put("display", display);
  }
}
