package org.decroche.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.decroche.routing.caller.PhoneNumber;

/**
 * Another number for every number: the same for the same one as long as this process lives, so that
 * what the core compares still compares, and nobody's for anybody, since the key dies with it.
 */
final class Pseudonyms extends JsonSerializer<PhoneNumber> {
  // A country's code that was never given away (ITU-T E.164, list of assigned country codes).
  private static final String NOWHERE = "+999";
  private static final long DIGITS = 100_000_000_000L;

  private final SecretKeySpec key;

  Pseudonyms() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  @Override
  public void serialize(PhoneNumber number, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("e164", of(number));
    json.writeEndObject();
  }

  private String of(PhoneNumber number) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(number.e164().getBytes(StandardCharsets.UTF_8));
      return NOWHERE + "%011d".formatted(Math.floorMod(ByteBuffer.wrap(hash).getLong(), DIGITS));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", impossible);
    }
  }
}
