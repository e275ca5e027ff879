package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.AwayBecause;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The people who answer. They are never deleted: past calls and cases name them. */
public final class Agents {
  private static final String SELECT = "select " + AgentRows.COLUMNS + " from agents a ";

  private final Database database;

  public Agents(Database database) {
    this.database = database;
  }

  /** Everybody, the disabled too, by name. */
  public List<AgentAccount> all() {
    return database.read(
        handle ->
            handle.createQuery(SELECT + "order by a.name, a.id").map(AgentRows::account).list());
  }

  /** The names of those who may answer: enabled, and with a phone. */
  public Map<AgentId, String> mayAnswer() {
    return all().stream()
        .filter(agent -> agent.phone().isPresent() && !agent.disabled())
        .collect(Collectors.toUnmodifiableMap(AgentAccount::id, AgentAccount::name));
  }

  public Optional<AgentAccount> byId(AgentId id) {
    return database.read(handle -> find(handle, id));
  }

  /** What a sign-in is checked against. */
  public record Credentials(
      AgentId agent, String passwordHash, boolean disabled, boolean secondFactor) {
    @Override
    public String toString() {
      return "credentials of agent " + agent.value();
    }
  }

  public Optional<Credentials> credentials(String login) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select id, password_hash, disabled, totp_since is not null as two from agents where login = :login")
                .bind("login", login)
                .map(
                    (row, context) ->
                        new Credentials(
                            new AgentId(row.getLong("id")),
                            row.getString("password_hash"),
                            row.getBoolean("disabled"),
                            row.getBoolean("two")))
                .findOne());
  }

  /** Whether anybody can let the others in. */
  public boolean hasAdministrator() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select exists (select from agents where role = 'administrator' and not disabled)")
                .mapTo(Boolean.class)
                .one());
  }

  /** What the phone of somebody who is disabled can be signed off with; by the service alone. */
  public record SigningOff(Phone phone, String ha1) {
    @Override
    public String toString() {
      return phone.name();
    }
  }

  /** With what is in force now; empty for whoever never had a phone. */
  public Optional<SigningOff> signingOff(AgentId id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select phone, case when disabled then signed_off_ha1 else phone_ha1 end as ha1 from agents
                    where id = :id and phone is not null and (not disabled or signed_off_ha1 is not null)
                    """)
                .bind("id", id.value())
                .map(
                    (row, context) ->
                        new SigningOff(new Phone(row.getString("phone")), row.getString("ha1")))
                .findOne());
  }

  /**
   * Refuses a login or phone already taken, an unknown team, a text out of bounds; then nothing is
   * stored.
   */
  public Outcome<AgentAccount> create(NewAgent agent) {
    return Refusals.judged(
        database,
        handle -> {
          NewAgent.PhoneAccount phone = agent.phone();
          long id =
              handle
                  .createQuery(
                      """
                      insert into agents
                        (login, name, role, password_hash, phone, phone_ha1, deputy_id, works_without_desk,
                         outside_number)
                      values (:login, :name, :role, :hash, :phone, :ha1, :deputy, :deskless, :outside) returning id
                      """)
                  .bind("login", agent.login())
                  .bind("name", agent.name().strip())
                  .bind("role", Words.spelt(agent.role()))
                  .bind("hash", agent.passwordHash())
                  .bind("phone", phone == null ? null : phone.phone().name())
                  .bind("ha1", phone == null ? null : phone.ha1())
                  .bind("deputy", deputy(agent.cover()))
                  .bind("deskless", agent.cover().worksWithoutDesk())
                  .bind("outside", outside(agent.cover()))
                  .mapTo(Long.class)
                  .one();
          return standing(handle, join(handle, new AgentId(id), agent.teams()));
        });
  }

  /**
   * Disabling somebody also ends their sessions and sets them off. Refuses to take the last
   * administrator away (conflict on {@code role}), a ring of deputies (on {@code deputyId}), and to
   * disable somebody who still owns an open case or owes an open promise (on {@code disabled}).
   */
  public Outcome<AgentAccount> change(AgentId id, AgentChange change) {
    return change(id, change, Optional.empty());
  }

  /**
   * The same.
   *
   * @param successor who takes over all their open cases and promises, in the same act
   */
  public Outcome<AgentAccount> change(
      AgentId id, AgentChange change, Optional<Ownership.Successor> successor) {
    return Refusals.judged(
        database,
        handle -> {
          boolean administers = change.role() == Role.ADMINISTRATOR && !change.disabled();
          if (!administers && isLastAdministrator(handle, id)) {
            return new Conflict<>("role");
          }
          if (makesRing(handle, id, change.cover())) {
            return new Conflict<>("deputyId");
          }
          if (!Ownership.hold(handle, id)) {
            return new NotFound<>("id");
          }
          if (change.disabled() && successor.isEmpty() && !Ownership.load(handle, id).isNothing()) {
            return new Conflict<>("disabled");
          }
          if (successor.isPresent()
              && Ownership.handOverAll(handle, id, successor.get()) instanceof NotFound) {
            return new NotFound<>("toId");
          }
          handle
              .createUpdate(
                  """
                  update agents set name = :name, role = :role, disabled = :disabled,
                    signed_off_ha1 = case when :disabled
                      then coalesce(signed_off_ha1, md5(gen_random_uuid()::text)) end,
                    deputy_id = :deputy, works_without_desk = :deskless, outside_number = :outside,
                    availability = case when :disabled then 'off' else availability end,
                    away_reason = case when :disabled then null else away_reason end,
                    away_because = case when :disabled then null else away_because end,
                    availability_since = case when disabled <> :disabled then now() else availability_since end
                  where id = :id
                  """)
              .bind("id", id.value())
              .bind("name", change.name().strip())
              .bind("role", Words.spelt(change.role()))
              .bind("disabled", change.disabled())
              .bind("deputy", deputy(change.cover()))
              .bind("deskless", change.cover().worksWithoutDesk())
              .bind("outside", outside(change.cover()))
              .execute();
          if (change.disabled()) {
            handle
                .createUpdate(
                    "with gone as (delete from known_devices where agent_id = :id) delete from sessions where agent_id = :id")
                .bind("id", id.value())
                .execute();
          }
          handle
              .createUpdate("delete from team_members where agent_id = :id")
              .bind("id", id.value())
              .execute();
          return find(handle, id).isEmpty()
              ? new NotFound<>("id")
              : standing(handle, join(handle, id, change.teams()));
        });
  }

  /** The reason is kept only while away. */
  public Outcome<AgentAccount> choose(
      AgentId id, Availability availability, @Nullable String awayReason, Instant since) {
    return updated(
        id,
        """
        update agents set availability = :availability, away_reason = :reason, away_because = null,
          availability_since = case when availability = :availability then availability_since else :since end
        where id = :id and not disabled
        """,
        Map.of("availability", Words.spelt(availability), "since", since),
        "reason",
        availability == Availability.AWAY ? Words.orNull(awayReason) : null);
  }

  /** What was not their own choice; nothing happens unless they had chosen ready. */
  public Outcome<AgentAccount> makeAway(AgentId id, AwayBecause because, Instant since) {
    return updated(
        id,
        """
        update agents set availability = 'away', away_reason = null, away_because = :because,
          availability_since = :since
        where id = :id and not disabled and availability = 'ready'
        """,
        Map.of("since", since),
        "because",
        Words.spelt(because));
  }

  /**
   * From now on only the new password registers. A phone registered with the old one stays so until
   * it is signed off ({@link #signingOff}).
   */
  public Outcome<AgentAccount> setPhoneDigest(AgentId id, String ha1) {
    return updated(
        id,
        "update agents set phone_ha1 = :ha1 where id = :id and phone is not null",
        Map.of(),
        "ha1",
        ha1);
  }

  /**
   * Ends every session of that agent, and forgets their machines: whoever knew the old password is
   * out.
   */
  public Outcome<AgentAccount> setPasswordHash(AgentId id, String hash) {
    return updated(
        id,
        """
        with gone as (delete from sessions where agent_id = :id),
          forgotten as (delete from known_devices where agent_id = :id)
        update agents set password_hash = :hash where id = :id
        """,
        Map.of(),
        "hash",
        hash);
  }

  private Outcome<AgentAccount> updated(
      AgentId id, String sql, Map<String, ?> values, String name, @Nullable String value) {
    return Refusals.judged(
        database,
        handle -> {
          int rows =
              handle
                  .createUpdate(sql)
                  .bind("id", id.value())
                  .bindMap(values)
                  .bind(name, value)
                  .execute();
          return rows == 0 ? new NotFound<>("id") : standing(handle, id);
        });
  }

  private static boolean isLastAdministrator(Handle handle, AgentId id) {
    // Locked, so that two administrators cannot each dismiss the other at once.
    List<Long> administrators =
        handle
            .createQuery(
                "select id from agents where role = 'administrator' and not disabled order by id for update")
            .mapTo(Long.class)
            .list();
    return administrators.equals(List.of(id.value()));
  }

  private static @Nullable Long deputy(Cover cover) {
    return cover.deputy().map(AgentId::value).orElse(null);
  }

  private static @Nullable String outside(Cover cover) {
    return cover.outside().map(PhoneNumber::e164).orElse(null);
  }

  /** Following the deputies from this one on leads back to the agent. */
  private static boolean makesRing(Handle handle, AgentId agent, Cover cover) {
    if (cover.deputy().isEmpty()) {
      return false;
    }
    // One at a time: two changes that are each fine could make a ring together.
    handle.execute("select pg_advisory_xact_lock(hashtext('agents.deputy_id'))");
    return handle
        .createQuery(
            """
            with recursive chain (id) as (
              select cast(:deputy as bigint)
              union
              select a.deputy_id from agents a join chain c on a.id = c.id where a.deputy_id is not null)
            select exists (select from chain where id = :agent)
            """)
        .bind("deputy", deputy(cover))
        .bind("agent", agent.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static AgentId join(Handle handle, AgentId id, List<TeamId> teams) {
    for (TeamId team : teams) {
      handle
          .createUpdate(
              "insert into team_members (team_id, agent_id) values (:team, :agent) on conflict do nothing")
          .bind("team", team.value())
          .bind("agent", id.value())
          .execute();
    }
    return id;
  }

  private static Outcome<AgentAccount> standing(Handle handle, AgentId id) {
    return find(handle, id)
        .<Outcome<AgentAccount>>map(Done::new)
        .orElseGet(() -> new NotFound<>("id"));
  }

  private static Optional<AgentAccount> find(Handle handle, AgentId id) {
    return handle
        .createQuery(SELECT + "where a.id = :id")
        .bind("id", id.value())
        .map(AgentRows::account)
        .findOne();
  }
}
