package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.decroche.numbers.DestinationReader;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.web.json.NumberJson;

/** How a number is understood while somebody types it. */
final class PhoneNumberOperations implements Operations {
  private final NumberJson numbers;
  private final DestinationReader prices = new DestinationReader();

  PhoneNumberOperations(NumberJson numbers) {
    this.numbers = numbers;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("readPhoneNumber", this::read);
  }

  private Reply read(Asked asked) {
    String country = asked.parameters().getOrDefault("country", numbers.country());
    if (!numbers.knows(country)) {
      throw Refusal.wrong(
          "country", "country is not one we know numbers of: two capital letters, as in FR.");
    }
    NumberJson written = numbers.in(country);
    PhoneNumber number =
        NumberField.read(written, asked.parameters().getOrDefault("number", ""), "number");
    return Reply.ok(
        new JsonObject()
            .put("number", number.e164())
            .put("display", written.show(number))
            .put("premium", prices.isPremium(number)));
  }
}
