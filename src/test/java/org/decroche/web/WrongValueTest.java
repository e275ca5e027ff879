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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal names the field that is wrong and says in words what is wanted there. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongValueTest {
  private final RunningWeb web;
  private Browser admin;

  WrongValueTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @BeforeAll
  void signIn() {
    admin = web.administrator();
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/api/customers | {'name':''} | name | name must not be empty.",
        "/api/customers | {'name':' '} | name | name must not be blank.",
        "/api/customers | {'name':5} | name | name must be text.",
        "/api/customers | {'name':null} | name | name must be text.",
        "/api/customers | {} | name | name is missing.",
        "/api/customers | {'name':'a','called':5} | called | called must be text, or null.",
        "/api/customers | {'name':'a','isAdmin':true} | isAdmin | isAdmin is not known here.",
        "/api/customers | {'name':5,'isAdmin':true} | name | name must be text.",
        "/api/customers | {'name':'a','numbers':'06'} | numbers | numbers must be a list.",
        "/api/customers | {'name':'a','numbers':[{'number':6}]} | numbers[0].number"
            + " | numbers[0].number must be text.",
        "/api/customers | {'name':'a','numbers':[{'number':'06','x':1}]} | numbers[0].x"
            + " | numbers[0].x is not known here.",
        "/api/customers | {'name':'a','language':'fra-FRA'} | language"
            + " | language is too long: 6 signs at most.",
        "/api/customers | {'name':'a','language':'f'} | language"
            + " | language must be a language's code, as in fr or fr-FR.",
        "/api/agents | {'login':'zoe','name':'Zoe','role':'boss'} | role"
            + " | role must be one of: agent, supervisor, administrator.",
        "/api/agents | {'login':'Zoe','name':'Zoe','role':'agent'} | login"
            + " | login must be small letters, digits, dots, dashes or underscores, a letter first.",
        "/api/agents | {'login':'zoe\\n','name':'Zoe','role':'agent'} | login"
            + " | login must be small letters, digits, dots, dashes or underscores, a letter first.",
        "/api/agents | {'login':'zoe','name':'Zoe','role':'agent','teamIds':[0]} | teamIds[0]"
            + " | teamIds[0] must be 1 or more.",
        "/api/agents | {'login':'zoe','name':'Zoe','role':'agent','teamIds':[1,1]} | teamIds"
            + " | teamIds must not name the same twice.",
        "/api/agents | {'login':'zoe','name':'Zoe','role':'agent','teamIds':[999999]} | teamIds"
            + " | teamIds names a team that does not exist.",
        "/api/front-doors | {'number':'0199001234','name':'a','teamId':1,'offerSeconds':0}"
            + " | offerSeconds | offerSeconds must be 1 or more.",
        "/api/front-doors | {'number':'0199001234','name':'a','teamId':1,'offerSeconds':301}"
            + " | offerSeconds | offerSeconds must be 300 or less.",
        "/api/front-doors | {'number':'0199001234','name':'a','teamId':1.5}"
            + " | teamId | teamId must be a whole number.",
        "/api/front-doors | {'number':'0199001234','name':'a','teamId':1,'country':'fr'}"
            + " | country | country must be two capital letters, as in FR.",
        "/api/front-doors | {'number':'+33199001234','name':'a','teamId':1,'country':'ZZ'} | country"
            + " | country is not one we know numbers of: two capital letters, as in FR.",
        "/api/session | {'login':1,'password':[]} | login | login must be text.",
      })
  void isSaidOfTheRightField(String path, String body, String field, String detail) {
    admin
        .send("POST", path, body.replace('\'', '"'), "application/json")
        .refuses(400, field, detail);
  }

  @Test
  void aTextTooLongSaysHowLongItMayBe() {
    admin
        .post("/api/customers", new JsonObject().put("name", "x".repeat(201)))
        .refuses(400, "name", "name is too long: 200 signs at most.");
    web.stranger()
        .post(
            "/api/session", new JsonObject().put("login", "admin").put("password", "x".repeat(300)))
        .refuses(400, "password", "password is too long: 200 signs at most.");
  }

  @Test
  void anAvailabilityIsOneOfThree() {
    admin
        .put("/api/me/availability", new JsonObject().put("availability", "xx"))
        .refuses(400, "availability", "availability must be one of: ready, away, off.");
  }

  @Test
  void theLastAdministratorStays() {
    String said = "This is the last administrator who can sign in: make somebody else one first.";
    JsonObject change =
        new JsonObject().put("name", "Admin").put("teamIds", new JsonArray()).put("disabled", true);
    String me = "/api/agents/" + admin.id();
    admin.put(me, change.put("role", "administrator")).refuses(409, "disabled", said);
    admin.put(me, change.put("role", "agent")).refuses(409, "role", said);
  }

  @Test
  void aLoginTakenIsSaid() {
    JsonObject again =
        new JsonObject().put("login", "admin").put("name", "Admin").put("role", "agent");
    admin.post("/api/agents", again).refuses(409, "login", "This login is taken already.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | /api/customers | GET, POST",
        "DELETE | /api/customers/7 | GET, PUT",
        "GET | /api/session | DELETE, POST",
        "POST | /health/live | GET",
        "PATCH | /api/me | GET",
      })
  void anotherMethodIsToldWhichThereAre(String method, String path, String allowed) {
    var answer = admin.send(method, path, null, "application/json");
    answer.refuses(405, null, "This address does not know that method.");
    assertThat(answer.raw().headers().firstValue("allow")).contains(allowed);
  }
}
