package org.decroche.acceptance.stories;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Api;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Wait;
import org.decroche.stories.Plan;
import org.decroche.stories.Stage;

/** A story's own front door, teams, people and callers, on real Asterisk. */
final class AsteriskStage implements Stage {
  /** Long enough for a busy machine; the longest wait of a story itself is some 20 s. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

  private final Scene scene;
  private final Provider network;
  private final Api administrator;
  private final Set<String> called = new LinkedHashSet<>();
  private final Map<String, RealAgent> agents = new LinkedHashMap<>();
  private final Map<String, RealCaller> callers = new LinkedHashMap<>();
  private final Map<String, Long> teams = new LinkedHashMap<>();
  private Plan plan = Plan.PLAIN;
  private Instant opening = Instant.MIN;

  /**
   * A stage with nobody on it.
   *
   * @param network what is told at the other end of the trunk; stories side by side share it
   */
  AsteriskStage(Scene scene, Provider network) {
    this.scene = scene;
    this.network = network;
    this.administrator = scene.administrator();
  }

  // --- given

  @Override
  public void plan(UnaryOperator<Plan> change) {
    Plan before = plan;
    plan = change.apply(before);
    if (!plan.opensIn().equals(before.opensIn())) {
      opening = plan.opensIn().map(Instant.now()::plus).orElse(Instant.MIN);
    }
    if (!plan.offer().equals(before.offer())) {
      scene.offersLast((int) plan.offer().toSeconds());
    }
    scene.routing(routing());
  }

  private JsonObject routing() {
    JsonArray overflow = new JsonArray();
    for (Plan.Helping next : plan.overflow()) {
      overflow.add(
          new JsonObject()
              .put("teamId", team(next.team()))
              .put("afterSeconds", next.after().toSeconds()));
    }
    JsonArray closures = new JsonArray();
    if (!opening.equals(Instant.MIN)) {
      closures.add(
          new JsonObject()
              .put("from", Instant.now().minusSeconds(60).toString())
              .put("until", opening.toString()));
    }
    return new JsonObject()
        .put("patienceSeconds", plan.patience().toSeconds())
        .put("wrapUpSeconds", plan.wrapUp().toSeconds())
        .put("longWaitSeconds", plan.longWait().map(Duration::toSeconds).orElse(null))
        .put("onCallId", plan.onCall().map(it -> agents.get(it).id()).orElse(null))
        .put("closures", closures)
        .put("overflow", overflow);
  }

  /** A team must have somebody before it may help: who joins it comes first. */
  private long team(String name) {
    return teams.computeIfAbsent(name, scene::team);
  }

  @Override
  public void joins(String agent, String team, Choice choice) {
    RealAgent who = enters(agent, team, choice);
    who.plugInPhone();
  }

  @Override
  public void joinsWithoutPhone(String agent) {
    enters(agent, HOME, Choice.READY);
  }

  private RealAgent enters(String name, String team, Choice choice) {
    String first = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Agent account = team.equals(HOME) ? scene.agent(first) : scene.agent(first, team(team));
    RealAgent agent = new RealAgent(account, this::callerBy);
    agents.put(name, agent);
    agent.choose(word(choice));
    return agent;
  }

  @Override
  public void needsDesk(String agent) {
    agents.get(agent).needDesk(administrator);
  }

  @Override
  public void deputy(String of, String deputy) {
    agents.get(of).standIn(administrator, agents.get(deputy));
  }

  @Override
  public void owns(String agent, String caller) {
    long customer = scene.customer(caller, caller(caller).mobile());
    scene.openCase(customer, "Box without power supply", agents.get(agent).account());
  }

  @Override
  public void sharesNumber(String caller) {
    administrator.put(
        "/api/shared-numbers/" + caller(caller).mobile().replace("+", "%2B"), new JsonObject());
  }

  @Override
  public void isRungOutside(String agent) {
    agents.get(agent).ringOutside(administrator, scene.mobile());
  }

  private RealCaller caller(String name) {
    return callers.computeIfAbsent(name, first -> new RealCaller(scene));
  }

  /** By what stands in a From or in an E.164 field; who is not found there has withheld it. */
  private String callerBy(String text) {
    return callers.entrySet().stream()
        .filter(
            one ->
                one.getValue().isWithheld() == !text.contains("+336")
                    && (one.getValue().isWithheld() || text.contains(one.getValue().mobile())))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static String word(Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  // --- done

  @Override
  public void chooses(String agent, Choice choice) {
    agents.get(agent).choose(word(choice));
  }

  @Override
  public void calls(String caller, boolean withheld) {
    caller(caller).calls(withheld);
  }

  @Override
  public void callsAndGivesUp(String caller, Duration after) {
    Duration soon = after.isZero() ? Duration.ofMillis(1) : after; // to SIPp, none is for ever
    caller(caller).rings(Manner.of(caller(caller).mobile()).givingUpAfter(soon));
  }

  @Override
  public void hangsUp(String caller) {
    caller(caller).hangUp();
  }

  @Override
  public void does(String agent, Act act) {
    agents.get(agent).does(act);
  }

  @Override
  public void refusesOnDesk(String agent) {
    agents.get(agent).refuseOnDesk();
  }

  @Override
  public void handsOver(String agent, String colleague) {
    agents.get(agent).handOver(agents.get(colleague));
  }

  @Override
  public void bringsIn(String agent, String colleague) {
    agents.get(agent).bringIn(agents.get(colleague));
  }

  @Override
  public void bringsInOutsider(String agent, String who) {
    agents.get(agent).bringIn(caller(who).mobile());
  }

  @Override
  public void withdraws(String agent) {
    agents.get(agent).withdraw();
  }

  @Override
  public void ends(String agent) {
    agents.get(agent).end();
  }

  @Override
  public void leaves(String agent) {
    agents.get(agent).leave();
  }

  @Override
  public void signsOff(String agent) {
    agents.get(agent).signOff();
  }

  @Override
  public void vanishes(String agent) {
    agents.get(agent).vanish();
  }

  @Override
  public void closesDesk(String agent) {
    agents.get(agent).closeDesk();
  }

  @Override
  public void endsWrapUp(String agent) {
    agents.get(agent).endWrapUp();
  }

  @Override
  public Optional<String> callsOut(String agent, String to) {
    if (!Character.isLowerCase(to.charAt(0))) {
      return agents.get(agent).callOut(to, Optional.empty());
    }
    String mobile = caller(to).mobile();
    Optional<String> refused =
        agents.get(agent).callOut(mobile, debts(to).map(debt -> debt.getLong("id")).findFirst());
    if (refused.isEmpty()) {
      called.add(to);
    }
    return refused;
  }

  @Override
  public void dials(String agent, String who) {
    agents.get(agent).dial(caller(who).mobile());
    called.add(who);
  }

  @Override
  public void judges(String agent, String outcome) {
    agents.get(agent).judge(outcome);
  }

  @Override
  public void dropsCallOut(String agent) {
    agents.get(agent).dropCallOut();
  }

  @Override
  public void doesOutside(String who, Act act) {
    network.tell(RealAgent.order(act), mobileOf(who).orElseThrow());
  }

  @Override
  public void pressesKey(String agent) {
    network.press(mobileOf(agent).orElseThrow());
  }

  private Optional<String> mobileOf(String who) {
    return agents.containsKey(who) ? agents.get(who).mobile() : Optional.of(caller(who).mobile());
  }

  @Override
  public void passes(Duration time) {
    scene.passes(time);
  }

  // --- seen

  @Override
  public List<String> agents() {
    return List.copyOf(agents.keySet());
  }

  @Override
  public List<String> callers() {
    return callers.keySet().stream().filter(it -> caller(it).hasCalled()).toList();
  }

  @Override
  public Choice availability(String agent) {
    return Choice.valueOf(agents.get(agent).availability().toUpperCase(Locale.ROOT));
  }

  @Override
  public List<Ring> phone(String agent) {
    return agents.get(agent).rings();
  }

  @Override
  public List<Ring> mobile(String who) {
    return mobileOf(who)
        .map(e164 -> Rings.of(network.invitesTo(e164), network.messages(), invite -> ""))
        .orElse(List.of());
  }

  @Override
  public List<String> callees() {
    return List.copyOf(called);
  }

  @Override
  public List<Entry> recordOut(String callee) {
    return caller(callee).recordOut();
  }

  @Override
  public List<String> heard(String caller) {
    return caller(caller).heard();
  }

  @Override
  public List<Entry> record(String caller) {
    return caller(caller).record();
  }

  @Override
  public boolean eachCallHasOneRecord(String caller) {
    return caller(caller).eachHasOneRecord();
  }

  @Override
  public List<Card> desk(String agent) {
    return agents.get(agent).cards();
  }

  @Override
  public int owes(String agent, String caller) {
    return debts(caller)
        .filter(debt -> debt.getJsonObject("owner").getLong("id") == agents.get(agent).id())
        .mapToInt(debt -> debt.getInteger("calls"))
        .sum();
  }

  private Stream<JsonObject> debts(String caller) {
    return administrator.items("/api/debts?which=all").stream()
        .map(JsonObject.class::cast)
        .filter(
            debt -> caller(caller).mobile().equals(debt.getJsonObject("number").getString("e164")));
  }

  @Override
  public void await(String what, BooleanSupplier come) {
    Wait.forOne(
        what,
        LONG_ENOUGH,
        () -> come.getAsBoolean() ? Optional.of(true) : Optional.empty(),
        this::toString);
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    callers.forEach((who, one) -> all.append('\n').append(who).append(": ").append(one));
    agents.forEach((who, one) -> all.append('\n').append(who).append(": ").append(one.rings()));
    agents.forEach((who, one) -> all.append('\n').append(who).append(": ").append(one.cards()));
    return all.toString();
  }

  @Override
  public void close() {
    scene.close();
  }
}
