package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.decroche.routing.door.TeamId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The teams. */
public final class Teams {
  private final Database database;

  public Teams(Database database) {
    this.database = database;
  }

  static Map<TeamId, String> names(Handle handle) {
    return handle.createQuery("select id, name from teams").map(Teams::team).stream()
        .collect(Collectors.toMap(Team::id, Team::name));
  }

  /** Tells whether anybody could answer for this team: a member who is not disabled. */
  public boolean hasMembers(TeamId team) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select exists (select from team_members m join agents a on a.id = m.agent_id
                      where m.team_id = :team and not a.disabled and a.phone is not null)
                    """)
                .bind("team", team.value())
                .mapTo(Boolean.class)
                .one());
  }

  public List<Team> all() {
    return database.read(
        handle ->
            handle.createQuery("select id, name from teams order by name").map(Teams::team).list());
  }

  /** Refuses a name already taken, empty or longer than 100. */
  public Outcome<Team> create(String name) {
    return Refusals.judged(
        database,
        handle ->
            new Outcome.Done<>(
                handle
                    .createQuery("insert into teams (name) values (:name) returning id, name")
                    .bind("name", name.strip())
                    .map(Teams::team)
                    .one()));
  }

  /** Refuses a name already taken, empty or longer than 100. */
  public Outcome<Team> rename(TeamId id, String name) {
    return Refusals.judged(
        database,
        handle ->
            handle
                .createQuery("update teams set name = :name where id = :id returning id, name")
                .bind("id", id.value())
                .bind("name", name.strip())
                .map(Teams::team)
                .findOne()
                .<Outcome<Team>>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.NotFound<>("id")));
  }

  /** Whether anybody is in it, disabled people too. */
  public boolean hasAnybody(TeamId team) {
    return database.read(
        handle ->
            handle
                .createQuery("select exists (select from team_members where team_id = :team)")
                .bind("team", team.value())
                .mapTo(Boolean.class)
                .one());
  }

  /** Refuses while a front door stands on it. Whoever was in it is not any more. */
  public Outcome<Boolean> remove(TeamId id) {
    return Refusals.judged(
        database,
        handle ->
            handle.createUpdate("delete from teams where id = :id").bind("id", id.value()).execute()
                    == 0
                ? new Outcome.NotFound<>("id")
                : new Outcome.Done<>(true));
  }

  private static Team team(ResultSet row, StatementContext context) throws SQLException {
    return new Team(new TeamId(row.getLong("id")), row.getString("name"));
  }
}
