package org.decroche.moving;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table of text being written, as spreadsheets open it without asking and nothing in it runs. */
public final class TextTable implements AutoCloseable {
  /** Without it, Excel reads UTF-8 as Windows-1252. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvWriter csv;

  private TextTable(CsvWriter csv) {
    this.csv = csv;
  }

  /**
   * Begins a table with its header.
   *
   * @param file overwritten
   */
  public static TextTable create(Path file, List<String> columns) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    out.write(MARK);
    CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(out, StandardCharsets.UTF_8);
    csv.writeRecord(columns);
    return new TextTable(csv);
  }

  public void row(List<String> cells) {
    csv.writeRecord(cells.stream().map(Cells::neutral).toList());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
