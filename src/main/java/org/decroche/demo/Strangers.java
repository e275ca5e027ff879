package org.decroche.demo;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers of people who have never called: ARCEP keeps +33 6 39 98 xx xx for fiction. */
final class Strangers {
  private static final int RECENT = 200;

  private final Api api;

  Strangers(Api api) {
    this.api = api;
  }

  /** A number without a customer and without a recent call. */
  String next() throws Trouble {
    Set<String> recent =
        api.list("/api/calls?limit=" + RECENT).stream()
            .flatMap(call -> Json.object(call, "number").stream())
            .map(number -> Json.text(number, "e164"))
            .collect(Collectors.toSet());
    for (String number :
        IntStream.range(2000, 10_000).mapToObj("+3363998%04d"::formatted).toList()) {
      if (!recent.contains(number) && isNobodys(number)) {
        return number;
      }
    }
    throw Trouble.unavailable("every number of the demonstration's strangers is taken");
  }

  private boolean isNobodys(String number) throws Trouble {
    for (JsonObject customer : api.list("/api/customers?q=" + number.replace("+", "%2B"))) {
      for (JsonObject theirs : Json.objects(customer, "numbers")) {
        if (Json.text(theirs, "number").equals(number)) {
          return false;
        }
      }
    }
    return true;
  }
}
