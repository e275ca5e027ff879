package org.decroche.moving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The encodings that spreadsheets and customer systems write here. */
public enum Encoding {
  UTF_8("utf-8", StandardCharsets.UTF_8),
  UTF_16LE("utf-16le", StandardCharsets.UTF_16LE),
  UTF_16BE("utf-16be", StandardCharsets.UTF_16BE),
  WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

  private static final int SAMPLE = 4096;

  private final String spelt;
  private final Charset charset;

  Encoding(String spelt, Charset charset) {
    this.spelt = spelt;
    this.charset = charset;
  }

  public String spelt() {
    return spelt;
  }

  Charset charset() {
    return charset;
  }

  public static Optional<Encoding> read(String spelt) {
    return Arrays.stream(values()).filter(one -> one.spelt.equals(spelt)).findFirst();
  }

  /**
   * A mark at the beginning decides; else zero bytes in every other place tell UTF-16; else the
   * whole file is UTF-8, which text in another encoding practically never is by chance; else it is
   * what Windows writes in western Europe.
   */
  static Encoding of(Path file) throws IOException {
    byte[] begin;
    try (InputStream in = Files.newInputStream(file)) {
      begin = in.readNBytes(SAMPLE);
    }
    if (starts(begin, 0xEF, 0xBB, 0xBF)) {
      return UTF_8;
    }
    if (starts(begin, 0xFF, 0xFE)) {
      return UTF_16LE;
    }
    if (starts(begin, 0xFE, 0xFF)) {
      return UTF_16BE;
    }
    if (zeros(begin, 1) * 3 > begin.length) {
      return UTF_16LE;
    }
    if (zeros(begin, 0) * 3 > begin.length) {
      return UTF_16BE;
    }
    return isUtf8(file) ? UTF_8 : WINDOWS_1252;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** In the odd or the even places. */
  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer text = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      boolean ended = false;
      while (!ended) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, text, ended);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
        text.clear();
      }
    }
    return true;
  }
}
