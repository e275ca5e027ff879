package org.decroche.acceptance.stories;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Api;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Desk.Frame;
import org.decroche.acceptance.fixture.Dialled;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.stories.Stage.Act;
import org.decroche.stories.Stage.Card;
import org.decroche.stories.Stage.Ring;

/** Somebody of a story with a desk open and, perhaps, a SIP phone. */
final class RealAgent {
  private final Agent agent;
  private final Function<String, String> callers;
  private final Desk desk;
  private Optional<SipPhone> phone = Optional.empty();
  private Optional<Long> deputy = Optional.empty();
  private Optional<String> mobile = Optional.empty();
  private boolean deskless = true;
  private String callOut = "";

  /**
   * @param callers the caller's name, by what stands in a number's "e164" or in a phone's From
   */
  RealAgent(Agent agent, Function<String, String> callers) {
    this.agent = agent;
    this.callers = callers;
    this.desk = agent.desk();
  }

  long id() {
    return agent.id();
  }

  Agent account() {
    return agent;
  }

  void plugInPhone() {
    phone = Optional.of(agent.phone(Behaviour.told()));
    desk.await("activity", now -> now.getString("activity").equals("idle"));
  }

  void choose(String availability) {
    agent.chooses(availability);
  }

  String availability() {
    return agent.api().get("/api/me").getString("availability");
  }

  void does(Act act) {
    phone.orElseThrow().tell(order(act));
  }

  /** What phone-told.xml is told. */
  static String order(Act act) {
    return switch (act) {
      case PICKS_UP, HANGS_UP -> "INFO";
      case REFUSES -> "MESSAGE";
      case SAYS_BUSY -> "SUBSCRIBE";
      case RINGS_OUT -> "PUBLISH";
    };
  }

  /** The card is on the desk before the phone rings. */
  void refuseOnDesk() {
    JsonObject card = desk.frames("pop").getLast().json();
    JsonObject unused =
        agent
            .api()
            .post(
                "/api/calls/" + card.getString("call") + "/refuse",
                new JsonObject().put("offer", card.getString("offer")));
  }

  /** By the newest card on the desk, like all that follows. */
  void handOver(RealAgent colleague) {
    join("hand-over", new JsonObject().put("agentId", colleague.id()).put("summary", "the box"));
  }

  void bringIn(RealAgent colleague) {
    join("bring-in", new JsonObject().put("agentId", colleague.id()).put("summary", "the box"));
  }

  void bringIn(String e164) {
    join("bring-in", new JsonObject().put("number", e164));
  }

  private void join(String how, JsonObject body) {
    JsonObject unused = agent.api().post("/api/calls/" + newestCall() + "/" + how, body);
  }

  void withdraw() {
    agent.api().delete("/api/calls/" + newestCall() + "/invitation");
  }

  void leave() {
    JsonObject unused = agent.api().post("/api/calls/" + newestCall() + "/leave", new JsonObject());
  }

  void end() {
    JsonObject unused = agent.api().post("/api/calls/" + newestCall() + "/end", new JsonObject());
  }

  /** Gives why not, if not. */
  Optional<String> callOut(String number, Optional<Long> debt) {
    JsonObject body = new JsonObject().put("number", number);
    debt.ifPresent(id -> body.put("debtId", id));
    HttpResponse<String> answer = agent.api().send("POST", "/api/calls-out", body);
    JsonObject said = new JsonObject(answer.body());
    if (answer.statusCode() == 201) {
      callOut = said.getString("id");
      return Optional.empty();
    }
    return Optional.of(said.getString("reason"));
  }

  void judge(String outcome) {
    JsonObject unused =
        agent
            .api()
            .post(
                "/api/calls-out/" + callOut + "/outcome", new JsonObject().put("outcome", outcome));
  }

  void dropCallOut() {
    agent.api().delete("/api/calls-out/" + callOut);
  }

  /** In the national form, as a hand does. */
  void dial(String e164) {
    Dialled unused = agent.dials("0" + e164.substring("+33".length()), Duration.ofMinutes(1));
  }

  private String newestCall() {
    return desk.frames("pop").getLast().json().getString("call");
  }

  void signOff() {
    Instant unused = phone.orElseThrow().signsOff();
  }

  void vanish() {
    phone.orElseThrow().vanish();
  }

  void closeDesk() {
    desk.close();
  }

  void endWrapUp() {
    agent.api().delete("/api/me/wrap-up");
  }

  void standIn(Api administrator, RealAgent other) {
    deputy = Optional.of(other.id());
    change(administrator);
  }

  void ringOutside(Api administrator, String e164) {
    mobile = Optional.of(e164);
    change(administrator);
  }

  Optional<String> mobile() {
    return mobile;
  }

  void needDesk(Api administrator) {
    deskless = false;
    change(administrator);
  }

  private void change(Api administrator) {
    JsonObject now = administrator.get("/api/agents/" + id());
    administrator.put(
        "/api/agents/" + id(),
        new JsonObject()
            .put("name", now.getString("name"))
            .put("role", "agent")
            .put("disabled", false)
            .put("worksWithoutDesk", deskless)
            .put("deputyId", deputy.orElse(null))
            .put("outsideNumber", mobile.orElse(null))
            .put("teamIds", now.getJsonArray("teamIds", new JsonArray())));
  }

  List<Ring> rings() {
    return phone
        .map(
            it ->
                Rings.of(
                    it.invites(),
                    it.messages(),
                    invite -> callers.apply(invite.header("From").orElse(""))))
        .orElse(List.of());
  }

  List<Card> cards() {
    Map<String, String> names = new HashMap<>();
    return desk.frames().stream().flatMap(frame -> card(frame, names).stream()).toList();
  }

  /** Later frames tell a call or an offer by its number alone. */
  private Optional<Card> card(Frame frame, Map<String, String> names) {
    JsonObject json = frame.json();
    String caller =
        json.getJsonObject("number") == null
            ? names.getOrDefault(json.getString("offer", json.getString("call", "")), "")
            : caller(json.getJsonObject("number"));
    names.put(json.getString("call", ""), caller);
    names.put(json.getString("offer", ""), caller);
    return switch (frame.type()) {
      case "pop" ->
          Optional.of(new Card("pop", caller, json.getJsonObject("why").getString("rule")));
      case "withdrawn" -> Optional.of(new Card("withdrawn", caller, json.getString("how")));
      case "gone" -> Optional.of(new Card("gone", caller, first(json.getString("takenBy"))));
      case "activity" -> Optional.of(new Card("activity", "", json.getString("activity")));
      case "availability" ->
          Optional.of(new Card("availability", "", orEmpty(json.getString("because"))));
      case "call-out" ->
          Optional.of(new Card("call-out", caller, orEmpty(json.getString("state"))));
      case "waiting", "ended" -> Optional.of(new Card(frame.type(), caller, ""));
      default -> Optional.empty();
    };
  }

  private String caller(JsonObject number) {
    return callers.apply(orEmpty(number.getString("e164")));
  }

  /** The first name, as the story has it. */
  private static String first(String fullName) {
    return fullName == null ? "" : fullName.split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
