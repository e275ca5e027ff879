package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.leg.LegId;

/** Puts calls and their steps together again; the steps come first. */
final class RecalledRows {
  private final Map<String, List<Recalled.Offered>> offers = new HashMap<>();
  private final Map<String, List<Recalled.Outside>> outside = new HashMap<>();

  /** Returns its place among all; of no use but to be something. */
  int addStep(ResultSet row) throws SQLException {
    String call = row.getString("call_id");
    JsonObject detail = new JsonObject(row.getString("detail"));
    if (row.getString("kind").equals("offered")) {
      offers.computeIfAbsent(call, anew -> new ArrayList<>()).add(offered(row, detail));
    } else {
      Optional<LegId> leg =
          Optional.ofNullable(detail.getString("leg")).filter(LegId::isName).map(LegId::new);
      // Whoever was forgotten since has no number here any more; the others are recalled all the
      // same.
      Optional<PhoneNumber> number =
          Optional.ofNullable(detail.getString("number")).map(PhoneNumber::new);
      if (leg.isPresent() && number.isPresent()) {
        outside
            .computeIfAbsent(call, anew -> new ArrayList<>())
            .add(new Recalled.Outside(leg.get(), number.get()));
      }
    }
    return row.getRow();
  }

  /** Empty for a call out of which it is not known who of ours makes it, or to whom. */
  Optional<Recalled> call(ResultSet row) throws SQLException {
    CallerNumber number = CallNumbers.read(row.getString("number_kind"), row.getString("number"));
    if (row.getString("direction").equals("in")) {
      return Optional.of(in(row, number));
    }
    Optional<Long> by = id(row, "called_by");
    return by.isPresent() && number instanceof CallerNumber.Dialable(PhoneNumber callee)
        ? Optional.of(out(row, callee, new AgentId(by.get())))
        : Optional.empty();
  }

  private Recalled.In in(ResultSet row, CallerNumber number) throws SQLException {
    String id = row.getString("id");
    return new Recalled.In(
        new CallId(id),
        id(row, "front_door_id").map(FrontDoorId::new),
        number,
        AgentRows.instant(row, "arrived_at"),
        id(row, "customer_id"),
        moment(row, "answered_at"),
        id(row, "answered_by").map(AgentId::new),
        moment(row, "billed_at"),
        offers.getOrDefault(id, List.of()),
        outside.getOrDefault(id, List.of()));
  }

  private static Recalled.Out out(ResultSet row, PhoneNumber callee, AgentId by)
      throws SQLException {
    return new Recalled.Out(
        new CallId(row.getString("id")),
        id(row, "front_door_id").map(FrontDoorId::new),
        callee,
        by,
        AgentRows.instant(row, "arrived_at"),
        id(row, "customer_id"),
        id(row, "debt_id"),
        moment(row, "answered_at"));
  }

  private static Recalled.Offered offered(ResultSet row, JsonObject detail) throws SQLException {
    return new Recalled.Offered(
        new OfferId(row.getLong("offer")),
        new AgentId(row.getLong("agent_id")),
        ReasonJson.read(detail),
        AgentRows.instant(row, "at"),
        moment(row, "talking_since"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(AgentRows.instantOrNull(row, column));
  }

  private static Optional<Long> id(ResultSet row, String column) throws SQLException {
    long id = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(id);
  }
}
