package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where an agent is rung outside is set by an administrator, and seen by nobody else. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideNumberTest {
  private final RunningWeb web;
  private Browser alice;

  OutsideNumberTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    alice = web.agent("alice", "Alice Roy");
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void anAdministratorSetsItAndOnlyTheySeeIt() {
    String path = "/api/agents/" + alice.id();
    Browser administrator = web.administrator();

    JsonObject stands = administrator.put(path, alice("06 39 98 00 01")).expect(200);

    assertThat(stands.getString("outsideNumber")).isEqualTo("+33639980001");
    assertThat(administrator.get(path).expect(200).getString("outsideNumber"))
        .isEqualTo("+33639980001");
    assertThat(alice.get(path).expect(200).getString("outsideNumber")).isNull();
    assertThat(alice.get("/api/agents").text()).doesNotContain("33639980001");
    assertThat(administrator.put(path, alice(null)).expect(200).getString("outsideNumber"))
        .isNull();
  }

  @Test
  void whatIsNoPublicNumberOrOneOfOursIsRefused() {
    String path = "/api/agents/" + alice.id();
    Browser administrator = web.administrator();
    long team =
        administrator
            .post("/api/teams", new JsonObject().put("name", "Accueil"))
            .expect(201)
            .getLong("id");
    administrator
        .post(
            "/api/front-doors",
            new JsonObject()
                .put("number", "+33199000042")
                .put("name", "Accueil")
                .put("country", "FR")
                .put("teamId", team))
        .expect(201);

    for (String bad :
        new String[] {
          "112",
          "15",
          "phone",
          "+33",
          "+33199000042",
          "01 99 00 00 42",
          "08 99 12 34 56",
          "+12125550100"
        }) {
      administrator.put(path, alice(bad)).refuses(400, "outsideNumber");
      JsonObject zoe = alice(bad).put("login", "zoe");
      zoe.remove("disabled");
      administrator.post("/api/agents", zoe).refuses(400, "outsideNumber");
    }
  }

  @Test
  void withoutAProviderNobodyIsRungOutsideButWhatStandsMayStay() {
    String path = "/api/agents/" + alice.id();
    Browser administrator = web.administrator();
    administrator.put(path, alice("+33639980001")).expect(200);

    web.trunk = false;
    try {
      administrator.put(path, alice("+33639980002")).refuses(409, "outsideNumber");
      administrator.put(path, alice("+33639980001").put("name", "Alice Martin")).expect(200);
      administrator.put(path, alice(null)).expect(200);
    } finally {
      web.trunk = true;
    }
  }

  private static JsonObject alice(String outside) {
    return new JsonObject()
        .put("name", "Alice Roy")
        .put("role", "agent")
        .put("disabled", false)
        .put("outsideNumber", outside)
        .put("teamIds", new JsonArray());
  }
}
