package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.decroche.store.WellKnownPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everything that may be asked by an agent whom nothing ties to a customer, of that customer: also
 * what came after this was written.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MinimumTest {
  /** What the minimum is (decision 26): name, titles, what was promised, why whom; and who owes. */
  private static final List<String> MINIMUM =
      List.of(
          WellKnownPerson.NAME,
          "zqx Mme",
          "zqx maiden name",
          "zqx box",
          "zqx a technician",
          "zqx depot");

  private static final Pattern MORE =
      Pattern.compile("zqx|3\\D{0,2}9\\D{0,2}9\\D{0,2}8\\D{0,2}1\\D{0,2}2\\D{0,2}3\\D{0,2}4");

  private final RunningWeb web;
  private final TestDatabase tables;
  private Browser admin;
  private Browser bruno;
  private WellKnownPerson jeanne;
  private String debt = "";

  MinimumTest(TestDatabase tables) {
    this.tables = tables;
    this.web = new RunningWeb(tables.database());
  }

  @BeforeAll
  void jeanneIsKnown() {
    admin = web.administrator();
    bruno = web.agent("bruno", "Bruno Lac");
    JsonObject team = admin.post("/api/teams", new JsonObject().put("name", "Accueil")).expect(201);
    admin
        .post(
            "/api/front-doors",
            new JsonObject()
                .put("number", "+33199000001")
                .put("name", "Standard")
                .put("teamId", team.getLong("id")))
        .expect(201);
    jeanne = WellKnownPerson.in(tables);
    tables.sql("update errands set due_at = now() - interval '1 hour'");
    debt = tables.sql("select min(id) from debts").getFirst();
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void noRouteTellsAnAgentMoreThanTheMinimum() {
    List<String> told = new ArrayList<>();
    for (String path : paths()) {
      String answer = bruno.get(path).text();
      for (String allowed : MINIMUM) {
        answer = answer.replace(allowed, "");
      }
      if (MORE.matcher(answer).find()) {
        told.add(path + ": " + answer);
      }
    }

    assertThat(told).isEmpty();
  }

  /** The same questions find all of it, asked by somebody who may. */
  @Test
  void anAdministratorIsToldAll() {
    StringBuilder told = new StringBuilder();
    paths().forEach(path -> told.append(admin.get(path).text()));

    assertThat(told)
        .contains("zqx hard of hearing", "zqx nothing works", "zqx said so", "zqx a box")
        .contains(
            "zqx please call", "zqx cannot hear", "zqx does not want", WellKnownPerson.NUMBER);
  }

  /** Every question an agent may ask, in each of its ways. */
  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (Operation operation : web.contract.operations()) {
      boolean agents = "agent".equals(operation.getOpenAPIModel().getValue("x-who"));
      if (agents && operation.getHttpMethod().name().equals("GET")) {
        for (String id : ids(operation.getOpenAPIPath())) {
          String path = operation.getOpenAPIPath().replaceAll("\\{[a-z]+}", id);
          for (String query : queries(operation)) {
            paths.add("/api" + path.replaceFirst("^/api", "") + query);
          }
        }
      }
    }
    assertThat(paths).hasSizeGreaterThan(50);
    return paths;
  }

  private List<String> ids(String path) {
    String of = path.split("/", 4)[2];
    return switch (of) {
      case "customers" -> List.of(Long.toString(jeanne.id));
      case "cases" -> List.of(Long.toString(jeanne.caseId));
      case "debts" -> List.of(debt);
      case "calls" -> List.of("jeanne-1", "jeanne-2", "other-1");
      case "alerts" -> List.of("a-1");
      default -> List.of(Long.toString(admin.id()));
    };
  }

  /** With what it needs, and beside that each choice by itself. */
  private List<String> queries(Operation operation) {
    Map<String, String> known =
        Map.of(
            "q",
            "zqxbigniew",
            "customerId",
            Long.toString(jeanne.id),
            "debtId",
            debt,
            "frontDoor",
            "1",
            "number",
            "%2B" + WellKnownPerson.NUMBER.substring(1));
    Map<String, String> needed = new LinkedHashMap<>();
    List<String> queries = new ArrayList<>();
    for (Parameter parameter : operation.getParameters()) {
      boolean inQuery = parameter.getIn().name().toLowerCase(Locale.ROOT).equals("query");
      if (inQuery && parameter.isRequired()) {
        needed.put(parameter.getName(), known.getOrDefault(parameter.getName(), "1"));
      }
    }
    String base = query(needed);
    queries.add(base);
    for (Parameter parameter : operation.getParameters()) {
      boolean inQuery = parameter.getIn().name().toLowerCase(Locale.ROOT).equals("query");
      if (inQuery && !parameter.isRequired()) {
        for (String value : values(parameter, known)) {
          queries.add(base + (base.isEmpty() ? "?" : "&") + parameter.getName() + "=" + value);
        }
      }
    }
    return queries;
  }

  private static List<String> values(Parameter parameter, Map<String, String> known) {
    JsonArray choices = parameter.getSchema().get("enum");
    if (choices != null) {
      return new TreeSet<>(choices.stream().map(String::valueOf).toList()).stream().toList();
    }
    return known.containsKey(parameter.getName())
        ? List.of(known.get(parameter.getName()))
        : List.of();
  }

  private static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value));
    return query.toString();
  }
}
