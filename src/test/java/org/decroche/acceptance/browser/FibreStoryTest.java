package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Api;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The story the product was made for, whole (issue 4): a fibre line is sold, and everything goes
 * wrong that does. The customer tells nothing twice, hears from us before they call, and says
 * themselves when it is over.
 */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class FibreStoryTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final String TITLE = "Fibre at the workshop by the 3rd";
  private static final String SUMMARY = "Sold today; she needs it by the 3rd, her lease line ends.";
  private static final String EFFECT = "She cannot take card payments without it.";
  private static final String MISSED = "Nobody came on Tuesday, and nobody rang her.";
  private static final String MISSED_AGAIN =
      "Nobody came again. Raccord Sud says the door was shut.";
  private static final String PIPE = "A burst pipe floods the street cabinet in rue des Lilas";
  private static final String CALLED_FIRST =
      "Told her of the pipe before she noticed: two days more.";
  private static final String ANGRY = "She is angry, and right: three weeks without a line.";
  private static final String RULE = "No credit before the line works";
  private static final String EXCEPTION =
      "A month free and a 4G box today: we made her lose money.";
  private static final String PROMISE = "A 4G box at the workshop, by courier";
  private static final String CHASED = "They swear it is for tomorrow morning.";
  private static final String WORD = "It works, the till too. Thank you, Karim.";

  private final Stack stack;
  private final Chrome chrome;
  private final Scene scene;
  private final String jeanne;
  private final Agent nadia;
  private final Agent alice;
  private final Agent karim;
  private final List<String> calls = new ArrayList<>();
  private long customer;
  private long matter;

  FibreStoryTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
    scene = stack.scene();
    jeanne = scene.mobile();
    nadia = scene.agent("Nadia");
    alice = scene.agent("Alice");
    karim = scene.agent("Karim");
    standsIn(karim, alice);
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
    stack.mend();
  }

  @Test
  void fromTheFirstCallToTheCustomersWordNothingIsToldTwice() {
    theSale();
    SipPhone phone = alice.readyWith(Behaviour.answering(SOON));
    theConnectionMissedTwice(phone);
    theBurstPipeToldBeforeSheCalls(phone);
    theAngryCall(phone);
    theContractorIsLateAndChased();
    thePromiseIsLateAndSheIsCalledFirst(phone);
    alice.chooses("off");
    SipPhone deputys = karim.readyWith(Behaviour.answering(SOON));
    theDeputyKnowsEverythingAndHearsItsEnd(deputys);
    theLastOneSheTalkedWithPicksUp(deputys);
  }

  private void theSale() {
    SipPhone phone = nadia.readyWith(Behaviour.answering(SOON));
    try (Talk talk = talk(nadia, phone, 1)) {
      assertThat(talk.pop().getString("lookUp")).isEqualTo("unknown");
      customer =
          nadia
              .api()
              .post(
                  "/api/customers",
                  new JsonObject()
                      .put("name", "Jeanne Martin")
                      .put("numbers", new JsonArray().add(new JsonObject().put("number", jeanne))))
              .getLong("id");
      identified(nadia, talk.call());
      matter =
          nadia
              .api()
              .post(
                  "/api/cases",
                  new JsonObject()
                      .put("customerId", customer)
                      .put("title", TITLE)
                      .put("customerWords", "I need the fibre by the 3rd, not later.")
                      .put("effect", EFFECT)
                      .put("ownerId", nadia.id())
                      .put("callId", talk.call()))
              .getLong("id");
      errand(nadia, talk.call(), "Raccord Sud", "Connect the workshop on Tuesday");
      nadia
          .api()
          .put(
              path("/owner"),
              new JsonObject()
                  .put("version", version(nadia))
                  .put("toId", alice.id())
                  .put("summary", SUMMARY));
    }
    nadia.awaitActivity("idle");
  }

  /** Nadia is ready and longest idle, and yet both calls ring at the owner. */
  private void theConnectionMissedTwice(SipPhone phone) {
    try (Talk talk = talk(alice, phone, 1)) {
      assertOwnerHasItOnScreen(talk);
      long errand = openErrand();
      end(errand, "dropped", MISSED);
      errand(alice, talk.call(), "Raccord Sud", "Connect the workshop on Friday");
    }
    alice.awaitActivity("idle");
    try (Talk talk = talk(alice, phone, 2)) {
      assertOwnerHasItOnScreen(talk);
      assertThat(lines(alice)).contains(MISSED, SUMMARY);
      end(openErrand(), "dropped", MISSED_AGAIN);
      errand(alice, talk.call(), "Raccord Sud", "Connect the workshop, with us on the line");
    }
    alice.awaitActivity("idle");
  }

  private void theBurstPipeToldBeforeSheCalls(SipPhone phone) {
    JsonObject brought =
        scene
            .administrator()
            .put(
                "/api/alerts/pipe-" + scene.door(),
                new JsonObject()
                    .put("title", PIPE)
                    .put("since", Instant.now().minusSeconds(3600).toString())
                    .put("numbers", new JsonArray().add(jeanne)));
    assertThat(brought.getJsonArray("unknown")).isEmpty();
    JsonObject line = callFirst(alice, "alert");
    assertThat(line.getString("about")).isEqualTo(PIPE);
    assertThat(line.getLong("caseId")).isEqualTo(matter);
    callOut(alice, phone, 3, CALLED_FIRST);
    Wait.until("nobody has to be called for the pipe any more", () -> callFirst(alice).isEmpty());
  }

  private void theAngryCall(SipPhone phone) {
    try (Talk talk = talk(alice, phone, 4)) {
      assertOwnerHasItOnScreen(talk);
      note(alice, talk.call(), ANGRY);
      alice
          .api()
          .post(
              path("/exceptions"),
              new JsonObject()
                  .put("rule", RULE)
                  .put("sentence", EXCEPTION)
                  .put("callId", talk.call()));
      alice
          .api()
          .post(
              path("/promises"),
              new JsonObject()
                  .put("what", PROMISE)
                  .put("byId", alice.id())
                  .put("dueAt", tomorrow())
                  .put("callId", talk.call()));
    }
    alice.awaitActivity("idle");
  }

  private void theContractorIsLateAndChased() {
    past("errands");
    assertThat(items(alice, "/api/errands")).anyMatch(this::isOurs);
    assertThat(callFirst(alice, "errand-late").getLong("caseId")).isEqualTo(matter);
    assertThat(matter(alice).getJsonObject("nextMove").getString("whose")).isEqualTo("us");
    alice
        .api()
        .post(
            "/api/errands/" + openErrand() + "/chases",
            new JsonObject().put("text", CHASED).put("dueAt", tomorrow()));
    assertThat(callFirst(alice)).isEmpty();
  }

  private void thePromiseIsLateAndSheIsCalledFirst(SipPhone phone) {
    assertThat(items(karim, "/api/promises")).noneMatch(this::isOurs);
    past("promises");
    assertThat(items(karim, "/api/promises")).as("the deputy's").anyMatch(this::isOurs);
    assertThat(scene.administrator().get("/api/board").getJsonArray("promises").encode())
        .contains(PROMISE);
    JsonObject line = callFirst(alice, "promise-late");
    assertThat(line.getString("about")).isEqualTo(PROMISE);
    callOut(alice, phone, 5, "Told her that the courier was robbed; another one leaves tonight.");
    JsonObject late =
        items(alice, "/api/promises").stream().filter(this::isOurs).findFirst().orElseThrow();
    alice
        .api()
        .put(
            "/api/promises/" + late.getLong("id"),
            new JsonObject().put("state", "broken").put("why", "The courier was robbed"));
    assertThat(callFirst(alice)).isEmpty();
  }

  /** Alice has gone home: no wait for her, and whoever picks up has all of it on the page. */
  private void theDeputyKnowsEverythingAndHearsItsEnd(SipPhone phone) {
    try (Window window = Window.open(chrome, stack, Look.english()).signIn(karim);
        Talk talk = talk(karim, phone, 1)) {
      assertThat(talk.pop().getJsonObject("why").getString("rule")).startsWith("deputy");
      assertThat(talk.pop().encode()).contains(TITLE).doesNotContain(ANGRY);
      assertThat(window.page().locator(".tag.talking")).isVisible();
      Keyboard keys = window.page().keyboard();
      keys.press("i");
      Locator card =
          window.page().locator(".case").filter(new Locator.FilterOptions().setHasText(TITLE));
      assertThat(card.locator(".standing")).containsText(EFFECT);
      card.getByText("Show what came before").press("Enter");
      for (String told :
          List.of(
              SUMMARY,
              MISSED,
              MISSED_AGAIN,
              CALLED_FIRST,
              ANGRY,
              RULE,
              EXCEPTION,
              PROMISE,
              CHASED)) {
        assertThat(card).containsText(told);
      }
      LookTest.look(List.of(window), "fibre-story");

      // Nothing closes it but what she says.
      assertThat(
              karim
                  .api()
                  .send(
                      "PUT",
                      path("/closing"),
                      new JsonObject().put("version", version(karim)).put("words", "Line is up"))
                  .statusCode())
          .isBetween(400, 422);
      card.getByText("Done…").press("Enter");
      keys.type("Connected, and measured with her on the line.");
      keys.press("Enter");
      assertThat(card.locator(".timeline")).containsText("Connected, and measured");
      assertThat(card.locator(".owed-list")).hasCount(0);
      card.locator("summary").first().focus();
      keys.press("s");
      keys.type(WORD);
      keys.press("Enter");
      assertThat(card.locator(".standing")).containsText(WORD);
      assertThat(card.locator("summary").first()).containsText("Closed");
      JsonObject closing = matter(karim).getJsonObject("closing");
      assertThat(closing.getString("callId")).isEqualTo(talk.call());
      assertThat(closing.getJsonObject("heardBy").getLong("id")).isEqualTo(karim.id());
    }
    karim.awaitActivity("idle");
  }

  private void theLastOneSheTalkedWithPicksUp(SipPhone phone) {
    alice.chooses("ready");
    alice.awaitActivity("idle");
    try (Talk talk = talk(karim, phone, 2)) {
      assertThat(talk.pop().getJsonObject("why").getString("rule")).isEqualTo("last-talked-with");
    }
    // Every one of her calls had her name and, once it was there, her case on screen.
    assertThat(calls).hasSize(6).doesNotHaveDuplicates();
    assertThat(callFirst(alice)).isEmpty();
    assertThat(items(alice, "/api/debts?which=all"))
        .noneMatch(debt -> jeanne.equals(debt.getJsonObject("number").getString("e164")));
  }

  /** Jeanne on the line with one of ours; closing hangs up. */
  private record Talk(String call, JsonObject pop, Caller caller) implements AutoCloseable {
    @Override
    public void close() {
      caller.hangUp();
      Wait.until("she has hung up", caller::isOver);
    }
  }

  /** She calls, and this one's phone rings: their {@code nth} call, counted from 1. */
  private Talk talk(Agent agent, SipPhone phone, int nth) {
    Desk desk = agent.desk();
    Caller caller = scene.calls(Manner.of(jeanne));
    phone.awaitInvite(nth, Wait.LONG_ENOUGH);
    caller.await("200 INVITE");
    JsonObject pop = desk.await("pop").json();
    desk.close();
    calls.add(pop.getString("call"));
    if (customer != 0) {
      assertThat(pop.encode()).contains("Jeanne Martin");
      identified(agent, pop.getString("call"));
    }
    return new Talk(pop.getString("call"), pop, caller);
  }

  private void callOut(Agent agent, SipPhone phone, int nth, String said) {
    try (Provider provider =
        stack.provider(Behaviour.answering(SOON).talkingFor(SOON.multipliedBy(5)))) {
      JsonObject out =
          agent
              .api()
              .post(
                  "/api/calls-out",
                  new JsonObject()
                      .put("number", jeanne)
                      .put("customerId", customer)
                      .put("caseId", matter));
      phone.awaitInvite(nth, Wait.LONG_ENOUGH);
      provider.await("ACK");
      note(agent, null, said);
      provider.await("BYE");
      Wait.until(
          "the call is over",
          () -> matterOfCall(agent, out.getString("id")).getString("endedAt") != null);
      agent
          .api()
          .post(
              "/api/calls-out/" + out.getString("id") + "/outcome",
              new JsonObject().put("outcome", "reached"));
    }
    agent.awaitActivity("idle");
    assertThat(items(agent, path("/timeline")))
        .anyMatch(entry -> entry.getString("kind").equals("call"));
  }

  private void assertOwnerHasItOnScreen(Talk talk) {
    assertThat(talk.pop().getJsonObject("why").getString("rule")).startsWith("owner");
    assertThat(talk.pop().encode()).contains(TITLE);
  }

  private void standsIn(Agent deputy, Agent of) {
    String path = "/api/agents/" + of.id();
    JsonObject now = scene.administrator().get(path);
    JsonObject unused =
        scene
            .administrator()
            .put(
                path,
                new JsonObject()
                    .put("name", of.name())
                    .put("role", "agent")
                    .put("disabled", false)
                    .put("worksWithoutDesk", true)
                    .put("teamIds", now.getJsonArray("teamIds"))
                    .put("deputyId", deputy.id()));
  }

  private void identified(Agent agent, String call) {
    agent
        .api()
        .post("/api/calls/" + call + "/identified", new JsonObject().put("customerId", customer));
  }

  private void errand(Agent agent, String call, String party, String what) {
    agent
        .api()
        .post(
            path("/errands"),
            new JsonObject()
                .put("party", party)
                .put("what", what)
                .put("dueAt", tomorrow())
                .put("callId", call));
  }

  private void end(long errand, String state, String words) {
    scene
        .administrator()
        .put("/api/errands/" + errand, new JsonObject().put("state", state).put("words", words));
  }

  private long openErrand() {
    return items(scene.administrator(), path("/errands")).stream()
        .filter(errand -> errand.getString("state").equals("open"))
        .findFirst()
        .orElseThrow()
        .getLong("id");
  }

  private void note(Agent agent, String call, String text) {
    agent.api().post(path("/notes"), new JsonObject().put("text", text).put("callId", call));
  }

  private JsonObject callFirst(Agent agent, String why) {
    return callFirst(agent).stream()
        .filter(line -> line.getString("why").equals(why))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonObject> callFirst(Agent agent) {
    return items(agent, "/api/call-first").stream()
        .filter(line -> line.getJsonObject("customer").getLong("id") == customer)
        .toList();
  }

  private boolean isOurs(JsonObject owed) {
    return owed.getLong("caseId") == matter;
  }

  private JsonObject matter(Agent agent) {
    return agent.api().get(path(""));
  }

  private int version(Agent agent) {
    return matter(agent).getInteger("version");
  }

  private String lines(Agent agent) {
    return agent.api().items(path("/timeline")).encode();
  }

  private JsonObject matterOfCall(Agent agent, String call) {
    return agent.api().get("/api/calls/" + call);
  }

  private List<JsonObject> items(Agent agent, String path) {
    return items(agent.api(), path);
  }

  private static List<JsonObject> items(Api api, String path) {
    return api.items(path).stream().map(JsonObject.class::cast).toList();
  }

  private String path(String part) {
    return "/api/cases/" + matter + part;
  }

  /** Lets the date of what is still open of this case go by. */
  private void past(String table) {
    stack
        .database()
        .run(
            "update %s set due_at = now() - interval '1 hour' where case_id = %d and state = 'open'"
                .formatted(table, matter));
  }

  private static String tomorrow() {
    return Instant.now().plus(Duration.ofDays(1)).toString();
  }
}
