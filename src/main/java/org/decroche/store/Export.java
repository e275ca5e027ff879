package org.decroche.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that was entered, as it is read in again: customers, numbers, cases, and notes. */
public final class Export {
  private static final Set<String> MOMENTS =
      Set.of("opened", "touched", "at", "until", "closed", "due", "made", "asked", "ended");
  private static final int ROWS_AT_ONCE = 5_000;

  private final Database database;

  public Export(Database database) {
    this.database = database;
  }

  /** What there is to take out, and the names of its columns. */
  public enum Table {
    CUSTOMERS(
        "key,name,note,language,number,kind,called,firm",
        """
        select c.id, c.key, c.name, c.note, c.language,
          (select string_agg(n.number, ', ' order by n.number) from customer_numbers n where n.customer_id = c.id),
          c.kind, c.called, (select f.key from customers f where f.id = c.firm_id)
        from customers c where c.id > ? and c.merged_into is null order by c.id limit ?
        """),
    NUMBERS(
        "customer,number,label",
        // Whole customers, so that a page ends between two; one without a number gives no row.
        """
        select c.id, c.key, n.number, n.label
        from (select id, key from customers where id > ? order by id limit ?) c
        left join customer_numbers n on n.customer_id = c.id order by c.id, n.number
        """),
    CASES(
        "key,customer,title,words,effect,technical,owner,status,until,opened,touched,closed,heard-by,closing",
        """
        select k.id, k.key, c.key, k.title, k.customer_words, k.effect, k.technical, a.login, k.status,
          k.waiting_until, k.opened_at, k.touched_at, k.closed_at, h.login, k.closing
        from (select * from cases where id > ? order by id limit ?) k
        join customers c on c.id = k.customer_id join agents a on a.id = k.owner_id
        left join agents h on h.id = k.heard_by order by k.id
        """),
    NOTES(
        "case,at,author,text",
        """
        select n.id, k.key, n.at, a.login, n.text
        from (select * from timeline where id > ? and kind in ('note', 'correction') order by id limit ?) n
        join cases k on k.id = n.case_id join agents a on a.id = n.author_id order by n.id
        """),
    PROMISES(
        "case,what,by,due,made,state,ended,why",
        """
        select m.id, k.key, m.what, a.login, m.due_at, m.made_at, m.state, m.ended_at, m.why
        from (select * from promises where id > ? order by id limit ?) m
        join cases k on k.id = m.case_id join agents a on a.id = m.by_id order by m.id
        """),
    ERRANDS(
        "case,party,contact,what,due,asked,state,ended,words",
        """
        select e.id, k.key, e.party, e.contact, e.what, e.due_at, e.asked_at, e.state, e.ended_at, e.ended_words
        from (select * from errands where id > ? order by id limit ?) e
        join cases k on k.id = e.case_id order by e.id
        """),
    /** All that was said and done, notes too. */
    TIMELINE(
        "case,at,kind,author,text,detail",
        """
        select t.id, k.key, t.at, t.kind, a.login, t.text, t.detail
        from (select * from timeline where id > ? order by id limit ?) t
        join cases k on k.id = t.case_id left join agents a on a.id = t.author_id order by t.id
        """);

    private final String columns;
    private final String sql;

    Table(String columns, String sql) {
      this.columns = columns;
      this.sql = sql;
    }

    public List<String> columns() {
      return List.of(columns.split(",", -1));
    }
  }

  /**
   * Some rows.
   *
   * @param rows their cells in the order of the columns, null for an empty one
   * @param next what to ask for after these; empty at the end
   */
  public record Page(List<List<@Nullable String>> rows, OptionalLong next) {}

  /** Where rows are written to. */
  public interface Sink {
    void row(List<String> cells) throws IOException;
  }

  /** The next rows, oldest first. */
  public Page page(Table table, long after, int limit) {
    return database.read(handle -> page(handle.getConnection(), table, after, limit));
  }

  /**
   * All rows, as they are at one moment.
   *
   * @throws IOException when the sink fails
   */
  public void all(Table table, Sink sink) throws IOException {
    try (Connection connection = database.longWork()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      OptionalLong next = OptionalLong.of(0);
      while (next.isPresent()) {
        Page page = page(connection, table, next.getAsLong(), ROWS_AT_ONCE);
        for (List<@Nullable String> row : page.rows()) {
          sink.row(row.stream().map(cell -> cell == null ? "" : cell).toList());
        }
        next = page.next();
      }
    } catch (SQLException failure) {
      throw Failures.translated(failure);
    }
  }

  private static Page page(Connection connection, Table table, long after, int limit)
      throws SQLException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    long last = after;
    int seen = 0;
    try (PreparedStatement statement = connection.prepareStatement(table.sql)) {
      statement.setLong(1, after);
      statement.setInt(2, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          seen += row.getLong(1) == last ? 0 : 1;
          last = row.getLong(1);
          if (table != Table.NUMBERS || row.getString(3) != null) {
            rows.add(cells(row, table));
          }
        }
      }
    }
    return new Page(rows, seen < limit ? OptionalLong.empty() : OptionalLong.of(last));
  }

  private static @Nullable String moment(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant().toString();
  }

  private static List<@Nullable String> cells(ResultSet row, Table table) throws SQLException {
    List<@Nullable String> cells = new ArrayList<>();
    int at = 2;
    for (String column : table.columns()) {
      cells.add(MOMENTS.contains(column) ? moment(row, at) : row.getString(at));
      at++;
    }
    return cells;
  }
}
