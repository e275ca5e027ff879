package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.door.TeamId;
import org.decroche.store.NewAgent.PhoneAccount;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.Invalid;
import org.decroche.store.Outcome.NotFound;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final TestDatabase postgres;
  private final Agents agents;
  private final Sessions sessions;
  private TeamId team = new TeamId(0);

  AgentsTest(TestDatabase postgres) {
    this.postgres = postgres;
    this.agents = new Agents(postgres.database());
    this.sessions = new Sessions(postgres.database());
  }

  @BeforeAll
  void aTeam() {
    team = ((Done<Team>) new Teams(postgres.database()).create("Accueil")).value().id();
  }

  @BeforeEach
  void nobody() {
    postgres.sql("truncate agents cascade");
  }

  @Test
  void aNewAgentIsOffAndInTheirTeam() {
    AgentAccount alice = created(agent("alice"));

    assertThat(alice.availability()).isEqualTo(Availability.OFF);
    assertThat(alice.teams()).containsExactly(team);
    assertThat(agents.byId(alice.id())).contains(alice);
    assertThat(agents.all()).containsExactly(alice);
  }

  @Test
  void aLoginOrAPhoneTakenIsRefusedByName() {
    created(agent("alice"));

    assertThat(agents.create(agent("alice", "palice99"))).isEqualTo(new Conflict<>("login"));
    assertThat(agents.create(agent("alicia", "palice0"))).isEqualTo(new Conflict<>("phone"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Alice", "al ice", "1alice", "alice'; drop table agents; --", "àlice"})
  void aLoginOfAnotherShapeIsRefused(String login) {
    assertThat(agents.create(agent(login, "p12345"))).isEqualTo(new Invalid<>("login"));
  }

  @Test
  void anUnknownTeamIsRefusedAndNothingIsStored() {
    NewAgent alice =
        new NewAgent(
            "alice", "Alice", Role.AGENT, "$x$y$z", phone("palice0"), List.of(new TeamId(404)));

    assertThat(agents.create(alice)).isEqualTo(new NotFound<>("teamId"));
    assertThat(agents.all()).isEmpty();
  }

  @Test
  void aPasswordThatIsNotHashedIsRefused() {
    assertThat(
            agents.create(
                new NewAgent("alice", "Alice", Role.AGENT, "secret", phone("palice0"), List.of())))
        .isEqualTo(new Invalid<>("passwordHash"));
  }

  @Test
  void hostileNamesAreKeptAsTheText() {
    String name = "Robert'); drop table agents; --\u0000 <img onerror=alert(1)> \u202Eecila \uD800";

    AgentAccount stored =
        created(new NewAgent("bobby", name, Role.AGENT, "$x$y$z", phone("pbobby0"), List.of()));

    assertThat(stored.name())
        .isEqualTo(
            "Robert'); drop table agents; --\uFFFD <img onerror=alert(1)> \u202Eecila \uFFFD");
  }

  @Test
  void onlyAnAdministratorMayBeWithoutPhone() {
    assertThat(agents.create(new NewAgent("alice", "Alice", Role.AGENT, "$x$y$z", null, List.of())))
        .isInstanceOf(Invalid.class);
    assertThat(
            created(new NewAgent("admin", "Admin", Role.ADMINISTRATOR, "$x$y$z", null, List.of()))
                .phone())
        .isEmpty();
  }

  @Test
  void theTimeOfAChoiceIsThatOfTheFirstAndReasonsGoWithAway() {
    AgentId alice = created(agent("alice")).id();

    agents.choose(alice, Availability.READY, "ignored", NOW);
    AgentAccount again = done(agents.choose(alice, Availability.READY, null, NOW.plusSeconds(60)));
    assertThat(again.since()).isEqualTo(NOW);
    assertThat(again.awayReason()).isNull();

    AgentAccount away =
        done(agents.choose(alice, Availability.AWAY, " lunch ", NOW.plusSeconds(90)));
    assertThat(away.awayReason()).isEqualTo("lunch");
    assertThat(away.since()).isEqualTo(NOW.plusSeconds(90));
    assertThat(agents.choose(alice, Availability.AWAY, "x".repeat(201), NOW))
        .isEqualTo(new Invalid<>("awayReason"));
  }

  @Test
  void whoeverIsDisabledIsOffSignedOutAndRungNoMore() {
    created(new NewAgent("admin", "Admin", Role.ADMINISTRATOR, "$x$y$z", null, List.of()));
    AgentId alice = created(agent("alice")).id();
    agents.choose(alice, Availability.READY, null, NOW);
    byte[] token = new byte[32];
    assertThat(sessions.begin(token, alice, "", NOW, NOW.plusSeconds(600))).isTrue();

    AgentAccount disabled =
        done(agents.change(alice, new AgentChange("Alice", Role.AGENT, true, List.of(team))));

    assertThat(disabled.availability()).isEqualTo(Availability.OFF);
    assertThat(sessions.use(token, NOW, Duration.ofSeconds(60))).isEmpty();
    assertThat(sessions.begin(token, alice, "", NOW, NOW.plusSeconds(600))).isFalse();
    assertThat(new StoredFloor(postgres.database()).load().agents()).isEmpty();
    assertThat(agents.choose(alice, Availability.READY, null, NOW)).isEqualTo(new NotFound<>("id"));
  }

  @Test
  void theLastAdministratorStays() {
    AgentId admin =
        created(new NewAgent("admin", "Admin", Role.ADMINISTRATOR, "$x$y$z", null, List.of())).id();

    assertThat(agents.change(admin, new AgentChange("Admin", Role.ADMINISTRATOR, true, List.of())))
        .isEqualTo(new Conflict<>("role"));
    assertThat(agents.change(admin, new AgentChange("Admin", Role.AGENT, false, List.of())))
        .isEqualTo(new Conflict<>("role"));
  }

  @Test
  void aNewPasswordEndsEverySession() {
    AgentId alice = created(agent("alice")).id();
    byte[] token = new byte[32];
    sessions.begin(token, alice, "", NOW, NOW.plus(Duration.ofHours(1)));

    agents.setPasswordHash(alice, "$new$hash$x");

    assertThat(sessions.use(token, NOW, Duration.ofSeconds(60))).isEmpty();
    assertThat(agents.credentials("alice").orElseThrow().passwordHash()).isEqualTo("$new$hash$x");
  }

  @Test
  void nothingPrintedOfAnAgentShowsASecret() {
    created(agent("alice"));

    assertThat(
            agent("alice").toString()
                + agents.all()
                + agents.credentials("alice")
                + postgres.access())
        .doesNotContain("$x$", "0123456789abcdef", "password");
  }

  @Test
  void aSessionEndsWhenItsTimeIsOver() {
    AgentId alice = created(agent("alice")).id();
    byte[] token = new byte[32];
    sessions.begin(token, alice, "", NOW, NOW.plusSeconds(60));

    assertThat(sessions.use(token, NOW.plusSeconds(59), Duration.ofSeconds(60)))
        .map(AgentAccount::id)
        .contains(alice);
    assertThat(sessions.use(token, NOW.plusSeconds(60), Duration.ofSeconds(60))).isEmpty();
    assertThat(sessions.sweep(NOW.plusSeconds(60))).isEqualTo(1);
  }

  private NewAgent agent(String login) {
    return agent(login, "p" + login + "0");
  }

  private NewAgent agent(String login, String phone) {
    return new NewAgent(
        login,
        "Name of " + login.replace(" ", ""),
        Role.AGENT,
        "$x$y$z",
        phone(phone),
        List.of(team));
  }

  private static PhoneAccount phone(String name) {
    return new PhoneAccount(new Phone(name), "0123456789abcdef0123456789abcdef");
  }

  private AgentAccount created(NewAgent agent) {
    return done(agents.create(agent));
  }

  private static AgentAccount done(Outcome<AgentAccount> outcome) {
    return ((Done<AgentAccount>) outcome).value();
  }
}
