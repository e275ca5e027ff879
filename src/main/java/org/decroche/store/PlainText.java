package org.decroche.store;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Text as PostgreSQL can hold it. A zero character or half a surrogate pair, which only a hostile
 * or broken client sends, would fail the whole statement; each becomes the replacement character.
 */
final class PlainText extends AbstractArgumentFactory<String> {
  PlainText() {
    super(Types.VARCHAR);
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    String plain = plain(value);
    return (position, statement, context) -> statement.setString(position, plain);
  }

  static String plain(String value) {
    String paired =
        StandardCharsets.UTF_8.newEncoder().canEncode(value) ? value : replacingHalves(value);
    return paired.replace('\u0000', '\uFFFD');
  }

  private static String replacingHalves(String value) {
    return value
        .codePoints()
        .map(
            point ->
                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                    ? 0xFFFD
                    : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
