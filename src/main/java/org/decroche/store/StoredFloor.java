package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.engine.FloorSource;
import org.decroche.routing.Floor;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Doors and the agents who may answer them: enabled, and with a phone. */
public final class StoredFloor implements FloorSource {
  private final Database database;

  public StoredFloor(Database database) {
    this.database = database;
  }

  /**
   * @throws DatabaseUnavailable when it cannot be read now
   */
  @Override
  public Floor load() {
    return database.forCall(
        handle -> {
          List<AgentProfile> agents = agents(handle);
          Set<AgentId> mayAnswer =
              agents.stream().map(AgentProfile::id).collect(Collectors.toUnmodifiableSet());
          return new Floor(doors(handle, mayAnswer), agents, HouseSettings.read(handle));
        });
  }

  private static List<FrontDoor> doors(Handle handle, Set<AgentId> mayAnswer) {
    return handle
        .createQuery(
            """
            select d.id, d.name, d.number, d.country, d.team_id, t.name as team, d.offer_seconds
            from front_doors d join teams t on t.id = d.team_id order by d.id
            """)
        .map(StoredFloor::door)
        .list()
        .stream()
        .map(door -> withPolicy(handle, door, mayAnswer))
        .toList();
  }

  private static FrontDoor withPolicy(Handle handle, FrontDoor door, Set<AgentId> mayAnswer) {
    return DoorRouting.read(handle, door.id())
        .map(routing -> Policies.policy(routing, Teams.names(handle)))
        // Whoever may not answer any more leaves their turns to whoever is next in the rota.
        .map(policy -> door.with(policy.withRota(policy.rota().only(mayAnswer::contains))))
        .orElse(door);
  }

  private static List<AgentProfile> agents(Handle handle) {
    return handle
        .createQuery(
            """
            select a.id, a.name, a.phone, a.availability, a.availability_since, a.deputy_id, a.works_without_desk,
              a.outside_number,
              array(select team_id from team_members m where m.agent_id = a.id) as teams
            from agents a where a.phone is not null and not a.disabled order by a.id
            """)
        .map(StoredFloor::agent)
        .list();
  }

  private static FrontDoor door(ResultSet row, StatementContext context) throws SQLException {
    return new FrontDoor(
        new FrontDoorId(row.getLong("id")),
        row.getString("name"),
        new PhoneNumber(row.getString("number")),
        row.getString("country"),
        new TeamId(row.getLong("team_id")),
        row.getString("team"),
        Duration.ofSeconds(row.getInt("offer_seconds")));
  }

  private static AgentProfile agent(ResultSet row, StatementContext context) throws SQLException {
    return new AgentProfile(
        new AgentId(row.getLong("id")),
        row.getString("name"),
        new Phone(row.getString("phone")),
        new HashSet<>(AgentRows.teams(row.getArray("teams"))),
        Words.read(Availability.class, row.getString("availability")),
        AgentRows.instant(row, "availability_since"),
        AgentRows.deputy(row),
        row.getBoolean("works_without_desk"),
        AgentRows.outside(row));
  }
}
