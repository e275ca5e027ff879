package org.decroche.moving;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file looks, before anything is done with it.
 *
 * @param headers the first row
 * @param rows the next few
 * @param columns what each column seems to hold, by its header; null for nothing of ours
 */
public record Preview(
    Encoding encoding,
    Separator separator,
    List<String> headers,
    List<List<String>> rows,
    List<@Nullable Field> columns) {
  private static final int ROWS = 8;
  private static final int MOST_COLUMNS = 200;

  /**
   * Looks at a file.
   *
   * @param encoding as somebody chose it, else found out; the same for the separator
   * @throws BadFile when it is no table of text
   */
  static Preview of(
      Path file, Kind kind, Optional<Encoding> encoding, Optional<Separator> separator)
      throws IOException, BadFile {
    Encoding chosen = encoding.isPresent() ? encoding.get() : Encoding.of(file);
    String begin = CsvFile.begin(file, chosen);
    Separator between = separator.orElseGet(() -> Separator.of(begin));
    if (begin.indexOf('\u0000') >= 0) {
      throw new BadFile(BadFile.Why.NOT_TEXT);
    }
    List<List<String>> rows = new ArrayList<>();
    try (CsvFile csv = CsvFile.open(file, chosen, between)) {
      for (CsvRecord row : csv) {
        rows.add(List.copyOf(row.getFields()));
        if (rows.size() > ROWS) {
          break;
        }
      }
    } catch (CsvParseException unclosed) {
      throw new BadFile(BadFile.Why.QUOTE_OPEN);
    }
    if (rows.isEmpty()) {
      throw new BadFile(BadFile.Why.EMPTY);
    }
    List<String> headers = rows.getFirst();
    if (headers.size() > MOST_COLUMNS) {
      throw new BadFile(BadFile.Why.TOO_WIDE);
    }
    return new Preview(
        chosen, between, headers, rows.subList(1, rows.size()), HeaderWords.guess(headers, kind));
  }
}
