package org.decroche.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.decroche.routing.Event;
import org.decroche.routing.Floor;
import org.decroche.routing.Instruction;
import org.decroche.routing.Limits;
import org.decroche.routing.Step;
import org.decroche.routing.Switchboard;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.call.WaitingCaller;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.out.CallOutCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EngineTest {
  private static final Phone PHONE = new Phone("alice1");
  private static final PhoneNumber CALLER = new PhoneNumber("+33639980012");
  private static final FrontDoor DOOR =
      new FrontDoor(
          new FrontDoorId(1),
          "Accueil",
          new PhoneNumber("+33199001234"),
          "FR",
          new TeamId(1),
          "Accueil",
          Duration.ofSeconds(20));

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
  private final InstantSource clock = InstantSource.system();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final List<Event> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch storeAnswers = new CountDownLatch(1);
  private CompletableFuture<Void> card = CompletableFuture.completedFuture(null);
  private Runnable onItsWay = () -> {};
  private Runnable onMove = () -> {};
  private volatile boolean recordThere = true;
  private volatile boolean storeThere = true;
  private Engine engine;

  @BeforeEach
  void oneReadyAgentAndOneDoor() {
    engine =
        new Engine(
            vertx, vertx.getOrCreateContext(), new Switchboard(Limits.DEFAULT, 1), blocking, clock);
    engine.actOn(
        new World(
            new NotedTelephony(),
            new NotedDesks(),
            new NotedJournal(),
            this::lookUp,
            (who, because) -> done.add("away " + because),
            (caseId, to, by, call, summary, at) -> done.add("move case " + caseId),
            (event, effects) -> told.add(event)));
    AgentProfile alice =
        new AgentProfile(
            new AgentId(1),
            "Alice",
            PHONE,
            Set.of(new TeamId(1)),
            Availability.READY,
            clock.instant());
    engine.happened(
        new Event.FloorChanged(clock.instant(), new Floor(List.of(DOOR), List.of(alice))));
    engine.happened(
        new Event.AsteriskSeen(clock.instant(), List.of(), Map.of(PHONE, PhoneState.IDLE)));
  }

  @AfterEach
  void close() throws Exception {
    storeAnswers.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    blocking.close();
  }

  @Test
  void theCardIsOnTheDeskBeforeTheDialplanIsAnswered() {
    storeAnswers.countDown();

    Instruction answer = ask("1.1").thenApply(this::note).join();

    assertThat(answer).isInstanceOf(Instruction.RingPhone.class);
    assertThat(done).containsSubsequence("pop FOUND", "answer RingPhone");
    await()
        .untilAsserted(
            () ->
                assertThat(told)
                    .as("all that the core was told is recorded, in its order")
                    .hasAtLeastOneElementOfType(Event.CallAsks.class)
                    .hasAtLeastOneElementOfType(Event.CallerRecognised.class));
  }

  @Test
  void aStoreThatIsTooSlowDoesNotKeepThePhoneFromRinging() {
    Instruction answer = ask("1.2").join();

    assertThat(answer).isInstanceOf(Instruction.RingPhone.class);
    assertThat(done).contains("journal LookUpLate", "pop LATE");
    storeAnswers.countDown();
    await().untilAsserted(() -> assertThat(done).contains("pop FOUND"));
  }

  @Test
  void aStoreThatWasAwayIsAskedAgainSoThatWhoRingsIsNamedAfterAll() {
    storeThere = false;
    storeAnswers.countDown();

    assertThat(ask("1.8").join()).isInstanceOf(Instruction.RingPhone.class);
    assertThat(done).contains("pop LATE").doesNotContain("pop FOUND");

    storeThere = true;
    await().untilAsserted(() -> assertThat(done).contains("pop FOUND"));
    assertThat(done.stream().filter("journal LookUpLate"::equals)).hasSize(1);
  }

  @Test
  void thePhoneRingsOnlyWhenTheDeskHasTheCard() {
    card = new CompletableFuture<>();
    onItsWay = () -> noteThat("desk has it");
    storeAnswers.countDown();

    Instruction answer = ask("1.5").thenApply(this::note).join();

    assertThat(answer).isInstanceOf(Instruction.RingPhone.class);
    assertThat(done).containsSubsequence("pop FOUND", "desk has it", "answer RingPhone");
  }

  @Test
  void aMoveThatFailsAfterItsCardHasArrivedIsNotLostInSilence() {
    Logger engineLog = (Logger) LoggerFactory.getLogger(Engine.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    engineLog.addAppender(said);
    storeAnswers.countDown();
    ask("1.6").join();
    assertThat(ask("1.7").join()).isInstanceOf(Instruction.KeepRinging.class);

    card = new CompletableFuture<>(); // arrives late: the move is done when its time is over
    onMove =
        () -> {
          throw new IllegalStateException("no link");
        };
    engine.happened(new Event.CallEnded(clock.instant(), new CallId("1.6")));

    await()
        .untilAsserted(
            () ->
                assertThat(said.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .contains("Move could not be done"));
    engineLog.detachAppender(said);
  }

  @Test
  void aDeskThatDoesNotAnswerDoesNotKeepThePhoneFromRinging() {
    card = new CompletableFuture<>();
    storeAnswers.countDown();

    assertThat(ask("1.6").join()).isInstanceOf(Instruction.RingPhone.class);
    assertThat(card).isNotDone();
  }

  private void noteThat(String what) {
    done.add(what);
    card.complete(null);
  }

  @Test
  void aSecondQuestionOfTheSameCallEndsTheFirst() {
    CompletableFuture<Instruction> first = ask("1.3");
    CompletableFuture<Instruction> second = ask("1.3");
    storeAnswers.countDown();

    assertThat(first.join()).isInstanceOf(Instruction.UseFallback.class);
    assertThat(second.join()).isInstanceOf(Instruction.RingPhone.class);
  }

  @Test
  void aCallThatHangsUpWhileAskingIsAnsweredToo() {
    CompletableFuture<Instruction> question = ask("1.4");

    engine.happened(new Event.CallEnded(clock.instant(), new CallId("1.4")));

    assertThat(question.join()).isInstanceOf(Instruction.UseFallback.class);
  }

  private Instruction note(Instruction answer) {
    done.add("answer " + answer.getClass().getSimpleName());
    return answer;
  }

  private CompletableFuture<Instruction> ask(String id) {
    Instant now = clock.instant();
    return engine.ask(
        new Event.CallAsks(
            now,
            new CallId(id),
            "PJSIP/trunk-1",
            Optional.of(DOOR.id()),
            new CallerNumber.Dialable(CALLER),
            now,
            Optional.empty()));
  }

  private Recognition lookUp(
      Optional<PhoneNumber> number, FrontDoorId door, Optional<Long> chosen) {
    try {
      storeAnswers.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return storeThere
        ? new Recognition(Recognition.LookUp.FOUND, List.of(), Optional.empty())
        : Recognition.LATE;
  }

  private final class NotedDesks implements Desks {
    @Override
    public void showCallOut(AgentId agent, CallOutCard card) {
      done.add("call out " + card.state());
    }

    @Override
    public CompletableFuture<Void> showPop(AgentId agent, Pop pop) {
      done.add("pop " + pop.recognition().lookUp());
      vertx.runOnContext(nothing -> onItsWay.run());
      return card;
    }

    @Override
    public void withdrawPop(AgentId agent, OfferId offer, OfferEnd how) {
      done.add("withdraw " + how);
    }

    @Override
    public void showEnded(AgentId agent, CallId call, Duration wrapUp) {
      done.add("ended");
    }

    @Override
    public void showCallerWaiting(AgentId agent, WaitingCaller caller) {
      done.add("waiting " + caller.call().value());
    }

    @Override
    public void showCallerGone(AgentId agent, CallId call, Optional<String> takenBy) {
      done.add("gone " + call.value());
    }

    @Override
    public void showNotJoined(Invitation who, CallId call, OfferEnd how) {
      done.add("not joined " + how);
    }

    @Override
    public void showActivity(AgentId agent, Activity activity) {
      done.add("activity " + activity);
    }
  }

  private final class NotedJournal implements Journal {
    @Override
    public void write(Step step) {
      done.add("journal " + step.getClass().getSimpleName());
    }

    @Override
    public void endUnseen(Set<CallId> alive, Instant before) {
      done.add("end unseen");
    }

    @Override
    public List<Recalled> recall(Set<CallId> calls) {
      done.add("recall");
      if (!recordThere) {
        throw new IllegalStateException("the record is away");
      }
      return calls.stream().map(EngineTest::recalled).toList();
    }
  }

  private static Recalled recalled(CallId call) {
    return new Recalled.In(
        call,
        Optional.empty(),
        new CallerNumber.Dialable(CALLER),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  @Test
  void aRecordThatIsAwayIsAskedUntilItTellsOfThoseWhoTalk() {
    recordThere = false;
    CallId call = new CallId("1.1");
    engine.happened(
        new Event.AsteriskSeen(
            clock.instant(),
            List.of(
                new LiveCall(call, "PJSIP/trunk-1", LiveCall.Where.TALKING, Optional.of(PHONE))),
            Map.of(PHONE, PhoneState.IN_USE)));
    await().until(() -> done.stream().filter("recall"::equals).count() >= 2);
    assertThat(told).noneMatch(Event.CallRecalled.class::isInstance);

    recordThere = true;

    await().until(() -> told.stream().anyMatch(Event.CallRecalled.class::isInstance));
  }

  private final class NotedTelephony implements Telephony {
    @Override
    public void move(CallId call, String channel, Instruction.Ring to) {
      done.add("move");
      onMove.run();
    }

    @Override
    public void askAgain(CallId call, String channel) {
      done.add("ask again");
    }

    @Override
    public void setFallbackMember(Phone phone, boolean member) {
      done.add("member " + member);
    }

    @Override
    public void dial(Leg leg) {
      done.add("dial " + leg.id().value());
    }

    @Override
    public void hangUp(CallId call, String channel) {
      done.add("hang up " + channel);
    }

    @Override
    public void bringTogether(CallId call, String caller, String ours, LegId third) {
      done.add("bring together " + ours);
    }

    @Override
    public void hangUp(LegId leg) {
      done.add("hang up " + leg.value());
    }

    @Override
    public void setFallbackMembers(Set<Phone> phones) {
      done.add("members " + phones.size());
    }
  }
}
