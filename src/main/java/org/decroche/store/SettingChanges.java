package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.SettingChange.Act;
import org.decroche.store.SettingChange.AgentName;
import org.decroche.store.SettingChange.Which;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The change log of settings. */
public final class SettingChanges {
  private static final String SELECT =
      """
      select c.*, a.name as by_name, exists (select from setting_changes u where u.undoes = c.id) as undone,
        coalesce(case c.setting when 'routing' then (select d.name from front_doors d where d.id = c.key::bigint) end,
          c.after ->> 'name', c.before ->> 'name',
          case when c.setting in ('person', 'availability') then (select p.name from agents p where p.id = c.key::bigint) end, c.key) as known_as
      from setting_changes c join agents a on a.id = c.by_id
      """;

  private final Database database;

  public SettingChanges(Database database) {
    this.database = database;
  }

  /**
   * Does this and everything the store is asked for in it, on this thread, together or not at all:
   * an exception undoes it. One at a time, so that what a change was made on is what stands.
   */
  public <T> T together(Supplier<T> work) {
    return database.write(
        handle -> {
          handle.execute("select pg_advisory_xact_lock(hashtext('decroche.settings'))");
          return work.get();
        });
  }

  /** The id of its last change; 0 when it has not been changed since there is a log. */
  public long version(Which which) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select coalesce(max(id), 0) from setting_changes where setting = :setting and key = :key")
                .bind("setting", Words.spelt(which.setting()))
                .bind("key", which.key())
                .mapTo(Long.class)
                .one());
  }

  /** The same for all of a kind, by key; those without a change are not in it. */
  public Map<String, Long> versions(Setting setting) {
    Map<String, Long> versions = new HashMap<>();
    database
        .read(
            handle ->
                handle
                    .createQuery(
                        "select key, max(id) as last from setting_changes where setting = :setting group by key")
                    .bind("setting", Words.spelt(setting))
                    .map((row, context) -> Map.entry(row.getString("key"), row.getLong("last")))
                    .list())
        .forEach(one -> versions.put(one.getKey(), one.getValue()));
    return versions;
  }

  /** What is to be written down. */
  public record Entry(
      Instant at,
      AgentId by,
      Which which,
      Act act,
      Optional<JsonObject> before,
      Optional<JsonObject> after,
      Optional<Long> undoes) {}

  /** Writes a line; its id is the new version. */
  public long note(Entry entry) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    insert into setting_changes (at, by_id, setting, key, act, before, after, undoes)
                    values (:at, :by, :setting, :key, :act, :before::jsonb, :after::jsonb, :undoes) returning id
                    """)
                .bind("at", entry.at())
                .bind("by", entry.by().value())
                .bind("setting", Words.spelt(entry.which().setting()))
                .bind("key", entry.which().key())
                .bind("act", Words.spelt(entry.act()))
                .bind("before", entry.before().map(JsonObject::encode).orElse(null))
                .bind("after", entry.after().map(JsonObject::encode).orElse(null))
                .bind("undoes", entry.undoes().orElse(null))
                .mapTo(Long.class)
                .one());
  }

  public Optional<SettingChange> byId(long id) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "where c.id = :id")
                .bind("id", id)
                .map(SettingChanges::change)
                .findOne());
  }

  /** The last change that takes this one back; empty when it stands. */
  public Optional<SettingChange> undoing(long id) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + "where c.undoes = :id order by c.id desc limit 1")
                .bind("id", id)
                .map(SettingChanges::change)
                .findOne());
  }

  /** The id of the last change of all; 0 when there is none. */
  public long last() {
    return database.read(
        handle ->
            handle
                .createQuery("select coalesce(max(id), 0) from setting_changes")
                .mapTo(Long.class)
                .one());
  }

  /**
   * What has changed since of all that a file of settings tells, newest first, and no more than
   * somebody reads: no secrets, and not who takes calls just now.
   */
  public List<SettingChange> ofFileSince(long id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        where c.id > :id and c.setting <> 'availability' and c.act in ('added', 'changed', 'removed')
                        order by c.id desc limit 100
                        """)
                .bind("id", id)
                .map(SettingChanges::change)
                .list());
  }

  /** Which lines: of one kind, of one setting, by one agent, of all. */
  public record Filter(Optional<Setting> setting, Optional<String> key, Optional<Long> by) {
    /** Everything. */
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The last ones, newest first.
   *
   * @param before only lines older than this one
   */
  public List<SettingChange> before(Filter filter, long before, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        where c.id < :before and (:setting::text is null or c.setting = :setting)
                          and (:key::text is null or c.key = :key) and (:by::bigint is null or c.by_id = :by)
                        order by c.id desc limit :limit
                        """)
                .bind("before", before)
                .bind("setting", filter.setting().map(Words::spelt).orElse(null))
                .bind("key", filter.key().orElse(null))
                .bind("by", filter.by().orElse(null))
                .bind("limit", limit)
                .map(SettingChanges::change)
                .list());
  }

  /** All later ones of one setting, newest first. */
  public List<SettingChange> since(Which which, long version) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "where c.setting = :setting and c.key = :key and c.id > :version order by c.id desc")
                .bind("setting", Words.spelt(which.setting()))
                .bind("key", which.key())
                .bind("version", version)
                .map(SettingChanges::change)
                .list());
  }

  /** Somebody is forgotten who once shared a number that is theirs alone by now. */
  static void dropNumbers(Handle handle, List<String> numbers) {
    handle
        .createUpdate(
            "delete from setting_changes where setting = 'shared-number' and key = any(:numbers)")
        .bindArray("numbers", String.class, numbers)
        .execute();
  }

  private static SettingChange change(ResultSet row, StatementContext context) throws SQLException {
    return new SettingChange(
        row.getLong("id"),
        AgentRows.instant(row, "at"),
        new AgentName(row.getLong("by_id"), row.getString("by_name")),
        new Which(Words.read(Setting.class, row.getString("setting")), row.getString("key")),
        row.getString("known_as"),
        Words.read(Act.class, row.getString("act")),
        json(row.getString("before")),
        json(row.getString("after")),
        Optional.ofNullable(row.getObject("undoes", Long.class)),
        row.getBoolean("undone"));
  }

  private static Optional<JsonObject> json(@Nullable String text) {
    return Optional.ofNullable(text).map(JsonObject::new);
  }
}
