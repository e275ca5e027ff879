package org.decroche.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.decroche.moving.Fault;
import org.decroche.moving.Field;
import org.decroche.moving.Intake;
import org.decroche.moving.Intakes;
import org.decroche.moving.Judged;
import org.decroche.moving.Kind;
import org.decroche.moving.Row;
import org.decroche.moving.RowOutcome;
import org.decroche.routing.agent.AgentId;
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
  private final Set<Field> fields;
  private final String fallbackOwner;
  private final CopyText rows;
  private long lastLine;
  private @Nullable Judged judged;

  StoredIntake(Connection connection, Kind kind, Set<Field> fields, Intakes.Defaults defaults)
      throws SQLException {
    this.connection = connection;
    this.kind = kind;
    this.fields = Set.copyOf(fields);
    this.fallbackOwner = defaults.owner();
    connection.setAutoCommit(false);
    execute(
        """
        create temporary table incoming (line bigint, key text, name text, note text, language text,
          numbers text, customer text, label text, title text, customer_words text, effect text, technical text,
          owner text, status text, until text, opened text, touched text, closed text, heard_by text, closing text,
          fallback_owner text, field text, code text, value text) on commit drop
        """);
    rows = new CopyText(connection, "incoming");
  }

  @Override
  public void add(Row row) {
    Map<Field, String> values = row.values();
    Fault fault = row.fault();
    lastLine = row.line();
    rows.add(
        Long.toString(row.line()),
        values.get(Field.KEY),
        Words.orNull(values.get(Field.NAME)),
        Words.orNull(values.get(Field.NOTE)),
        Words.orNull(values.get(Field.LANGUAGE)),
        row.numbers().isEmpty() ? null : String.join(" ", row.numbers()),
        values.get(Field.CUSTOMER),
        Words.orNull(values.get(Field.LABEL)),
        Words.orNull(values.get(Field.TITLE)),
        Words.orNull(values.get(Field.WORDS)),
        Words.orNull(values.get(Field.EFFECT)),
        Words.orNull(values.get(Field.TECHNICAL)),
        values.get(Field.OWNER),
        values.get(Field.STATUS),
        values.get(Field.UNTIL),
        values.get(Field.OPENED),
        values.get(Field.TOUCHED),
        values.get(Field.CLOSED),
        values.get(Field.HEARD_BY),
        Words.orNull(values.get(Field.CLOSING)),
        fallbackOwner,
        fault == null ? null : fault.field().spelt(),
        fault == null ? null : fault.what().spelt(),
        fault == null ? null : fault.value());
  }

  @Override
  public Judged judge() {
    rows.close();
    guarded(
        () -> {
          execute("analyze incoming");
          execute(IntakeSql.of(kind, fields).judged());
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
                  count(*) filter (where outcome = 'unchanged'), count(*) filter (where outcome = 'refused')
                from judged
                """)) {
      row.next();
      List<RowOutcome> first = new ArrayList<>();
      each("where outcome = 'refused' order by line limit " + FIRST_REFUSED, first::add);
      return new Judged(
          row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), first, lastLine);
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
          List<PreparedStatement> changes = new ArrayList<>();
          for (String change : IntakeSql.of(kind, fields).changes()) {
            changes.add(connection.prepareStatement(change));
          }
          for (long line = 0; line <= lastLine; line += LINES_AT_ONCE) {
            for (PreparedStatement change : changes) {
              change.setLong(1, line);
              change.setLong(2, line + LINES_AT_ONCE - 1);
              change.executeUpdate();
            }
            done.accept(Math.min(line + LINES_AT_ONCE, lastLine));
          }
        });
  }

  @Override
  public void commit(AgentId by) {
    Judged all = Objects.requireNonNull(judged);
    guarded(
        () -> {
          try (PreparedStatement note =
              connection.prepareStatement(
                  "insert into imports (kind, agent_id, created, changed, unchanged) values (?, ?, ?, ?, ?)")) {
            note.setString(1, kind.spelt());
            note.setLong(2, by.value());
            note.setLong(3, all.created());
            note.setLong(4, all.changed());
            note.setLong(5, all.unchanged());
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
