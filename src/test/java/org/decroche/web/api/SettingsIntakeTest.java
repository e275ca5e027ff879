package org.decroche.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Agents;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.Setting;
import org.decroche.store.SettingChanges;
import org.decroche.store.Teams;
import org.decroche.store.TestDatabase;
import org.decroche.web.signin.Passwords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a file costs: as many hashes as there are new people, and none while others wait. */
@ExtendWith(PostgresExtension.class)
class SettingsIntakeTest {
  private static final int MANY = 12;

  private final TestDatabase tables;
  private final Passwords passwords = mock(Passwords.class);
  private final List<String> locksAtAHash = new ArrayList<>();
  private final Counted teams;
  private final Counted people;
  private final SettingsIntake intake;
  private AgentId admin = new AgentId(1);

  SettingsIntakeTest(Database database, TestDatabase tables) {
    this.tables = tables;
    Agents agents = new Agents(database);
    PersonBody body = new PersonBody(mock(OutsideNumber.class));
    this.teams = new Counted(new KeptTeams(new Teams(database)));
    this.people = new Counted(new KeptPeople(agents, body));
    ChangeLog log =
        new ChangeLog(
            new SettingChanges(database),
            Map.of(Setting.TEAM, teams, Setting.PERSON, people),
            Clock.systemUTC());
    this.intake = new SettingsIntake(log, new NewPeople(agents, passwords, body));
  }

  @BeforeEach
  void anEmptyHouse() {
    tables.sql("truncate agents, teams cascade");
    admin =
        new AgentId(
            Long.parseLong(
                tables
                    .sql(
                        """
                        insert into agents (login, name, role, password_hash)
                        values ('admin', 'Admin', 'administrator', '$x$y') returning id
                        """)
                    .getFirst()));
    when(passwords.hash(any()))
        .then(
            password -> {
              locksAtAHash.addAll(
                  tables.sql("select count(*) from pg_locks where locktype = 'advisory'"));
              return "$slow$hash";
            });
  }

  private static JsonObject file() {
    JsonArray teams = new JsonArray();
    JsonArray people = new JsonArray();
    for (int i = 0; i < MANY; i++) {
      teams.add(new JsonObject().put("name", "Team " + i));
      people.add(
          new JsonObject()
              .put("login", "person" + i)
              .put("name", "Person " + i)
              .put("role", "agent")
              .put("teams", new JsonArray().add("Team " + i))
              .put("deputy", i == 0 ? null : "person" + (i - 1))
              .put("disabled", false));
    }
    return new JsonObject().put("teams", teams).put("people", people);
  }

  @Test
  void passwordsAreHashedBeforeTheSettingsAreLockedAndForNewPeopleOnly() {
    assertThat(intake.bringIn(admin, file(), Optional.empty()).newPeople()).hasSize(MANY);

    assertThat(locksAtAHash).hasSize(MANY).containsOnly("0");
    assertThat(intake.bringIn(admin, file(), Optional.empty()).differences()).isEmpty();
    assertThat(locksAtAHash).hasSize(MANY);
  }

  @Test
  void aPreviewHashesNothing() {
    assertThat(intake.preview(admin, file()).differences()).hasSize(2 * MANY);

    assertThat(locksAtAHash).isEmpty();
    assertThat(tables.sql("select login from agents")).containsExactly("admin");
  }

  @Test
  void whatIsThereIsReadAsOftenForManyAsForOne() {
    SettingsIntake.Result unused = intake.bringIn(admin, file(), Optional.empty());

    assertThat(teams.reads).isLessThan(5);
    assertThat(people.reads).isLessThan(5);
  }

  /** How often a whole table was read. */
  private static final class Counted implements Kept {
    private final Kept kept;
    private int reads;

    Counted(Kept kept) {
      this.kept = kept;
    }

    @Override
    public Optional<JsonObject> stands(String key) {
      return kept.stands(key);
    }

    @Override
    public Map<String, JsonObject> all() {
      reads++;
      return kept.all();
    }

    @Override
    public void put(String key, JsonObject document) {
      kept.put(key, document);
    }

    @Override
    public String add(JsonObject document) {
      return kept.add(document);
    }

    @Override
    public void remove(String key) {
      kept.remove(key);
    }
  }
}
