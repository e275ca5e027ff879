package org.decroche.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.Event;
import org.decroche.routing.Floor;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.CaseNote;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.Rota;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.door.Turn;
import org.junit.jupiter.api.Test;

/** What is kept of an event, and what is not. */
class EventJsonTest {
  private static final Rota ROTA =
      new Rota(
          ZoneId.of("Europe/Paris"),
          List.of(
              new Turn.Once(
                  LocalDateTime.parse("2027-08-15T00:00"),
                  LocalDateTime.parse("2027-08-18T00:00"),
                  new AgentId(4)),
              new Turn.Weekly(
                  Set.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY),
                  LocalTime.of(18, 0),
                  LocalTime.MAX,
                  2,
                  LocalDate.parse("2026-11-27"),
                  new AgentId(3))));

  private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");
  private static final String MOBILE = "+33639981234";

  private final EventJson json = new EventJson();

  @Test
  void whatACustomerIsCalledAndWhatIsWrittenOfThemIsNotKept() {
    OpenCase open =
        new OpenCase(
            7,
            "Divorce papers",
            "my lawyer says",
            new AgentId(3),
            "Karim Haddad",
            NOON,
            NOON,
            List.of(new CaseNote(NOON, "Karim Haddad", "was crying")));
    String text =
        json.write(
            new Event.CallerRecognised(
                NOON,
                new CallId("1.2"),
                new Recognition(
                    Recognition.LookUp.FOUND,
                    List.of(new KnownCustomer(12, "Jeanne Martin", "is deaf", List.of(open))),
                    Optional.empty())));

    assertThat(text)
        .doesNotContain("Jeanne", "deaf", "Divorce", "lawyer", "Karim", "crying")
        .contains("\"id\":12", "\"id\":7", "1.2");
    Event.CallerRecognised read = (Event.CallerRecognised) json.readEvent(text);
    assertThat(read.recognition().openCases().getFirst().owner()).isEqualTo(new AgentId(3));
  }

  @Test
  void aNumberIsAnotherOneAndTheSameEachTime() {
    String first = json.write(asks(new CallerNumber.Dialable(new PhoneNumber(MOBILE))));

    assertThat(first).doesNotContain(MOBILE.substring(4)).contains("+999");
    assertThat(json.write(asks(new CallerNumber.Dialable(new PhoneNumber(MOBILE)))))
        .isEqualTo(first);
    assertThat(json.write(asks(new CallerNumber.Dialable(new PhoneNumber("+33639981235")))))
        .isNotEqualTo(first);
    assertThat(new EventJson().write(asks(new CallerNumber.Dialable(new PhoneNumber(MOBILE)))))
        .as("in another run it is another")
        .isNotEqualTo(first);
    assertThat(json.write(asks(new CallerNumber.Extension("4711")))).doesNotContain("4711");
  }

  @Test
  void ourOwnPeopleAreKeptByTheirIdsAlone() {
    Event.FloorChanged floor =
        new Event.FloorChanged(
            NOON,
            new Floor(
                List.of(
                    new FrontDoor(
                        new FrontDoorId(1),
                        "Help desk",
                        new PhoneNumber("+33199000001"),
                        "FR",
                        new TeamId(1),
                        "Care team",
                        Duration.ofSeconds(20),
                        Policy.PLAIN
                            .withOverflow(
                                new Overflow(new TeamId(2), "Sales team", Duration.ofSeconds(15)))
                            .withRota(ROTA))),
                List.of(
                    new AgentProfile(
                        new AgentId(3),
                        "Karim Haddad",
                        new Phone("karim00"),
                        Set.of(new TeamId(1)),
                        Availability.READY,
                        NOON,
                        Optional.of(new AgentId(4)),
                        false))));

    String text = json.write(floor);

    assertThat(text).doesNotContain("Karim").contains("Help desk", "Care team", "Sales team");
    Event.FloorChanged read = (Event.FloorChanged) json.readEvent(text);
    assertThat(read.floor().agents().getFirst().phone()).isEqualTo(new Phone("karim00"));
    assertThat(read.floor().agents().getFirst().deputy()).contains(new AgentId(4));
    assertThat(read.floor().doors().getFirst().policy().overflow().getFirst().after())
        .isEqualTo(Duration.ofSeconds(15));
    assertThat(read.floor().doors().getFirst().policy().rota()).isEqualTo(ROTA);
  }

  private static Event asks(CallerNumber number) {
    return new Event.CallAsks(
        NOON,
        new CallId("1.2"),
        "PJSIP/trunk-00000001",
        Optional.empty(),
        number,
        NOON,
        Optional.empty());
  }
}
