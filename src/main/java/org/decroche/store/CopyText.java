package org.decroche.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into a table by COPY, the fastest way in. */
final class CopyText implements AutoCloseable {
  private final PGCopyOutputStream out;
  private final StringBuilder row = new StringBuilder();

  /**
   * @param into a table with the columns in the order of the values
   */
  CopyText(Connection connection, String into) throws SQLException {
    out =
        new PGCopyOutputStream(
            connection.unwrap(PGConnection.class), "copy " + into + " from stdin", 1 << 16);
  }

  void add(List<@Nullable String> values) {
    row.setLength(0);
    for (String value : values) {
      if (!row.isEmpty()) {
        row.append('\t');
      }
      append(value);
    }
    row.append('\n');
    try {
      out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void append(@Nullable String value) {
    if (value == null) {
      row.append("\\N");
      return;
    }
    String plain = PlainText.plain(value);
    for (int i = 0; i < plain.length(); i++) {
      char sign = plain.charAt(i);
      switch (sign) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        default -> row.append(sign);
      }
    }
  }

  /** All rows are there when this returns. */
  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
