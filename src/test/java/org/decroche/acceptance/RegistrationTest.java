package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A provider one registers with. It is played by the house itself, which takes registrations too:
 * those of phones.
 */
@ExtendWith(Stack.Shared.class)
class RegistrationTest {
  private final Stack stack;

  RegistrationTest(Stack stack) {
    this.stack = stack;
  }

  private String trunk(Scene scene) {
    return scene.administrator().get("/api/health").getString("trunk");
  }

  private void provider(Path file, String before, String name, String user, String password)
      throws IOException {
    Files.writeString(
        file,
        before
            + """

            [%1$s-account]
            type = auth
            auth_type = userpass
            username = %2$s
            password = %3$s
            [%1$s]
            type = registration
            transport = transport-udp
            server_uri = sip:127.0.0.1:%4$d
            client_uri = sip:%2$s@127.0.0.1:%4$d
            outbound_auth = %1$s-account
            contact_user = 33123456789
            max_random_initial_delay = 0
            """
                .formatted(name, user, password, stack.sipPort()));
    reload();
  }

  private void reload() {
    stack.asterisk("module reload res_pjsip.so");
    stack.asterisk("module reload res_pjsip_outbound_registration.so");
  }

  @Test
  void healthSaysWhetherTheProviderTookOurRegistration() throws IOException {
    try (Scene scene = stack.scene()) {
      Agent account = scene.agent("Provider");
      String password =
          scene
              .administrator()
              .post("/api/agents/" + account.id() + "/phone-password", new JsonObject())
              .getString("password");
      String without = trunk(scene);
      assertThat(without).isNotIn("registered", "rejected", "unregistered", "unknown");
      Path file = stack.generated("trunk-server.conf");
      String before = Files.readString(file);
      try {
        provider(file, before, "refusing", account.phoneUser(), "not-the-password");
        Wait.until("it is refused", () -> trunk(scene).equals("rejected"));
        provider(file, before, "taking", account.phoneUser(), password);
        Wait.until(
            "it is taken",
            () -> stack.asterisk("pjsip show registrations").contains(" Registered"));
        assertThat(trunk(scene)).isIn("registered", without);
      } finally {
        Files.writeString(file, before);
        reload();
      }
      Wait.until("it is as it was", () -> trunk(scene).equals(without));
    }
  }
}
