package org.decroche.engine;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;
import org.decroche.routing.Instruction;
import org.decroche.routing.Switchboard;
import org.decroche.routing.Timer;
import org.decroche.routing.Verdict;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.out.CallOutVerdict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the core, one event after the other on one Vert.x context, and hands its effects out in
 * their order.
 *
 * <p>Nothing on that context may block: look-ups run on virtual threads, everything else returns at
 * once.
 */
public final class Engine implements Events, Questions, Requests, Dialling {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /** Below the dialplan's watchdog of two seconds (asterisk-config/extensions.conf). */
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(1500);

  /**
   * The most a phone waits for its agent's card: more than the way to a desk at home and back, less
   * than anybody hears.
   */
  private static final Duration CARD_WITHIN = Duration.ofMillis(50);

  private static final Duration RECALL_AGAIN = Duration.ofMillis(250);
  private static final Duration RECALL_AGAIN_AT_MOST = Duration.ofSeconds(5);

  private static final Duration LOOK_UP_AGAIN = Duration.ofSeconds(1);
  private static final int LOOK_UP_TRIES = 30;

  private final Vertx vertx;
  private final Context context;
  private final Switchboard switchboard;
  private final ExecutorService blocking;
  private final InstantSource clock;
  private final TransitionLog transitions;
  private final Map<CallId, CompletableFuture<Instruction>> open = new HashMap<>();
  private volatile @Nullable World world;

  /**
   * Wires the core to the world.
   *
   * @param context the one context; the desks live on it too, so that a card is on the wire before
   *     the phone is rung
   * @param blocking where look-ups run: a virtual thread each
   */
  public Engine(
      Vertx vertx,
      Context context,
      Switchboard switchboard,
      ExecutorService blocking,
      InstantSource clock) {
    this.vertx = vertx;
    this.context = context;
    this.switchboard = switchboard;
    this.blocking = blocking;
    this.clock = clock;
    this.transitions = new TransitionLog(switchboard);
  }

  /** Gives the engine the world to act on; to be called once, before the first event. */
  public void actOn(World everything) {
    this.world = everything;
  }

  @Override
  public void happened(Event event) {
    context.runOnContext(nothing -> take(event));
  }

  @Override
  public CompletableFuture<Instruction> ask(Event.CallAsks question) {
    return ask(question.call(), question);
  }

  private CompletableFuture<Instruction> ask(CallId call, Event question) {
    CompletableFuture<Instruction> answer = new CompletableFuture<>();
    context.runOnContext(
        nothing -> {
          CompletableFuture<Instruction> earlier = open.put(call, answer);
          if (earlier != null) {
            earlier.complete(new Instruction.UseFallback());
          }
          vertx.setTimer(ANSWER_WITHIN.toMillis(), timer -> giveUp(call, answer));
          take(question);
        });
    return answer;
  }

  @Override
  public CompletableFuture<Verdict> request(Event event) {
    CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    context.runOnContext(
        nothing ->
            take(event).stream()
                .flatMap(effect -> effect instanceof Effect.Reply it ? Stream.of(it) : Stream.of())
                .findFirst()
                .ifPresentOrElse(
                    reply -> verdict.complete(reply.verdict()),
                    () ->
                        verdict.completeExceptionally(
                            new IllegalStateException("nothing was said to a request"))));
    return verdict;
  }

  @Override
  public CompletableFuture<Instruction> ask(Event.PhoneDialled question) {
    return ask(question.call(), question);
  }

  @Override
  public CompletableFuture<CallOutVerdict> callOut(Event.CallOutWanted wanted) {
    CompletableFuture<CallOutVerdict> verdict = new CompletableFuture<>();
    context.runOnContext(
        nothing ->
            take(wanted).stream()
                .flatMap(
                    effect ->
                        effect instanceof Effect.ReplyCallOut reply
                            ? Stream.of(reply.verdict())
                            : Stream.of())
                .findFirst()
                .ifPresentOrElse(
                    verdict::complete,
                    () ->
                        verdict.completeExceptionally(
                            new IllegalStateException("nothing was said to a call out"))));
    return verdict;
  }

  /** Looks at the core, between two events; nothing may be changed by it. */
  public <T> CompletableFuture<T> look(Function<Switchboard, T> at) {
    CompletableFuture<T> seen = new CompletableFuture<>();
    context.runOnContext(
        nothing -> {
          try {
            seen.complete(at.apply(switchboard));
          } catch (RuntimeException unexpected) {
            seen.completeExceptionally(unexpected);
          }
        });
    return seen;
  }

  @Override
  public CompletableFuture<Boolean> test(Event.CallAsks question) {
    return look(
        core ->
            question
                .door()
                .map(
                    door ->
                        core.foresee(door, question.caller(), Recognition.NONE, clock.instant()))
                .filter(moments -> !moments.isEmpty())
                .isPresent());
  }

  private void giveUp(CallId call, CompletableFuture<Instruction> answer) {
    if (open.remove(call, answer)) {
      answer.complete(new Instruction.UseFallback());
      take(new Event.AnswerLost(clock.instant(), call));
    }
  }

  private List<Effect> take(Event event) {
    try {
      List<Effect> effects = switchboard.on(event);
      Map<CallId, CompletableFuture<Void>> cards = new HashMap<>();
      CardsFirst.of(effects).forEach(effect -> apply(effect, cards));
      transitions.note(event, effects); // last, both: no caller waits for them
      world().recorder().took(event, effects);
      return effects;
    } catch (RuntimeException unexpected) {
      // One event gone wrong must not cost the next caller theirs; the dialplan's watchdog covers
      // this one.
      LOG.error("{} could not be handled", event.getClass().getSimpleName(), unexpected);
      return List.of();
    }
  }

  private void apply(Effect effect, Map<CallId, CompletableFuture<Void>> cards) {
    attempt(effect, () -> perform(effect, cards));
  }

  /** Also for what is done later: nobody else would see it fail. */
  private static void attempt(Effect effect, Runnable doing) {
    try {
      doing.run();
    } catch (RuntimeException unexpected) {
      LOG.error("{} could not be done", effect.getClass().getSimpleName(), unexpected);
    }
  }

  private World world() {
    return Objects.requireNonNull(world, "actOn() comes first");
  }

  /**
   * Does one effect.
   *
   * @param cards of this event, on their way to a desk: their phones ring when they are there
   */
  private void perform(Effect effect, Map<CallId, CompletableFuture<Void>> cards) {
    World world = world();
    switch (effect) {
      case Effect.LookUp e -> blocking.execute(() -> lookUp(e, LOOK_UP_TRIES));
      case Effect.Answer e -> {
        CompletableFuture<Instruction> question = open.remove(e.call());
        if (question != null) {
          after(cards.remove(e.call()), e, () -> question.complete(e.instruction()));
        }
      }
      case Effect.Move e ->
          after(
              cards.remove(e.call()),
              e,
              () -> world.telephony().move(e.call(), e.channel(), e.to()));
      case Effect.AskAgain e -> world.telephony().askAgain(e.call(), e.channel());
      case Effect.Dial e -> after(card(e.leg(), cards), e, () -> world.telephony().dial(e.leg()));
      case Effect.HangUpChannel e -> world.telephony().hangUp(e.call(), e.channel());
      case Effect.BringTogether e ->
          world.telephony().bringTogether(e.call(), e.caller(), e.ours(), e.third());
      case Effect.MoveCase e ->
          blocking.execute(
              () ->
                  world
                      .caseOwners()
                      .move(e.caseId(), e.to(), e.by(), e.call(), e.summary(), clock.instant()));
      case Effect.ShowNotJoined e -> world.desks().showNotJoined(e.who(), e.call(), e.how());
      case Effect.Reply e -> {} // for who asked, see request()
      case Effect.ShowCallOut e -> world.desks().showCallOut(e.agent(), e.card());
      case Effect.ReplyCallOut e -> {} // for who asked, see callOut()
      case Effect.HangUp e -> world.telephony().hangUp(e.leg());
      case Effect.SetFallbackMember e -> world.telephony().setFallbackMember(e.phone(), e.member());
      case Effect.SetFallbackMembers e -> world.telephony().setFallbackMembers(e.phones());
      case Effect.ShowPop e -> cards.put(e.pop().call(), world.desks().showPop(e.agent(), e.pop()));
      case Effect.WithdrawPop e -> world.desks().withdrawPop(e.agent(), e.offer(), e.how());
      case Effect.ShowEnded e -> world.desks().showEnded(e.agent(), e.call(), e.wrapUp());
      case Effect.ShowCallerWaiting e -> world.desks().showCallerWaiting(e.agent(), e.caller());
      case Effect.ShowCallerGone e ->
          world.desks().showCallerGone(e.agent(), e.call(), e.takenBy());
      case Effect.MakeAway e ->
          blocking.execute(() -> world.absences().makeAway(e.agent(), e.because()));
      case Effect.ShowActivity e -> world.desks().showActivity(e.agent(), e.activity());
      case Effect.Journal e -> world.journal().write(e.step());
      case Effect.EndUnseen e ->
          blocking.execute(() -> world.journal().endUnseen(e.alive(), e.before()));
      case Effect.Recall e -> blocking.execute(() -> recall(e, RECALL_AGAIN));
      case Effect.SetTimer e -> setTimer(e.timer(), e.after());
    }
  }

  /** The card that a phone of ours waits for. */
  private static @Nullable CompletableFuture<Void> card(
      Leg leg, Map<CallId, CompletableFuture<Void>> cards) {
    return switch (leg.then()) {
      case LegPurpose.Join join -> cards.remove(join.call());
      case LegPurpose.JoinByKey join -> cards.remove(join.call());
      case LegPurpose.DialOut out -> null;
      case LegPurpose.DialOutByKey out -> null;
    };
  }

  /** Goes on when the card has arrived, or has had its time. */
  private void after(@Nullable CompletableFuture<Void> card, Effect effect, Runnable next) {
    if (card == null || card.isDone()) {
      next.run();
      return;
    }
    CompletableFuture<Void> timeIsOver = new CompletableFuture<>();
    long timer = vertx.setTimer(CARD_WITHIN.toMillis(), id -> timeIsOver.complete(null));
    CompletableFuture<?> unused =
        CompletableFuture.anyOf(card, timeIsOver)
            .thenRun(
                () -> {
                  vertx.cancelTimer(timer);
                  attempt(effect, next);
                });
  }

  private void setTimer(Timer timer, Duration after) {
    vertx.setTimer(
        Math.max(1, after.toMillis()), id -> take(new Event.TimerRang(clock.instant(), timer)));
  }

  /** Those who talk are waiting for their cards: the record is asked until it answers. */
  private void recall(Effect.Recall wanted, Duration again) {
    try {
      for (Recalled says : world().journal().recall(wanted.calls())) {
        happened(new Event.CallRecalled(clock.instant(), says));
      }
    } catch (RuntimeException away) {
      LOG.warn("the record of calls that go on is asked again: {}", away.toString());
      Duration longer = again.multipliedBy(2);
      Duration next = longer.compareTo(RECALL_AGAIN_AT_MOST) < 0 ? longer : RECALL_AGAIN_AT_MOST;
      vertx.setTimer(again.toMillis(), id -> blocking.execute(() -> recall(wanted, next)));
    }
  }

  /**
   * Whoever is rung meanwhile sees a number without a name: it is asked for until the store
   * answers, for about as long as anybody rings.
   */
  private void lookUp(Effect.LookUp wanted, int tries) {
    Recognition found;
    try {
      found = world().lookUp().lookUp(wanted.number(), wanted.door(), wanted.chosen());
    } catch (RuntimeException unexpected) {
      LOG.warn("the look-up of {} failed: {}", wanted.number(), unexpected.toString());
      found = Recognition.LATE;
    }
    boolean away = found.lookUp() == Recognition.LookUp.LATE;
    if (!away || tries == LOOK_UP_TRIES) {
      happened(new Event.CallerRecognised(clock.instant(), wanted.call(), found));
    }
    if (away && tries > 1) {
      vertx.setTimer(
          LOOK_UP_AGAIN.toMillis(), id -> blocking.execute(() -> lookUp(wanted, tries - 1)));
    }
  }
}
