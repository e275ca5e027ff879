package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.decroche.store.Opening.Fault;
import org.decroche.store.Opening.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@Timeout(30)
class OpeningTest {

  @Test
  void nobodyListensThere() {
    assertThat(
            refused(
                new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/decroche", "decroche", "secret")))
        .isEqualTo(
            new Refused(
                Fault.UNREACHABLE,
                "the database at jdbc:postgresql://127.0.0.1:1/decroche does not answer (SQL state 08001)"));
  }

  @Test
  void somebodyListensAndNeverSpeaks() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      long began = System.nanoTime();

      Refused refused =
          refused(
              new DatabaseAccess(
                  "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/decroche", "u", "p"));

      assertThat(refused.fault()).isEqualTo(Fault.UNREACHABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void theWrongPasswordIsSaidWithoutIt(TestDatabase postgres) {
    Refused refused = refused(new DatabaseAccess(postgres.access().url(), "decroche", "hunter2"));

    assertThat(refused.fault()).isEqualTo(Fault.ACCESS_DENIED);
    assertThat(refused.sentence()).doesNotContain("hunter2").hasLineCount(1);
  }

  @Test
  void aPasswordInTheAddressIsNotRepeated() {
    Refused refused =
        refused(
            new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2", null, null));

    assertThat(refused.sentence()).doesNotContain("hunter2").contains("127.0.0.1:1/x");
    assertThat(new DatabaseAccess("jdbc:postgresql://u:hunter2@db/x", null, "hunter2").toString())
        .isEqualTo("jdbc:postgresql://db/x");
  }

  @Test
  void thereIsNoSuchDatabase(TestDatabase postgres) {
    DatabaseAccess access = postgres.access();

    assertThat(
            refused(new DatabaseAccess(access.url() + "_none", access.user(), access.password()))
                .fault())
        .isEqualTo(Fault.NO_SUCH_DATABASE);
  }

  @Test
  void theAddressIsNone() {
    assertThat(refused(new DatabaseAccess("mysql://somewhere", null, null)).fault())
        .isEqualTo(Fault.UNSUPPORTED);
    assertThat(refused(new DatabaseAccess("", null, null)).fault()).isEqualTo(Fault.UNSUPPORTED);
  }

  @Test
  void tablesOfANewerVersionAreNotTouched(TestDatabase postgres) {
    postgres.sql("update flyway_schema_history set checksum = 1 where version = '001'");

    Refused refused = refused(postgres.access());

    assertThat(refused.fault()).isEqualTo(Fault.MIGRATION_FAILED);
    assertThat(refused.sentence())
        .hasLineCount(1)
        .startsWith("the tables at jdbc:postgresql://127.0.0.1");
  }

  private static Refused refused(DatabaseAccess access) {
    return (Refused) Database.open(access);
  }
}
