package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.web.api.Contract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every route for every role. That each operation has a handler and the reverse, the server checks
 * at its start.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final Set<String> ANYONE =
      Set.of(
          "signIn",
          "signOut",
          "readContract",
          "isLive",
          "isReady",
          "sendMessage",
          "readFirstStart",
          "makeFirstAdministrator");
  private static final Set<String> SUPERVISOR =
      Set.of("changeAvailability", "withdrawOffer", "takeOverDebt");
  private static final Set<String> ADMINISTRATOR =
      Set.of(
          "addAgent",
          "changeAgent",
          "renewPassword",
          "renewPhonePassword",
          "removeSecondFactorOf",
          "addTeam",
          "changeTeam",
          "listChanges",
          "exportChanges",
          "undoChange",
          "readHealth",
          "testFrontDoor",
          "exportSettings",
          "importSettings",
          "previewSettings",
          "whoWouldAnswerIf",
          "whoIsOnCallIf",
          "addFrontDoor",
          "changeFrontDoor",
          "changeRouting",
          "changeSettings",
          "writeOffDebt",
          "receiveImport",
          "readImport",
          "forgetImport",
          "previewImport",
          "startImport",
          "readImportReport",
          "importRows",
          "exportTable",
          "exportPage",
          "bringAlert",
          "endAlert",
          "listSites",
          "addSite",
          "changeSite",
          "readAccessLog",
          "exportAccessLog",
          "exportPersonalData",
          "forgetCustomer",
          "previewForgetting",
          "readPhoneNumber",
          "readRetention",
          "changeRetention",
          "previewRetention",
          "listErasures");

  private final RunningWeb web;
  private final Map<String, Browser> people = new LinkedHashMap<>();

  ContractTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    people.put("nobody", web.stranger());
    people.put("agent", web.agent("alice", "Alice Roy"));
    people.put("supervisor", web.person("simone", "Simone Petit", "supervisor"));
    people.put("administrator", web.administrator());
  }

  @AfterAll
  void stop() {
    web.close();
  }

  /** One test for each route and role. */
  @TestFactory
  Stream<DynamicTest> everyOperationLetsInWhomTheTableNamesAndNobodyElse() {
    return web.contract.operations().stream()
        .flatMap(
            operation ->
                people.keySet().stream()
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                operation.getOperationId() + ", " + role,
                                () -> holds(operation, role))));
  }

  private void holds(Operation operation, String role) {
    // Signing out as one of them would end their session in the middle of this test.
    boolean signsOut = operation.getOperationId().equals("signOut");
    int answer = ask(signsOut ? web.stranger() : people.get(role), operation);
    if (may(role, wanted(operation.getOperationId()))) {
      assertThat(answer).isNotIn(401, 403, 405, 500, 501);
    } else {
      assertThat(answer).isEqualTo(role.equals("nobody") ? 401 : 403);
    }
  }

  /** {@code not} with a pattern alone refuses null, which matches no pattern and needs none. */
  @Test
  void noTextThatMayBeNullIsRefusedForBeingNull() {
    List<String> refusing = new ArrayList<>();
    look(web.contract.getRawContract(), "", refusing);

    assertThat(refusing).isEmpty();
  }

  private static void look(Object part, String where, List<String> refusing) {
    if (part instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        look(list.getValue(i), where + "/" + i, refusing);
      }
    }
    if (part instanceof JsonObject schema) {
      boolean nullable =
          schema.getValue("type") instanceof JsonArray types && types.contains("null");
      if (nullable
          && schema.getValue("not") instanceof JsonObject not
          && !"string".equals(not.getValue("type"))) {
        refusing.add(where);
      }
      schema.forEach(entry -> look(entry.getValue(), where + "/" + entry.getKey(), refusing));
    }
  }

  private static boolean may(String role, String who) {
    return switch (who) {
      case "anyone" -> true;
      case "agent" -> !role.equals("nobody");
      case "supervisor" -> role.equals("supervisor") || role.equals("administrator");
      default -> role.equals("administrator");
    };
  }

  private static String wanted(String operation) {
    if (ANYONE.contains(operation)) {
      return "anyone";
    }
    if (ADMINISTRATOR.contains(operation)) {
      return "administrator";
    }
    return SUPERVISOR.contains(operation) ? "supervisor" : "agent";
  }

  /** Something the contract refuses, or names nobody: who may ask is settled before that. */
  private int ask(Browser who, Operation operation) {
    String path =
        operation
            .getAbsoluteOpenAPIPath()
            .replace("{id}", "999999")
            .replace("{key}", "case-999999")
            .replace("{table}", "customers")
            .replace("{number}", "%2B33199009999");
    boolean writes = Set.of(HttpMethod.POST, HttpMethod.PUT).contains(operation.getHttpMethod());
    return who.send(
            operation.getHttpMethod().name(), path, writes ? "{}" : null, "application/json")
        .status();
  }

  @Test
  void theTableInTheContractIsTheOneExpectedHere() {
    Map<String, String> table = new TreeMap<>();
    for (Operation operation : web.contract.operations()) {
      table.put(operation.getOperationId(), operation.getOpenAPIModel().getString("x-who"));
    }

    assertThat(table.values()).doesNotContainNull();
    assertThat(table.keySet())
        .containsAll(ANYONE)
        .containsAll(SUPERVISOR)
        .containsAll(ADMINISTRATOR);
    table.forEach((id, who) -> assertThat(who).as(id).isEqualTo(wanted(id)));
  }

  @Test
  void theServiceServesItsContract() {
    var answer = web.stranger().get("/api/openapi.yaml");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(Contract.text()).contains("application/problem+json");
  }

  @Test
  void everyOperationSaysWhatItDoes() {
    for (Operation operation : web.contract.operations()) {
      assertThat(operation.getOpenAPIModel().getString("summary"))
          .as(operation.getOperationId())
          .isNotBlank();
    }
  }

  @Test
  void everyRequestBodyRefusesWhatItDoesNotKnow() {
    for (Operation operation : web.contract.operations()) {
      if (operation.getRequestBody() != null) {
        var json = operation.getRequestBody().getContent().get("application/json");
        if (json != null) { // a file is not looked into by the contract
          Object more = json.getSchema().get("additionalProperties");
          assertThat(more).as(operation.getOperationId()).isEqualTo(false);
        }
      }
    }
  }
}
