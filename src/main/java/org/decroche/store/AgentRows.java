package org.decroche.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.AwayBecause;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows that become values. */
final class AgentRows {
  static final String COLUMNS =
      """
      a.id, a.login, a.name, a.role, a.phone, a.availability, a.away_reason, a.away_because, a.deputy_id, a.works_without_desk, a.outside_number, a.availability_since, a.disabled,
      array(select team_id from team_members m where m.agent_id = a.id order by team_id) as teams
      """;

  private AgentRows() {}

  static AgentAccount account(ResultSet row, StatementContext context) throws SQLException {
    return new AgentAccount(
        new AgentId(row.getLong("id")),
        row.getString("login"),
        row.getString("name"),
        Words.read(Role.class, row.getString("role")),
        Optional.ofNullable(row.getString("phone")).map(Phone::new),
        Words.read(Availability.class, row.getString("availability")),
        row.getString("away_reason"),
        because(row.getString("away_because")),
        instant(row, "availability_since"),
        row.getBoolean("disabled"),
        deputy(row),
        row.getBoolean("works_without_desk"),
        outside(row),
        teams(row.getArray("teams")));
  }

  static Optional<AgentId> deputy(ResultSet row) throws SQLException {
    long deputy = row.getLong("deputy_id");
    return deputy == 0 ? Optional.empty() : Optional.of(new AgentId(deputy));
  }

  static Optional<PhoneNumber> outside(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("outside_number")).map(PhoneNumber::new);
  }

  private static @Nullable AwayBecause because(@Nullable String spelt) {
    return spelt == null ? null : Words.read(AwayBecause.class, spelt);
  }

  static List<TeamId> teams(Array column) throws SQLException {
    return Arrays.stream((Long[]) column.getArray()).map(TeamId::new).toList();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
