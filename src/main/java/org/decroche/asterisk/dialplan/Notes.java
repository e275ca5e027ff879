package org.decroche.asterisk.dialplan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.decroche.asterisk.agi.Numbers;
import org.decroche.engine.Unwatched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file in which the dialplan notes who was picked up and hung up, whether we are there or not.
 * It is moved aside, read, and deleted only after its reader took it all: what a crash leaves
 * behind is read again, so the reader must bear the same line twice.
 */
public final class Notes {
  private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

  /** Years of calls; what comes behind is not ours. */
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  /** What was written so recently may be about calls whose record is on its way. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Path file;
  private final Path aside;
  private final Line line;
  private final Consumer<List<Unwatched>> reader;
  private final InstantSource clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /**
   * Touches nothing yet.
   *
   * @param file as named in the dialplan's {@code generated/unwatched.conf}; need not exist
   * @param reader takes what was written, in its order; when it throws, the file stays
   */
  public Notes(Path file, Numbers numbers, Consumer<List<Unwatched>> reader, InstantSource clock) {
    this.file = file;
    this.aside = file.resolveSibling(file.getFileName() + ".read");
    this.line = new Line(numbers);
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Reads what there is, and tells whether it could. Blocks. What the reader throws is passed on.
   */
  public boolean read() {
    oneAtATime.lock();
    try {
      readAside();
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      readAside();
      return true;
    } catch (NoSuchFileException nothing) {
      return true; // nobody called
    } catch (IOException unreadable) {
      unreadable(unreadable);
      return false;
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Reads what was moved aside the last time, and moves aside what came since: by then the watched
   * calls among them are on record, and only what is missing is written. Blocks, as {@link #read}.
   */
  public void readOlder() {
    oneAtATime.lock();
    try {
      if (Files.exists(aside) && isQuiet(aside)) {
        readAside();
      }
      if (!Files.exists(aside)) {
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (NoSuchFileException nothing) {
      // nobody called
    } catch (IOException unreadable) {
      unreadable(unreadable);
    } finally {
      oneAtATime.unlock();
    }
  }

  private boolean isQuiet(Path noted) throws IOException {
    return Files.getLastModifiedTime(noted).toInstant().isBefore(clock.instant().minus(QUIET));
  }

  private void unreadable(IOException why) {
    LOG.warn("what the dialplan noted in {} cannot be read: {}", file, why.toString());
  }

  private void readAside() throws IOException {
    long read = 0;
    // The dialplan may have opened it a moment before it was moved.
    while (Files.exists(aside) && read != Files.size(aside)) {
      read = Files.size(aside);
      take();
    }
    Files.deleteIfExists(aside);
  }

  private void take() throws IOException {
    byte[] bytes;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(aside))) {
      bytes = in.readNBytes(MOST_BYTES);
    }
    List<Unwatched> told = new ArrayList<>();
    long strange = 0;
    for (String text : (Iterable<String>) lines(bytes)::iterator) {
      int before = told.size();
      line.read(text).ifPresent(told::add);
      strange += told.size() == before ? 1 : 0;
    }
    if (strange > 0) {
      LOG.warn("{} lines of the dialplan's notes are none and were skipped", strange);
    }
    reader.accept(told);
  }

  /** A last line without its end was torn. */
  private static Stream<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines();
  }
}
