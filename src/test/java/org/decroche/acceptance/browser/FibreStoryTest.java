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
  private WorkedCase matter;

  FibreStoryTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
    scene = stack.scene();
    matter = new WorkedCase(stack, scene, 0, 0); // until there is one
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
      long opened =
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
      matter = new WorkedCase(stack, scene, customer, opened);
      matter.errand(nadia, talk.call(), "Raccord Sud", "Connect the workshop on Tuesday");
      nadia
          .api()
          .put(
              matter.path("/owner"),
              new JsonObject()
                  .put("version", matter.version(nadia))
                  .put("toId", alice.id())
                  .put("summary", SUMMARY));
    }
    nadia.awaitActivity("idle");
  }

  /** Nadia is ready and longest idle, and yet both calls ring at the owner. */
  private void theConnectionMissedTwice(SipPhone phone) {
    try (Talk talk = talk(alice, phone, 1)) {
      assertOwnerHasItOnScreen(talk);
      matter.endErrand("dropped", MISSED);
      matter.errand(alice, talk.call(), "Raccord Sud", "Connect the workshop on Friday");
    }
    alice.awaitActivity("idle");
    try (Talk talk = talk(alice, phone, 2)) {
      assertOwnerHasItOnScreen(talk);
      assertThat(alice.api().items(matter.path("/timeline")).encode()).contains(MISSED, SUMMARY);
      matter.endErrand("dropped", MISSED_AGAIN);
      matter.errand(alice, talk.call(), "Raccord Sud", "Connect the workshop, with us on the line");
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
    JsonObject line = matter.callFirst(alice, "alert");
    assertThat(line.getString("about")).isEqualTo(PIPE);
    assertThat(line.getLong("caseId")).isEqualTo(matter.id());
    callOut(alice, phone, 3, CALLED_FIRST);
    Wait.until(
        "nobody has to be called for the pipe any more", () -> matter.callFirst(alice).isEmpty());
  }

  private void theAngryCall(SipPhone phone) {
    try (Talk talk = talk(alice, phone, 4)) {
      assertOwnerHasItOnScreen(talk);
      matter.note(alice, talk.call(), ANGRY);
      alice
          .api()
          .post(
              matter.path("/exceptions"),
              new JsonObject()
                  .put("rule", RULE)
                  .put("sentence", EXCEPTION)
                  .put("callId", talk.call()));
      alice
          .api()
          .post(
              matter.path("/promises"),
              new JsonObject()
                  .put("what", PROMISE)
                  .put("byId", alice.id())
                  .put("dueAt", WorkedCase.tomorrow())
                  .put("callId", talk.call()));
    }
    alice.awaitActivity("idle");
  }

  private void theContractorIsLateAndChased() {
    matter.past("errands");
    assertThat(WorkedCase.items(alice, "/api/errands")).anyMatch(matter::has);
    assertThat(matter.callFirst(alice, "errand-late").getLong("caseId")).isEqualTo(matter.id());
    assertThat(matter.now(alice).getJsonObject("nextMove").getString("whose")).isEqualTo("us");
    alice
        .api()
        .post(
            "/api/errands/" + matter.openErrand() + "/chases",
            new JsonObject().put("text", CHASED).put("dueAt", WorkedCase.tomorrow()));
    assertThat(matter.callFirst(alice)).isEmpty();
  }

  private void thePromiseIsLateAndSheIsCalledFirst(SipPhone phone) {
    assertThat(WorkedCase.items(karim, "/api/promises")).noneMatch(matter::has);
    matter.past("promises");
    assertThat(WorkedCase.items(karim, "/api/promises")).as("the deputy's").anyMatch(matter::has);
    assertThat(scene.administrator().get("/api/board").getJsonArray("promises").encode())
        .contains(PROMISE);
    JsonObject line = matter.callFirst(alice, "promise-late");
    assertThat(line.getString("about")).isEqualTo(PROMISE);
    callOut(alice, phone, 5, "Told her that the courier was robbed; another one leaves tonight.");
    JsonObject late =
        WorkedCase.items(alice, "/api/promises").stream()
            .filter(matter::has)
            .findFirst()
            .orElseThrow();
    alice
        .api()
        .put(
            "/api/promises/" + late.getLong("id"),
            new JsonObject().put("state", "broken").put("why", "The courier was robbed"));
    assertThat(matter.callFirst(alice)).isEmpty();
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
                      matter.path("/closing"),
                      new JsonObject()
                          .put("version", matter.version(karim))
                          .put("words", "Line is up"))
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
      JsonObject closing = matter.now(karim).getJsonObject("closing");
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
    assertThat(matter.callFirst(alice)).isEmpty();
    assertThat(WorkedCase.items(alice, "/api/debts?which=all"))
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
                      .put("caseId", matter.id()));
      phone.awaitInvite(nth, Wait.LONG_ENOUGH);
      provider.await("ACK");
      matter.note(agent, null, said);
      provider.await("BYE");
      Wait.until(
          "the call is over",
          () -> agent.api().get("/api/calls/" + out.getString("id")).getString("endedAt") != null);
      agent
          .api()
          .post(
              "/api/calls-out/" + out.getString("id") + "/outcome",
              new JsonObject().put("outcome", "reached"));
    }
    agent.awaitActivity("idle");
    assertThat(WorkedCase.items(agent, matter.path("/timeline")))
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
}
