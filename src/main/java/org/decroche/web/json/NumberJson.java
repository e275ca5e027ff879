package org.decroche.web.json;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.decroche.numbers.NumberReader;
import org.decroche.numbers.NumberWriter;
import org.decroche.numbers.PartialNumber;
import org.decroche.numbers.PartialNumberReader;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;

/** Numbers as people of one country write and read them. */
public final class NumberJson {
  private final NumberReader reader;
  private final PartialNumberReader parts = new PartialNumberReader();
  private final NumberWriter writer;
  private final String country;

  /**
   * For the numbers of one country.
   *
   * @param country ISO 3166 code
   */
  public NumberJson(String country) {
    this(new NumberReader(), new NumberWriter(), country);
  }

  private NumberJson(NumberReader reader, NumberWriter writer, String country) {
    this.reader = reader;
    this.writer = writer;
    this.country = country;
  }

  /** The same for another country. */
  public NumberJson in(String other) {
    return new NumberJson(reader, writer, other);
  }

  /** Whether there are numbers of this country; an ISO 3166 code. */
  public boolean knows(String code) {
    return reader.knows(code);
  }

  public String country() {
    return country;
  }

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
    return writer.write(number, country);
  }

  /** Empty when the text is not a public number. */
  public Optional<PhoneNumber> read(String text) {
    return reader.read(text, country) instanceof CallerNumber.Dialable(PhoneNumber number)
        ? Optional.of(number)
        : Optional.empty();
  }

  /** Empty when the text is no part of a number either. */
  public Optional<PartialNumber> readPart(String text) {
    return parts.read(text, country);
  }

  private static JsonObject shape(String kind, String display) {
    return new JsonObject().put("kind", kind).putNull("e164").put("display", display);
  }
}
