package org.decroche.moving;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import org.decroche.moving.State.Phase;
import org.decroche.numbers.NumberReader;
import org.decroche.routing.agent.AgentId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one file that is being moved in. It lies in a temporary directory until it is taken away or
 * another comes; whatever happens to the service meanwhile, none of it or all of it is in the
 * database.
 */
public final class Import {
  private static final Logger LOG = LoggerFactory.getLogger(Import.class);

  /** Reading it is about half the work; the rest is the database's. */
  private static final int ROWS_BETWEEN_SIGNS = 5_000;

  private final Intakes intakes;
  private final ExecutorService blocking;
  private final String country;
  private final NumberReader numbers = new NumberReader();
  private @Nullable Path file;
  private @Nullable State state;

  /**
   * @param blocking where a file is read
   * @param country ISO 3166 code: how a number without country code is meant
   */
  public Import(Intakes intakes, ExecutorService blocking, String country) {
    this.intakes = intakes;
    this.blocking = blocking;
    this.country = country;
  }

  /** Empty when there is no file. */
  public synchronized Optional<State> state() {
    return Optional.ofNullable(state);
  }

  /** Somebody's file is worked on: it can neither be replaced nor started again. */
  public synchronized boolean works() {
    return state != null && state.works();
  }

  /**
   * Takes a file in place of the one before.
   *
   * @param received becomes ours, to delete
   */
  public synchronized State receive(Kind kind, String fileName, Path received)
      throws IOException, BadFile {
    try {
      Preview preview = Preview.of(received, kind, Optional.empty(), Optional.empty());
      forget();
      file = received;
      return become(
          new State(kind, fileName, Files.size(received), Phase.RECEIVED, 0, preview, null, null));
    } catch (IOException | BadFile | RuntimeException unusable) {
      Files.deleteIfExists(received);
      throw unusable;
    }
  }

  /** Looks again, with another encoding or separator. */
  public synchronized State look(Encoding encoding, Separator separator)
      throws IOException, BadFile {
    State now = Objects.requireNonNull(state);
    Preview preview =
        Preview.of(
            Objects.requireNonNull(file),
            now.kind(),
            Optional.of(encoding),
            Optional.of(separator));
    return become(
        new State(now.kind(), now.fileName(), now.bytes(), Phase.RECEIVED, 0, preview, null, null));
  }

  /** What a person must change of a plan before it can be followed; empty when it can. */
  public synchronized Optional<String> wrong(Plan plan) {
    State now = Objects.requireNonNull(state);
    return plan.wrong(now.kind(), now.preview().headers().size());
  }

  /** Starts, and returns at once; {@link #state} tells how it goes on. */
  public synchronized State start(Plan plan, AgentId by) {
    State now = Objects.requireNonNull(state);
    Path read = Objects.requireNonNull(file);
    State started = become(now.with(Phase.CHECKING, 0));
    blocking.execute(() -> run(read, started, plan, by));
    return started;
  }

  /** Stops what is under way, without a trace, and forgets the file. */
  public synchronized void forget() {
    Path old = file;
    file = null;
    state = null;
    if (old != null) {
      delete(old);
      delete(report(old));
    }
  }

  /** What becomes of each row, as a table of text; empty until the file was checked. */
  public synchronized Optional<Path> report() {
    return Optional.ofNullable(file).map(Import::report).filter(Files::exists);
  }

  private void run(Path read, State started, Plan plan, AgentId by) {
    try (Intake intake =
        intakes.open(started.kind(), plan.fields(), new Intakes.Defaults(plan.owner(), by))) {
      if (!fill(intake, read, started, plan)) {
        return;
      }
      Judged judged = intake.judge();
      Reports.write(intake, report(read));
      State checked = started.judged(judged);
      if (!plan.apply() || judged.refused() > 0) {
        tell(read, checked.with(Phase.CHECKED, 1));
        return;
      }
      double last = Math.max(judged.lastLine(), 1);
      intake.apply(
          done -> {
            if (!wanted(read)) {
              throw new CancellationException();
            }
            tell(read, checked.with(Phase.IMPORTING, done / last));
          });
      finish(intake, read, checked, by);
    } catch (CsvParseException unclosed) {
      tell(read, started.failed(BadFile.Why.QUOTE_OPEN.name()));
    } catch (IOException | RuntimeException failure) {
      if (wanted(read)) {
        LOG.warn("an import failed; nothing of it was kept: {}", failure.toString());
        tell(read, started.failed(failure.getClass().getSimpleName()));
      }
    }
  }

  /** False when nobody wants it any more. */
  private boolean fill(Intake intake, Path read, State started, Plan plan) throws IOException {
    Preview how = started.preview();
    RowReader reader = new RowReader(started.kind(), plan.columns(), country, numbers);
    try (CsvFile csv = CsvFile.open(read, how.encoding(), how.separator())) {
      boolean header = true;
      long rows = 0;
      for (CsvRecord row : csv) {
        if (header) {
          header = false;
          continue;
        }
        intake.add(reader.read(row.getStartingLineNumber(), row.getFields()));
        if (++rows % ROWS_BETWEEN_SIGNS == 0) {
          if (!wanted(read)) {
            return false;
          }
          tell(read, started.with(Phase.CHECKING, csv.bytesRead() / (double) started.bytes()));
        }
      }
    }
    return wanted(read);
  }

  /** Stopped up to here, it leaves nothing behind; from here on it is done. */
  private synchronized void finish(Intake intake, Path read, State checked, AgentId by) {
    if (!wanted(read)) {
      return;
    }
    intake.commit();
    tell(read, checked.with(Phase.IMPORTED, 1));
    Judged all = Objects.requireNonNull(checked.judged());
    LOG.info(
        "agent {} imported {}: {} created, {} changed, {} unchanged, {} about nobody here",
        by.value(),
        checked.kind().spelt(),
        all.created(),
        all.changed(),
        all.unchanged(),
        all.unmatched());
  }

  /** Each file lies under a name of its own. */
  private synchronized boolean wanted(Path read) {
    return read.equals(file);
  }

  /** Unless another file has come meanwhile. */
  private synchronized void tell(Path of, State next) {
    if (of.equals(file)) {
      state = next;
    }
  }

  private synchronized State become(State next) {
    state = next;
    return next;
  }

  private static Path report(Path file) {
    return file.resolveSibling(file.getFileName() + ".report.csv");
  }

  private static void delete(Path old) {
    try {
      Files.deleteIfExists(old);
    } catch (IOException left) {
      LOG.warn("an imported file could not be deleted: {}", left.toString());
    }
  }
}
