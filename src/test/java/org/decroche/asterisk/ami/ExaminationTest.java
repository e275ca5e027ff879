package org.decroche.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.decroche.engine.TelephonyHealth;
import org.decroche.engine.TelephonyHealth.Trunk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How Asterisk says it is, of provider's servers and registrations. */
class ExaminationTest {
  private FakeAsterisk asterisk;
  private Ami ami;

  @BeforeEach
  void connected() throws IOException {
    asterisk = new FakeAsterisk();
    ami =
        new Ami(
            asterisk.port(), "decroche", "secret", told -> {}, InstantSource.system(), old -> {});
    ami.start();
    await().until(ami::connected);
    asterisk.listing("QueueStatus", "Event: QueueStatusComplete|EventList: Complete");
    contacts();
    registrations();
  }

  @AfterEach
  void close() throws IOException {
    ami.close();
    asterisk.close();
  }

  private void contacts(String... states) {
    List<String> events = new ArrayList<>();
    for (String state : states) {
      events.add("Event: ContactList|ObjectName: trunk;@1|Endpoint: trunk|Status: " + state);
    }
    // A phone is no trunk.
    events.add("Event: ContactList|ObjectName: alice1;@1|Endpoint: alice1|Status: Unreachable");
    events.add("Event: ContactListComplete|EventList: Complete");
    asterisk.listing("PJSIPShowContacts", events.toArray(String[]::new));
  }

  private void registrations(String... states) {
    List<String> events = new ArrayList<>();
    for (String state : states) {
      events.add(
          "Event: OutboundRegistrationDetail|ObjectType: registration|ObjectName: provider"
              + "|ServerUri: sip:sip.provider.example|Status: "
              + state
              + "|NextReg: 270");
      events.add("Event: AuthDetail|ObjectType: auth|Username: 0033|Password: never-read");
    }
    events.add("Event: OutboundRegistrationDetailComplete|EventList: Complete");
    asterisk.listing("PJSIPShowRegistrationsOutbound", events.toArray(String[]::new));
  }

  private Trunk trunk(boolean set) {
    TelephonyHealth health = ami.health(set);
    assertThat(health.answered()).isTrue();
    return health.trunk();
  }

  @Test
  void aServerWithoutARegistrationIsAsItsSignsOfLifeSay() {
    assertThat(trunk(false)).isEqualTo(Trunk.NONE);
    assertThat(trunk(true)).isEqualTo(Trunk.NOT_ASKED);
    contacts("Reachable");
    assertThat(trunk(true)).isEqualTo(Trunk.REACHABLE);
    contacts("NonQualified");
    assertThat(trunk(true)).isEqualTo(Trunk.NOT_ASKED);
    contacts("Unreachable");
    assertThat(trunk(false)).as("none is set").isEqualTo(Trunk.NONE);
  }

  @Test
  void ofSeveralServersTheWorstIsToldWhereverItStands() {
    contacts("Unreachable", "Reachable");
    assertThat(trunk(true)).isEqualTo(Trunk.UNREACHABLE);
    contacts("Reachable", "Unreachable");
    assertThat(trunk(true)).isEqualTo(Trunk.UNREACHABLE);
  }

  @Test
  void aRegistrationThatIsRefusedOrLostIsTold() {
    contacts("Reachable");
    registrations("Registered");
    assertThat(trunk(true)).isEqualTo(Trunk.REGISTERED);
    registrations("Registered", "Unregistered");
    assertThat(trunk(true)).isEqualTo(Trunk.UNREGISTERED);
    registrations("Rejected", "Unregistered");
    assertThat(trunk(true)).isEqualTo(Trunk.REJECTED);
    assertThat(trunk(false)).as("calls come in over it").isEqualTo(Trunk.REJECTED);
    registrations("Registered");
    assertThat(trunk(false)).as("none goes out").isEqualTo(Trunk.NONE);
    contacts("Unreachable");
    registrations("Rejected");
    assertThat(trunk(true)).as("why it is not registered").isEqualTo(Trunk.UNREACHABLE);
  }

  @Test
  void anAsteriskThatRegistersNowhereAndCannotIsAsItsServersAre() {
    asterisk.refusing("PJSIPShowRegistrationsOutbound", "Invalid/unknown command");
    contacts("Reachable");
    assertThat(trunk(true)).isEqualTo(Trunk.REACHABLE);
  }

  @Test
  void whoDoesNotSayInTimeHowTheyAreIsNotAway() {
    asterisk.listing("PJSIPShowRegistrationsOutbound");
    assertThat(ami.health(true)).isEqualTo(TelephonyHealth.late("22.10.1"));
    ami.close();
    assertThat(ami.health(true)).isEqualTo(TelephonyHealth.AWAY);
  }
}
