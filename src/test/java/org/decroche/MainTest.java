package org.decroche;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpSaysWhichCommandsThereAre() {
    assertThat(run(List.of("--help"), Map.of())).isZero();
    assertThat(out.toString(UTF_8)).contains("serve", "demo [--once]");
  }

  @Test
  void anUnknownCommandIsAnErrorOfUsage() {
    assertThat(run(List.of("dance", "--fast"), Map.of())).isEqualTo(64);
    assertThat(err.toString(UTF_8)).hasLineCount(1).contains("dance --fast");
  }

  @Test
  void badSettingsAreNamedOneALine() throws IOException {
    Map<String, String> environment = environment();
    environment.put("DECROCHE_HTTP_PORT", "no");
    environment.put("DECROCHE_COUNTRY", "Gaul");

    assertThat(run(List.of(), environment)).isEqualTo(78);
    assertThat(err.toString(UTF_8))
        .hasLineCount(2)
        .contains("DECROCHE_HTTP_PORT", "DECROCHE_COUNTRY");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsOneLine() throws IOException {
    Map<String, String> environment = environment();
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("DECROCHE_DATABASE_PORT", Integer.toString(nobody.getLocalPort()));
    } // closed: the port is free again, and nobody listens there

    assertThat(run(List.of("serve"), environment)).isEqualTo(69);
    assertThat(err.toString(UTF_8)).hasLineCount(1).contains("database").doesNotContain("secret");
  }

  private int run(List<String> args, Map<String, String> environment) {
    return Main.run(
        args, environment, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private Map<String, String> environment() throws IOException {
    Path secrets = Files.createDirectory(data.resolve("secrets"));
    for (String name : List.of("ami", "database", "administrator")) {
      Files.writeString(secrets.resolve(name), "secret-" + name + "\n");
    }
    return new HashMap<>(Map.of("DECROCHE_DATA", data.toString()));
  }
}
