package org.decroche.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path data;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void secretsAreMadeAtInstall() throws IOException {
    environment.put("DECROCHE_DATA", data.toString());
    Path secrets = Files.createDirectory(data.resolve("secrets"));
    Files.writeString(secrets.resolve("ami"), "ami-secret\n");
    Files.writeString(secrets.resolve("database"), "database-secret\n");
    Files.writeString(secrets.resolve("administrator"), "admin-secret\n");
  }

  @Test
  void everythingButTheDataDirectoryHasADefault() throws BadSettings {
    Settings settings = Settings.from(environment);

    assertThat(settings.http().host()).isEqualTo("127.0.0.1");
    assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://127.0.0.1:5433/decroche");
    assertThat(settings.asterisk().amiSecret().value()).isEqualTo("ami-secret");
    assertThat(settings.routing().lookUp()).hasMillis(250);
  }

  @Test
  void everyFaultIsReportedTogether() {
    environment.put("DECROCHE_HTTP_PORT", "eighty");
    environment.put("DECROCHE_AGI_PORT", "70000");
    environment.put("DECROCHE_COUNTRY", "Gaul");

    assertThatThrownBy(() -> Settings.from(environment))
        .asInstanceOf(type(BadSettings.class))
        .satisfies(
            bad ->
                assertThat(bad.faults())
                    .containsExactlyInAnyOrder(
                        "DECROCHE_HTTP_PORT must be a number from 1 to 65535, not \"eighty\"",
                        "DECROCHE_AGI_PORT must be a number from 1 to 65535, not \"70000\"",
                        "DECROCHE_COUNTRY must be a country's two letters, as FR, not \"Gaul\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "0", "::", "0:0::0", "pbx.example"})
  void phonesAreToldAnAddressTheyCanReach(String host) {
    environment.put("DECROCHE_SIP_HOST", host);

    assertThatThrownBy(() -> Settings.from(environment))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("DECROCHE_SIP_HOST must be the one IP address")
        .hasMessageContaining(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "192.0.2.10", "2001:db8::5", "0a00::1"})
  void anyOtherAddressWillDo(String host) throws BadSettings {
    environment.put("DECROCHE_SIP_HOST", host);

    assertThat(Settings.from(environment).asterisk().sipHost()).isEqualTo(host);
  }

  @Test
  void withoutADataDirectoryNothingElseIsLookedAt() {
    environment.put("DECROCHE_DATA", " ");

    assertThatThrownBy(() -> Settings.from(environment))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("DECROCHE_DATA");
  }

  @Test
  void aMissingSecretIsNamedByItsFile() throws IOException {
    Files.delete(data.resolve("secrets/ami"));

    assertThatThrownBy(() -> Settings.from(environment))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("secrets/ami")
        .hasMessageContaining("scripts/run makes it");
  }

  @Test
  void anOutsideDatabaseThatCarriesItsUserNeedsNoSecretOfOurs() throws Exception {
    Files.delete(data.resolve("secrets/database"));
    environment.put("DECROCHE_DATABASE_URL", "jdbc:postgresql://db.example/x?user=u&password=p");

    assertThat(Settings.from(environment).database().password()).isEmpty();
  }

  @Test
  void aWrongDatabaseAddressIsNotRepeatedForItMayHoldAPassword() {
    environment.put("DECROCHE_DATABASE_URL", "postgres://u:hunter2@db.example/x");

    assertThatThrownBy(() -> Settings.from(environment))
        .isInstanceOf(BadSettings.class)
        .hasMessageContaining("DECROCHE_DATABASE_URL must begin with jdbc:postgresql://")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void anOutsideDatabasesPasswordIsNeverPrinted() throws BadSettings {
    environment.put(
        "DECROCHE_DATABASE_URL", "jdbc:postgresql://db.example/x?user=u&password=hunter2");

    assertThat(Settings.from(environment).toString())
        .contains("db.example/x")
        .doesNotContain("hunter2");
  }

  @Test
  void theDefaultsOfADoorMayBeWhateverADoorMayBe() throws BadSettings {
    environment.put("DECROCHE_OFFER_SECONDS", "300");
    environment.put("DECROCHE_REAL_TALK_SECONDS", "3600");

    assertThat(Settings.from(environment).routing())
        .extracting(Settings.Routing::offerSeconds, Settings.Routing::realTalkSeconds)
        .containsExactly(300, 3600);
  }

  @Test
  void secretsAreNeverPrinted() throws BadSettings {
    assertThat(Settings.from(environment).toString())
        .doesNotContain("ami-secret", "database-secret", "admin-secret");
  }
}
