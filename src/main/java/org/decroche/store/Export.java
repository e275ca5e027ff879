package org.decroche.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.decroche.moving.Field;
import org.decroche.moving.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was entered, as it is read in again: the names of columns are the fields'. And
 * the record, which stays true only where it was made: it goes out and does not come in.
 */
public final class Export {
  private static final int ROWS_AT_ONCE = 5_000;

  /** A page of the record ends between two moments: a call has no number of its own. */
  private static final String ARRIVAL = "(extract(epoch from k.arrived_at) * 1000000)::bigint";

  private static final String ARRIVED =
      """
      (select distinct arrived_at from calls where arrived_at > timestamptz 'epoch' + ? * interval '1 microsecond'
        order by arrived_at limit ?) p join calls k on k.arrived_at = p.arrived_at
      """;

  private final Database database;

  public Export(Database database) {
    this.database = database;
  }

  /** What there is to take out, and the names of its columns. */
  public enum Table {
    CUSTOMERS(
        "key,name,note,language,number,kind,called,firm,since,same-as",
        """
        select c.id, c.key, c.name, c.note, c.language,
          (select string_agg(n.number, ', ' order by n.number) from customer_numbers n where n.customer_id = c.id),
          c.kind, c.called, (select f.key from customers f where f.id = c.firm_id), c.created_at,
          case when c.merged_into is not null then (select s.key from customers s where s.id = kept_customer(c.id)) end
        from customers c where c.id > ? order by c.id limit ?
        """),
    NUMBERS(
        "customer,number,label",
        // Whole customers, so that a page ends between two; one without a number gives no row.
        """
        select c.id, c.key, n.number, n.label
        from (select id, key from customers where id > ? order by id limit ?) c
        left join customer_numbers n on n.customer_id = c.id order by c.id, n.number
        """),
    SHARED_NUMBERS(
        "number",
        """
        select substr(number, 2)::bigint as id, number from shared_numbers
        where substr(number, 2)::bigint > ? order by 1 limit ?
        """),
    CASES(
        "key,customer,title,words,effect,technical,owner,status,until,opened,touched,closed,heard-by,heard-at,heard-on,heard-in,closing",
        """
        select k.id, k.key, c.key, k.title, k.customer_words, k.effect, k.technical, a.login, k.status,
          k.waiting_until, k.opened_at, k.touched_at, k.closed_at, h.login, k.heard_at, k.heard_on, k.heard_in, k.closing
        from (select * from cases where id > ? order by id limit ?) k
        join customers c on c.id = k.customer_id join agents a on a.id = k.owner_id
        left join agents h on h.id = k.heard_by order by k.id
        """),
    PROMISES(
        "key,case,what,by,due,made,made-by,call,state,ended,ended-by,why",
        """
        select m.id, m.key, k.key, m.what, a.login, m.due_at, m.made_at, o.login, m.call_id, m.state, m.ended_at, e.login, m.why
        from (select * from promises where id > ? order by id limit ?) m
        join cases k on k.id = m.case_id join agents a on a.id = m.by_id join agents o on o.id = m.made_by
        left join agents e on e.id = m.ended_by order by m.id
        """),
    ERRANDS(
        "key,case,party,contact,what,due,asked,asked-by,state,ended,ended-by,ending",
        """
        select r.id, r.key, k.key, r.party, r.contact, r.what, r.due_at, r.asked_at, a.login, r.state, r.ended_at, e.login,
          r.ended_words
        from (select * from errands where id > ? order by id limit ?) r
        join cases k on k.id = r.case_id join agents a on a.id = r.asked_by left join agents e on e.id = r.ended_by order by r.id
        """),
    /** All that was said and done. */
    TIMELINE(
        "key,case,at,kind,author,text,call,corrects,promise,errand,detail",
        """
        select t.id, t.key, k.key, t.at, t.kind, a.login, t.text, t.call_id, w.key, p.key, e.key,
          portable_detail(t.kind, t.detail, false)
        from (select * from timeline where id > ? order by id limit ?) t
        join cases k on k.id = t.case_id left join agents a on a.id = t.author_id
        left join timeline w on w.id = t.corrects_id left join promises p on p.id = t.promise_id
        left join errands e on e.id = t.errand_id order by t.id
        """),
    /**
     * Those that are not over, whole ones; a row for each customer. Whoever has left is not named:
     * no file may give them anything.
     */
    ALERTS(
        "key,title,since,received,customer,agent",
        """
        select l.id, l.key, l.title, l.since, l.received_at, c.key, a.login
        from (select * from alerts where id > ? and over_at is null order by id limit ?) l
        left join alert_customers m on m.alert_id = l.id left join customers c on c.id = m.customer_id
        left join agents a on a.id = m.agent_id and not a.disabled order by l.id, c.id
        """),
    /** The record: whom nobody answered too. Our own calls out have who made them. */
    CALLS(
        "id,direction,door,number,customer,arrived,answered,answered-by,ended,ending,seconds-billed-before-human,called-by",
        """
        select %s, k.id, k.direction, f.number, k.number, c.key, k.arrived_at, k.answered_at, a.login, k.ended_at, k.ending,
          k.seconds_billed_before_human, o.login
        from %s left join front_doors f on f.id = k.front_door_id left join customers c on c.id = k.customer_id
        left join agents a on a.id = k.answered_by left join agents o on o.id = k.called_by order by k.arrived_at, k.id
        """
            .formatted(ARRIVAL, ARRIVED)),
    /** Each one's own time with the caller. */
    TALKS(
        "call,agent,began,ended",
        """
        select %s, k.id, a.login, t.began_at, t.ended_at from %s join talks t on t.call_id = k.id join agents a on a.id = t.agent_id
        order by k.arrived_at, k.id, t.began_at, t.agent_id
        """
            .formatted(ARRIVAL, ARRIVED)),
    /** What happened to each call, and why. */
    STEPS(
        "call,step,at,kind,agent,reason,detail",
        """
        select %s, k.id, s.seq, s.at, s.kind, a.login, s.reason, s.detail
        from %s join call_steps s on s.call_id = k.id left join agents a on a.id = s.agent_id order by k.arrived_at, k.id, s.seq
        """
            .formatted(ARRIVAL, ARRIVED)),
    /** Whom we owed a call back, and what became of it. */
    DEBTS(
        "number,customer,door,owner,began,missed,due,settled,settled-by,settled-call,written-off,written-off-by,written-off-why",
        """
        select d.id, d.number, c.key, f.number, o.login, d.began_at, d.missed_at, d.due_at, d.settled_at, s.login, d.settled_call_id,
          d.written_off_at, w.login, d.written_off_reason
        from (select * from debts where id > ? order by id limit ?) d left join customers c on c.id = d.customer_id
        join front_doors f on f.id = d.front_door_id left join agents o on o.id = d.owner_id
        left join agents s on s.id = d.settled_by left join agents w on w.id = d.written_off_by order by d.id
        """),
    /** As they were written. */
    MESSAGES(
        "received,site,typed-by,customer,name,number,words,case",
        """
        select m.id, m.received_at, s.name, a.login, c.key, m.name, m.number, m.words, k.key
        from (select * from messages where id > ? order by id limit ?) m join customers c on c.id = m.customer_id
        left join sites s on s.id = m.site_id left join agents a on a.id = m.typed_by left join cases k on k.id = m.case_id
        order by m.id
        """);

    private final String columns;
    private final String sql;

    Table(String columns, String sql) {
      this.columns = columns;
      this.sql = sql;
    }

    /**
     * The one that is spelt so.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Table read(String spelt) {
      return Words.read(Table.class, spelt);
    }

    public String spelt() {
      return Words.spelt(this);
    }

    /** Whether another house reads it in. */
    public boolean comesIn() {
      return Arrays.stream(Kind.values()).anyMatch(kind -> kind.spelt().equals(spelt()));
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
          if (table != Table.NUMBERS || row.getString("number") != null) {
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
      boolean isMoment =
          table.comesIn()
              ? Field.read(column).filter(Field::isMoment).isPresent()
              : row.getMetaData().getColumnType(at) == Types.TIMESTAMP;
      cells.add(isMoment ? moment(row, at) : row.getString(at));
      at++;
    }
    return cells;
  }
}
