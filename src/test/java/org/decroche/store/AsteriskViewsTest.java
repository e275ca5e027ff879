package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsteriskViewsTest {
  private final TestDatabase postgres;
  private final Fixture firm;

  AsteriskViewsTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
  }

  @BeforeEach
  void nobody() {
    postgres.sql("truncate agents cascade");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps_endpoints", "ps_aors"})
  void anAgentsPhoneIsThereAtOnceAndGoesWhenTheyAreDisabled(String view) {
    AgentId alice = firm.agent("alice");
    firm.agent("karim");
    assertThat(asterisk("select id from asterisk." + view + " order by id"))
        .containsExactly("palice00", "pkarim00");

    firm.agents.change(alice, new AgentChange("Alice", Role.AGENT, true, List.of()));

    assertThat(asterisk("select id from asterisk." + view)).containsExactly("pkarim00");
  }

  @Test
  void thePasswordOfADisabledPersonsPhoneIsWorthNothingAndOnlyTheServiceCanSignItOff() {
    AgentId alice = firm.agent("alice");
    String was = asterisk("select md5_cred from asterisk.ps_auths").getFirst();
    assertThat(firm.agents.signingOff(alice).orElseThrow().ha1()).isEqualTo(was);

    firm.agents.change(alice, new AgentChange("Alice", Role.AGENT, true, List.of()));

    Agents.SigningOff off = firm.agents.signingOff(alice).orElseThrow();
    assertThat(asterisk("select id || ' ' || md5_cred from asterisk.ps_auths"))
        .containsExactly(off.phone().name() + " " + off.ha1())
        .noneMatch(row -> row.contains(was));
    assertThat(off.toString()).doesNotContain(off.ha1());

    firm.agents.change(alice, new AgentChange("Alice", Role.AGENT, false, List.of()));

    assertThat(asterisk("select md5_cred from asterisk.ps_auths")).containsExactly(was);
    assertThat(firm.agents.signingOff(alice).orElseThrow().ha1()).isEqualTo(was);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps_endpoints", "ps_auths", "ps_aors"})
  void everyColumnIsTextAndNoneIsEmpty(String view) {
    firm.agent("alice");

    assertThat(asterisk("select to_jsonb(v)::text from asterisk." + view + " v"))
        .singleElement()
        .asString()
        .doesNotContain("null");
    assertThat(
            postgres.sql(
                "select distinct data_type from information_schema.columns where table_schema = 'asterisk' and table_name = '"
                    + view
                    + "'"))
        .containsExactly("text");
  }

  @Test
  void aNewPhonePasswordIsTheOnlyOneFromThenOn() {
    AgentId alice = firm.agent("alice");

    firm.agents.setPhoneDigest(alice, "ffffffffffffffffffffffffffffffff");

    assertThat(asterisk("select md5_cred from asterisk.ps_auths"))
        .containsExactly("ffffffffffffffffffffffffffffffff");
    assertThat(firm.agents.signingOff(alice).orElseThrow().ha1())
        .as("what the old registration is ended with")
        .isEqualTo("ffffffffffffffffffffffffffffffff");
    assertThat(firm.agents.setPhoneDigest(alice, "plain password"))
        .isEqualTo(new Outcome.Invalid<>("phoneHa1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from agents",
        "select password_hash from public.agents",
        "select * from customers",
        "select * from customer_numbers",
        "select * from calls",
        "select * from sessions",
        "insert into asterisk.ps_auths (id) values ('x')",
        "update asterisk.ps_auths set md5_cred = 'ffffffffffffffffffffffffffffffff'",
        "delete from asterisk.ps_endpoints",
        "create table asterisk.mine (id int)",
      })
  void asteriskReadsItsViewsAndNothingElse(String sql) {
    assertThatThrownBy(() -> asterisk(sql))
        .hasMessageMatching(
            "(?s).*(permission denied|cannot update column|read-only transaction|does not exist).*");
  }

  @Test
  void noSecretOfAPersonIsInAnyView() {
    firm.agent("alice");

    for (String view : List.of("ps_endpoints", "ps_auths", "ps_aors")) {
      assertThat(asterisk("select v::text from asterisk." + view + " v").get(0))
          .doesNotContain("$x$y$z", "Agent alice", "password");
    }
  }

  private List<String> asterisk(String sql) {
    return TestDatabase.sql(postgres.asAsterisk(), sql);
  }
}
