package org.decroche.moving;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** A table of text, read from its beginning to its end. */
final class CsvFile implements AutoCloseable, Iterable<CsvRecord> {
  /** A cell longer than this is a quote that was never closed. */
  private static final int LONGEST_ROW = 1 << 20;

  private static final char MARK = '\uFEFF';

  private final Counting bytes;
  private final CsvReader<CsvRecord> rows;

  private CsvFile(Counting bytes, CsvReader<CsvRecord> rows) {
    this.bytes = bytes;
    this.rows = rows;
  }

  static CsvFile open(Path file, Encoding encoding, Separator separator) throws IOException {
    Counting bytes = new Counting(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    return new CsvFile(
        bytes,
        CsvReader.builder()
            .fieldSeparator(separator.sign())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(LONGEST_ROW)
            .ofCsvRecord(unmarked(new InputStreamReader(bytes, encoding.charset()))));
  }

  /** The first characters of a file, without a byte order mark. */
  static String begin(Path file, Encoding encoding) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        Reader text = unmarked(new InputStreamReader(in, encoding.charset()))) {
      char[] begin = new char[8192];
      int read = text.read(begin);
      return read < 0 ? "" : new String(begin, 0, read);
    }
  }

  private static Reader unmarked(Reader text) throws IOException {
    PushbackReader reader = new PushbackReader(text);
    int first = reader.read();
    if (first >= 0 && first != MARK) {
      reader.unread(first);
    }
    return reader;
  }

  @Override
  public Iterator<CsvRecord> iterator() {
    return rows.iterator();
  }

  /** How far it was read. */
  long bytesRead() {
    return bytes.count;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
