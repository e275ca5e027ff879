package org.decroche.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.store.CallRecord.Agent;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What the board shows beside debts and promises, as the record has it. */
public final class Board {
  /** More than a wall shows. */
  private static final int MOST = 100;

  private final Database database;

  public Board(Database database) {
    this.database = database;
  }

  /**
   * A caller whom nobody has answered yet.
   *
   * @param ringing whose phone rings for them
   * @param why what was decided for them last: the rule when a phone rings, who was considered when
   *     none does
   */
  public record Waiting(CallRecord call, Optional<Ringing> ringing, Optional<JsonObject> why) {}

  /** Whose phone rings, and by which offer: whoever wants to end that names it. */
  public record Ringing(Agent agent, long offer) {}

  /** The calls nobody has answered yet, first come first; at most 100. */
  public List<Waiting> waiting() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select k.*, s.kind as step_kind, s.detail as step_detail, s.agent_id as step_agent, s.offer as step_offer, n.name as step_name
                    from (\s"""
                        + CallRows.SELECT
                        + """
                        where c.ended_at is null and c.answered_at is null and c.direction = 'in'
                        order by c.arrived_at, c.id limit\s"""
                        + MOST
                        + """
                        ) k
                        left join lateral (select kind, detail, agent_id, offer from call_steps
                          where call_id = k.id and kind in ('waiting', 'offered', 'offer-ended', 'fallback')
                          order by at desc, seq desc limit 1) s on true
                        left join agents n on n.id = s.agent_id
                        order by k.arrived_at, k.id
                        """)
                .map(Board::waitingCaller)
                .list());
  }

  private static Waiting waitingCaller(ResultSet row, StatementContext context)
      throws SQLException {
    boolean rings = "offered".equals(row.getString("step_kind"));
    String detail = row.getString("step_detail");
    return new Waiting(
        CallRows.call(row, context),
        rings && row.getString("step_name") != null
            ? Optional.of(
                new Ringing(
                    new Agent(new AgentId(row.getLong("step_agent")), row.getString("step_name")),
                    row.getLong("step_offer")))
            : Optional.empty(),
        detail == null ? Optional.empty() : Optional.of(told(new JsonObject(detail))));
  }

  /** No words of anybody: a board hangs where visitors pass. */
  private static JsonObject told(JsonObject detail) {
    JsonArray considered = new JsonArray();
    detail.getJsonArray("considered", new JsonArray()).forEach(considered::add);
    return new JsonObject()
        .put("rule", detail.getString("rule"))
        .put("stage", detail.getString("stage"))
        .put("until", detail.getString("until"))
        .put("considered", considered);
  }

  /**
   * Somebody who answers.
   *
   * @param since since when they are so available
   * @param talkingSince empty when they talk with nobody
   */
  public record Person(
      Agent agent,
      Availability availability,
      @Nullable String awayReason,
      Instant since,
      Optional<Instant> talkingSince) {}

  /** Everybody who may answer and is not off, and whoever talks; by name. */
  public List<Person> people() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select * from (
                      select a.id, a.name, a.availability, a.away_reason, a.availability_since,
                        (select min(t.began_at) from talks t join calls c on c.id = t.call_id
                          where t.agent_id = a.id and t.ended_at is null and c.ended_at is null) as talking_since
                      from agents a where a.phone is not null and not a.disabled) p
                    where availability <> 'off' or talking_since is not null
                    order by name, id
                    """)
                .map(Board::person)
                .list());
  }

  private static Person person(ResultSet row, StatementContext context) throws SQLException {
    return new Person(
        new Agent(new AgentId(row.getLong("id")), row.getString("name")),
        Words.read(Availability.class, row.getString("availability")),
        row.getString("away_reason"),
        AgentRows.instant(row, "availability_since"),
        Optional.ofNullable(AgentRows.instantOrNull(row, "talking_since")));
  }

  /** How many callers are owed a call, late or not. */
  public long openDebts() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select count(*) from debts where settled_at is null and written_off_at is null")
                .mapTo(Long.class)
                .one());
  }

  /**
   * How many calls without a number that could be called back nobody answered today, by the clock
   * of each front door.
   */
  public int withheld(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from calls c join front_doors d on d.id = c.front_door_id
                    where c.direction = 'in' and c.arrived_at > :now::timestamptz - interval '2 days'
                      and c.arrived_at >= date_trunc('day', :now::timestamptz at time zone d.time_zone) at time zone d.time_zone
                      and c.number_kind <> 'number' and c.answered_at is null and c.ended_at is not null
                    """)
                .bind("now", now)
                .mapTo(Integer.class)
                .one());
  }
}
