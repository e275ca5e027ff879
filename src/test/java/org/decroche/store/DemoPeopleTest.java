package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class DemoPeopleTest {

  @Test
  void theyAreThereOnceHoweverOftenLoadedAndCasesComeWithTheirOwners(TestDatabase postgres) {
    Fixture firm = new Fixture(postgres.database());
    DemoPeople people = new DemoPeople(postgres.database());
    people.load();
    assertThat(counts(postgres)).containsExactly("12 15 0 0");

    List.of("alice", "karim", "chloe").forEach(firm::agent);
    people.load();
    people.load();

    assertThat(counts(postgres)).containsExactly("12 15 9 12");
    Recognition jeanne =
        new StoredCallers(postgres.database()).lookUp(new PhoneNumber("+33639980112"), firm.door);
    assertThat(jeanne.customers()).extracting(KnownCustomer::name).containsExactly("Jeanne Martin");
    assertThat(jeanne.openCases().get(0).title()).isEqualTo("Box sans alimentation");
    assertThat(jeanne.openCases().get(0).ownerName()).isEqualTo("Agent alice");
  }

  private static List<String> counts(TestDatabase postgres) {
    return postgres.sql(
        """
        select concat_ws(' ', (select count(*) from customers), (select count(*) from customer_numbers),
          (select count(*) from cases), (select count(*) from timeline where kind = 'note'))
        """);
  }
}
