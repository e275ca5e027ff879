package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Customer.Details;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  private final TestDatabase postgres;
  private final Fixture firm;
  private final Search search;
  private final AgentId alice;

  SearchTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    search = new Search(postgres.database());
    alice = firm.agent("alice");
  }

  @BeforeEach
  void nobody() {
    postgres.sql("truncate customers, search_words cascade");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lefevre",
        "LEFÈVRE",
        "odile lef",
        "lef odi",
        "  èvre",
        "o lefevre",
        "d'arc",
        "arc",
        "lef%vre",
        "Lefèvre-d'Arc",
        "(Odile)"
      })
  void aNameIsFoundByPartsWithoutAccentsOrCapitals(String typed) {
    long odile = firm.customer("Odile Lefèvre-d’Arc");
    firm.customer("Jeanne Martin");

    assertThat(people(typed)).containsExactly(odile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lefebvre", "lefevrre", "lfevre", "levefre", "odyle lefevre", "odille lefvre"})
  void typingErrorsAreForgiven(String typed) {
    long odile = firm.customer("Odile Lefèvre");
    firm.customer("Jeanne Martin");

    assertThat(people(typed)).containsExactly(odile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "_",
        "\\",
        "' or true --",
        "\u0000",
        "!martin",
        "Lefèvre; drop table customers",
        "Odile Martin",
        "Wxyz Odile",
        "Odile Wxyz",
        "lavande"
      })
  void whatIsTypedStandsForItselfAndOthersAreNotFound(String typed) {
    firm.customer("Odile Lefèvre");

    assertThat(people(typed)).isEmpty();
    assertThat(search.cases(typed, 10)).isEmpty();
    assertThat(postgres.sql("select count(*) from customers")).containsExactly("1");
  }

  @Test
  void theVeryWordComesBeforeLongerOnes() {
    long longer = firm.customer("Anne Martineau");
    long exact = firm.customer("Zoé Martin");

    assertThat(people("martin")).containsExactly(exact, longer);
  }

  @Test
  void nothingTypedAndASingleLetterOpenThePhoneBook() {
    firm.customer("Zoé");
    long amadou = firm.customer("Amadou");
    long emile = firm.customer("Émile");

    assertThat(search.people(" ", 2)).extracting(Customer::id).containsExactly(amadou, emile);
    assertThat(people("é")).containsExactly(emile);
    assertThat(people("m")).isEmpty();
  }

  @Test
  void numbersAreFoundByTheirBeginningThenByAnyPart() {
    long end = firm.customer("Anne", "+33199120639");
    long beginning = firm.customer("Zoé", "+33639980112");

    assertThat(search.numbered(List.of("+33639"), "639", 10))
        .extracting(Customer::id)
        .containsExactly(beginning, end);
    assertThat(search.numbered(List.of("+4"), null, 10)).isEmpty();
    assertThat(search.numbered(List.of(), "9801", 10))
        .extracting(Customer::id)
        .containsExactly(beginning);
    assertThat(search.numbered(List.of("+33639"), "639", 1))
        .extracting(Customer::id)
        .containsExactly(beginning);
  }

  @Test
  void casesAreFoundByTheTitleAndByWhatTheCustomerSaid() {
    long odile = firm.customer("Odile Lefèvre");
    long box = open(odile, "Box sans alimentation", "Le câble n'était pas dans le carton.");
    open(odile, "Facture", "Deux fois le même montant, réf 482913");

    assertThat(cases("alimentation box")).containsExactly(box);
    assertThat(cases("cable")).containsExactly(box);
    assertThat(cases("calbe carton")).containsExactly(box);
    assertThat(cases("482913")).hasSize(1);
    assertThat(search.cases("cable", 10).getFirst().customerName()).isEqualTo("Odile Lefèvre");
    assertThat(search.cases("cable", 10).getFirst().ownerName()).isEqualTo("Agent alice");
  }

  @Test
  void openCasesComeFirstThenTheOneTouchedLast() {
    long odile = firm.customer("Odile Lefèvre");
    long closed = open(odile, "Panne", "internet");
    long old = open(odile, "Panne", "internet");
    long touched = open(odile, "Panne", "internet");
    firm.close(closed, NOW);
    postgres.sql("update cases set touched_at = now() + interval '1 day' where id = " + touched);

    assertThat(cases("panne internet")).containsExactly(touched, old, closed);
    assertThat(search.cases("panne", 2)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"boutique", "BOUTIQ", "fermee boutique", "splitter", "spliter serrure"})
  void aCaseIsFoundByWhatItDoesToThemAndByWhatIsTechnicallyWrong(String typed) {
    long odile = firm.customer("Odile Lefèvre");
    long locked = open(odile, "Serrure", "Elle ne ferme plus.");
    postgres.sql(
        "update cases set effect = 'Boutique fermée', technical = 'Splitter hors service' where id = "
            + locked);
    long other = open(odile, "Fenêtre", "Elle ne ferme plus.");

    assertThat(cases(typed)).containsExactly(locked);
    assertThat(words()).contains("boutique", "splitter");
    postgres.sql("update cases set effect = null, technical = null where id = " + locked);
    assertThat(cases(typed)).isEmpty();
    assertThat(words()).doesNotContain("boutique", "splitter");
    assertThat(cases("ferme")).containsExactlyInAnyOrder(locked, other);
  }

  @Test
  void aNameTakenBackLeavesNoWordBehind() {
    long odile = firm.customer("Odile Lefèvre");
    firm.customer("Odile Martin");
    open(odile, "Quincaillerie", "serrure");
    assertThat(words()).containsExactly("lefevre", "martin", "odile", "quincaillerie", "serrure");

    Fixture.done(
        firm.customers.change(odile, 1, new Details("Odile Petit", null, null), alice, NOW));
    assertThat(words()).containsExactly("martin", "odile", "petit", "quincaillerie", "serrure");

    postgres.sql("update cases set touched_at = now() + interval '1 day'");
    postgres.sql("delete from cases");
    postgres.sql("delete from customers where id = " + odile);
    assertThat(words()).containsExactly("martin", "odile");
  }

  @Test
  void aLongChangeElsewhereMakesNobodyWait() throws Exception {
    DatabaseAccess access = postgres.access();
    try (var other = DriverManager.getConnection(access.url(), access.user(), access.password());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("insert into customers (name) values ('Wilhelmine')");

      long ours = firm.customer("Wilhelmine");
      assertThat(people("vilhelmine")).containsExactly(ours);
      other.commit();
    }
    assertThat(people("vilhelmine")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "customers where search_vector(name) @@ 'a:*'",
        "cases where case_vector(title, customer_words, effect, technical) @@ 'a:*' and status <> 'closed'",
        "cases where case_vector(title, customer_words, effect, technical) @@ 'a:*' and status = 'closed'",
        "customer_numbers where number::text collate \"C\" between '+33' and '+33:'",
        "customer_numbers where number::text like '%639%'",
        "search_words where word like '%tin%'",
        "search_words where word % 'martin'",
        "customers order by search_form(name) collate \"C\", id"
      })
  void anIndexAnswers(String question) {
    String settings = "set enable_seqscan = off; set enable_sort = off; ";
    assertThat(postgres.sql(settings + "explain select * from " + question + " limit 20"))
        .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"));
  }

  private long open(long customer, String title, String words) {
    return firm.open(customer, title, words, alice, NOW);
  }

  private List<Long> people(String typed) {
    return search.people(typed, 10).stream().map(Customer::id).toList();
  }

  private List<Long> cases(String typed) {
    return search.cases(typed, 10).stream().map(FoundCase::id).toList();
  }

  private List<String> words() {
    return postgres.sql("select distinct word from search_words order by word");
  }
}
