package org.decroche.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.decroche.moving.Fault;
import org.decroche.moving.Field;
import org.decroche.moving.Intake;
import org.decroche.moving.Intakes;
import org.decroche.moving.Judged;
import org.decroche.moving.Kind;
import org.decroche.moving.Row;
import org.decroche.moving.RowOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Rows taken in by one transaction on a connection of their own. They wait in a temporary table, so
 * that a service killed in the middle leaves nothing behind, neither changes nor the rows
 * themselves.
 */
final class StoredIntake implements Intake {
  private static final int LINES_AT_ONCE = 20_000;
  private static final int FIRST_REFUSED = 100;

  private final Connection connection;
  private final Kind kind;
  private final List<Field> columns;
  private final IntakeSql sql;
  private final CopyText rows;
  private long lastLine;
  private @Nullable Judged judged;

  StoredIntake(Connection connection, Kind kind, Set<Field> fields, Intakes.Defaults defaults)
      throws SQLException {
    this.connection = connection;
    this.kind = kind;
    this.columns = kind.fields().stream().filter(field -> field != Field.FIRST_NAME).toList();
    this.sql = IntakeSql.of(kind, Set.copyOf(fields));
    connection.setAutoCommit(false);
    execute(
        "create temporary table incoming (line bigint, %s text, field text, code text, value text) on commit drop"
            .formatted(
                columns.stream().map(IntakeSql::column).collect(Collectors.joining(" text, "))));
    terms(defaults);
    rows = new CopyText(connection, "incoming");
  }

  /** What holds for all rows. */
  private void terms(Intakes.Defaults defaults) throws SQLException {
    execute("create temporary table terms (owner text, by_id bigint) on commit drop");
    try (PreparedStatement terms =
        connection.prepareStatement("insert into terms (owner, by_id) values (?, ?)")) {
      terms.setString(1, Words.orNull(defaults.owner()));
      terms.setLong(2, defaults.by().value());
      terms.executeUpdate();
    }
  }

  /** Empty is as if it were not there: what the file has no column for, the statements know. */
  @Override
  public void add(Row row) {
    List<@Nullable String> cells = new ArrayList<>();
    cells.add(Long.toString(row.line()));
    for (Field field : columns) {
      cells.add(
          field == Field.NUMBER
              ? Words.orNull(String.join(" ", row.numbers()))
              : Words.orNull(row.values().get(field)));
    }
    Fault fault = row.fault();
    cells.add(fault == null ? null : fault.field().spelt());
    cells.add(fault == null ? null : fault.what().spelt());
    cells.add(fault == null ? null : fault.value());
    lastLine = row.line();
    rows.add(cells);
  }

  @Override
  public Judged judge() {
    rows.close();
    guarded(
        () -> {
          execute("analyze incoming");
          execute(sql.judged());
          execute("create index on judged (line)");
          execute("analyze judged");
          judged = count();
        });
    return Objects.requireNonNull(judged);
  }

  private Judged count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select count(*) filter (where outcome = 'created'), count(*) filter (where outcome = 'changed'),
                  count(*) filter (where outcome = 'unchanged'), count(*) filter (where outcome = 'unmatched'),
                  count(*) filter (where outcome = 'refused')
                from judged
                """)) {
      row.next();
      List<RowOutcome> first = new ArrayList<>();
      each("where outcome = 'refused' order by line limit " + FIRST_REFUSED, first::add);
      return new Judged(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          first,
          lastLine);
    }
  }

  @Override
  public void eachRow(Consumer<RowOutcome> tell) {
    guarded(() -> each("order by line", tell));
  }

  private void each(String which, Consumer<RowOutcome> tell) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // In portions: a million rows at once would be held in memory.
      statement.setFetchSize(5_000);
      try (ResultSet row =
          statement.executeQuery("select line, outcome, wrong, why, said from judged " + which)) {
        while (row.next()) {
          tell.accept(new RowOutcome(row.getLong(1), row.getString(2), fault(row)));
        }
      }
    }
  }

  private static @Nullable Fault fault(ResultSet row) throws SQLException {
    String why = row.getString("why");
    return why == null
        ? null
        : new Fault(
            Field.valueOf(constant(row.getString("wrong"))),
            Fault.What.valueOf(constant(why)),
            Objects.requireNonNullElse(row.getString("said"), ""));
  }

  private static String constant(String spelt) {
    return spelt.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  @Override
  public void apply(LongConsumer done) {
    guarded(
        () -> {
          for (String once : sql.prepared()) {
            execute(once);
          }
          boolean twice = !sql.afterwards().isEmpty();
          apply(sql.changes(), line -> done.accept(twice ? line / 2 : line));
          if (twice) {
            apply(sql.afterwards(), line -> done.accept((lastLine + line) / 2));
          }
        });
  }

  private void apply(List<String> statements, LongConsumer done) throws SQLException {
    List<PreparedStatement> changes = new ArrayList<>();
    for (String change : statements) {
      changes.add(connection.prepareStatement(change));
    }
    for (long line = 0; line <= lastLine; line += LINES_AT_ONCE) {
      for (PreparedStatement change : changes) {
        change.setLong(1, line);
        change.setLong(2, line + LINES_AT_ONCE - 1);
        change.execute();
      }
      done.accept(Math.min(line + LINES_AT_ONCE, lastLine));
    }
  }

  @Override
  public void commit() {
    Judged all = Objects.requireNonNull(judged);
    guarded(
        () -> {
          try (PreparedStatement note =
              connection.prepareStatement(
                  """
                  insert into imports (kind, agent_id, created, changed, unchanged, unmatched)
                  select ?, by_id, ?, ?, ?, ? from terms
                  """)) {
            note.setString(1, kind.spelt());
            note.setLong(2, all.created());
            note.setLong(3, all.changed());
            note.setLong(4, all.unchanged());
            note.setLong(5, all.unmatched());
            note.executeUpdate();
          }
          connection.commit();
        });
  }

  @Override
  public void close() {
    try {
      // Whatever was not committed is gone with the connection.
      connection.close();
    } catch (SQLException gone) {
      throw Failures.translated(gone);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private interface Work {
    void done() throws SQLException;
  }

  private static void guarded(Work work) {
    try {
      work.done();
    } catch (SQLException failure) {
      throw Failures.translated(failure);
    }
  }
}
