package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.decroche.moving.BadFile;
import org.decroche.moving.Import;
import org.decroche.moving.Judged;
import org.decroche.moving.Kind;
import org.decroche.moving.Plan;
import org.decroche.moving.State;
import org.decroche.moving.TextTable;
import org.decroche.routing.agent.AgentId;

/** Takes everything out of a house as files, and files into one, as the page does. */
final class MovingHouse implements AutoCloseable {
  private final Export export;
  private final Import files;

  /** One that works before it returns: a test need not wait. */
  private final ExecutorService atOnce = Executors.newSingleThreadExecutor();

  MovingHouse(Database database) {
    export = new Export(database);
    files = new Import(new StoredIntakes(database), atOnce, "FR");
  }

  /** Every table that another house reads, byte by byte. */
  Map<Export.Table, String> everything() throws IOException {
    Map<Export.Table, String> all = new EnumMap<>(Export.Table.class);
    for (Export.Table table : Export.Table.values()) {
      if (table.comesIn()) {
        all.put(table, file(table));
      }
    }
    return all;
  }

  /** One table, byte by byte. */
  String file(Export.Table table) throws IOException {
    Path file = Files.createTempFile("moving", ".csv");
    try (TextTable text = TextTable.create(file, table.columns())) {
      export.all(table, text::row);
    }
    String all = Files.readString(file);
    Files.delete(file);
    return all;
  }

  /** A file with the columns as they are guessed; nothing of it may be refused. */
  Judged take(Kind kind, String csv, AgentId by) throws IOException, BadFile {
    State done = run(kind, csv, by);
    assertThat(done.phase()).as(done.toString()).isEqualTo(State.Phase.IMPORTED);
    return java.util.Objects.requireNonNull(done.judged());
  }

  /** The same for one that may be refused. */
  State run(Kind kind, String csv, AgentId by) throws IOException, BadFile {
    Path file = Files.createTempFile("moving", ".csv");
    Files.writeString(file, csv);
    State seen = files.receive(kind, kind.spelt() + ".csv", file);
    State unused = files.start(new Plan(seen.preview().columns(), "", true), by);
    try {
      // It has one thread: what comes after is after.
      Object ended = atOnce.submit(() -> {}).get();
      assertThat(ended).isNull();
    } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
    return files.state().orElseThrow();
  }

  @Override
  public void close() {
    files.forget();
    atOnce.close();
  }
}
