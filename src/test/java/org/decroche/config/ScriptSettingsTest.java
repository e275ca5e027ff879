package org.decroche.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts say to a setting or a word they cannot use, before they start anything. */
class ScriptSettingsTest {
  private static final int USAGE = 64;
  private static final int BAD_SETTING = 78;

  @TempDir Path data;

  private record Ended(int code, String said) {}

  private Ended run(Map<String, String> settings, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
    script.environment().keySet().removeIf(name -> name.startsWith("DECROCHE_"));
    script.environment().put("DECROCHE_DATA", data.toString());
    script.environment().putAll(settings);
    Process process = script.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }

  private Ended with(String name, String value) throws IOException, InterruptedException {
    return run(Map.of(name, value), "scripts/database", "url");
  }

  @Test
  void withoutAnySettingAllIsWell() throws Exception {
    assertThat(run(Map.of(), "scripts/database", "url"))
        .isEqualTo(new Ended(0, "jdbc:postgresql://127.0.0.1:5433/decroche\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "DECROCHE_HTTP_PORT, 80x",
    "DECROCHE_HTTP_PORT, 0",
    "DECROCHE_HTTP_PORT, 65536",
    "DECROCHE_SIP_PORT, 05060",
    "DECROCHE_RTP_PORTS, 10199-10000",
    "DECROCHE_RTP_PORTS, 010000-10199",
    "DECROCHE_RTP_PORTS, 01024-01030",
    "DECROCHE_HTTP_HOST, localhost",
    "DECROCHE_HTTP_HOST, 999.1.1.1",
    "DECROCHE_SIP_HOST, 192.168.1",
    "DECROCHE_SIP_HOST, ...",
    "DECROCHE_SIP_HOST, 0.0.0.0",
    "DECROCHE_SIP_HOST, '::'",
    "DECROCHE_TRUNK_ADDRESSES, 1.2.3",
    "DECROCHE_TRUNK_ADDRESSES, '10.0.0.1, 10.0.0.2'",
    "DECROCHE_ROUND_SECONDS, 0.5",
  })
  void aBadSettingIsNamed(String name, String value) throws Exception {
    Ended ended = with(name, value);

    assertThat(ended.code()).isEqualTo(BAD_SETTING);
    assertThat(ended.said()).contains("setting %s='%s' is not ".formatted(name, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/d/a b", "/d/a&b", "/d/a\\b", "/d/a'b", "/d/a\"b", "/d/a|b", "/d/a;b", "/d/$b"})
  void aDataDirectoryThatAFileCouldNotNameIsRefusedByItsOwnName(String path) throws Exception {
    Ended ended = with("DECROCHE_DATA", path);

    assertThat(ended.code()).isEqualTo(BAD_SETTING);
    assertThat(ended.said()).contains("setting DECROCHE_DATA='%s'".formatted(path));
  }

  @ParameterizedTest
  @CsvSource({
    "DECROCHE_SIP_HOST, 192.0.2.10",
    "DECROCHE_SIP_HOST, 2001:db8::10",
    "DECROCHE_HTTP_HOST, 0.0.0.0",
    "DECROCHE_HTTP_HOST, '::1'",
    "DECROCHE_TRUNK_ADDRESSES, '198.51.100.0/28,sip.example.org'",
    "DECROCHE_DATA, /home/rené/décroché-2",
  })
  void anOrdinaryOneIsTaken(String name, String value) throws Exception {
    assertThat(with(name, value).code()).isZero();
  }

  @Test
  void aMachineWithoutALocaleReadsAccentsAllTheSame() throws Exception {
    Ended ended =
        run(Map.of("LC_ALL", "C"), "bash", "-c", ". scripts/lib/settings.sh && locale charmap");

    assertThat(ended).isEqualTo(new Ended(0, "UTF-8\n"));
  }

  @Test
  void anUnknownTestOrOptionIsSaidBeforeAnythingIsBuilt() throws Exception {
    assertThat(run(Map.of(), "scripts/test", "NoSuchTest"))
        .isEqualTo(new Ended(USAGE, "test: no such test: NoSuchTest\n"));
    assertThat(run(Map.of(), "scripts/test", "--quick"))
        .isEqualTo(new Ended(USAGE, "test: no such option: --quick (see --help)\n"));
  }
}
