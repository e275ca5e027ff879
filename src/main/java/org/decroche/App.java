package org.decroche;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.decroche.asterisk.agi.AgiServer;
import org.decroche.asterisk.ami.Ami;
import org.decroche.asterisk.ami.AmiRehearsal;
import org.decroche.asterisk.dialplan.Notes;
import org.decroche.asterisk.sip.PhoneSignOff;
import org.decroche.config.Secret;
import org.decroche.config.Settings;
import org.decroche.engine.Engine;
import org.decroche.engine.Floors;
import org.decroche.engine.Recorder;
import org.decroche.engine.Rehearsal;
import org.decroche.engine.World;
import org.decroche.measure.Check;
import org.decroche.measure.Readiness;
import org.decroche.numbers.DestinationReader;
import org.decroche.numbers.NumberReader;
import org.decroche.numbers.OutwardNumbers;
import org.decroche.recording.Run;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;
import org.decroche.routing.Limits;
import org.decroche.routing.Switchboard;
import org.decroche.store.AccessLog;
import org.decroche.store.Agents;
import org.decroche.store.CallsOut;
import org.decroche.store.ChosenForOthers;
import org.decroche.store.Database;
import org.decroche.store.DatabaseAccess;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.Debts;
import org.decroche.store.HouseSettings;
import org.decroche.store.Opening;
import org.decroche.store.RecordedRuns;
import org.decroche.store.Retention;
import org.decroche.store.SilentCases;
import org.decroche.store.StoredCallers;
import org.decroche.store.StoredCaseOwners;
import org.decroche.store.StoredEvents;
import org.decroche.store.StoredFloor;
import org.decroche.store.StoredJournal;
import org.decroche.store.StoredTestCalls;
import org.decroche.store.UnwatchedCalls;
import org.decroche.store.WeighedCalls;
import org.decroche.web.Surroundings;
import org.decroche.web.WebServer;
import org.decroche.web.WebSettings;
import org.decroche.web.api.DoorDefaults;
import org.decroche.web.api.PassingFiles;
import org.decroche.web.api.PhoneServer;
import org.decroche.web.desk.Availabilities;
import org.decroche.web.desk.DeskRehearsal;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.desk.ShownCards;
import org.decroche.web.json.NumberJson;
import org.decroche.web.signin.FirstStart;
import org.decroche.web.signin.Passwords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All wiring, in one place: started in order, stopped in reverse. */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  /** A day's work without signing in twice; counted from the last use. */
  private static final Duration SESSION = Duration.ofHours(12);

  /**
   * The dialplan may take a call alone although we live, when we were too slow for it, and a caller
   * may hang up before we are asked: on record within half a minute.
   */
  private static final Duration NOTES_READ_EVERY = Duration.ofSeconds(10);

  /** How exactly the time between two test calls is kept. */
  private static final Duration TEST_CALLS_LOOKED_FOR_EVERY = Duration.ofSeconds(5);

  /** Not while everybody signs in after a restart. */
  private static final Duration FIRST_ERASURE = Duration.ofMinutes(5);

  private static final Duration ERASURE_LOOKED_FOR_EVERY = Duration.ofHours(1);

  /** Dates are days; a case that comes back a minute late harms nobody. */
  private static final Duration SILENCE_EVERY = Duration.ofMinutes(1);

  /** What the limits on calls out count by. */
  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** Java compiles for good what has run five thousand times. */
  private static final int REHEARSED_CALLS = 6_000;

  private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

  private final Settings settings;
  private final Consumer<String> cannotGoOn;
  private final Clock clock = Clock.systemUTC();
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /**
   * Nothing is started yet.
   *
   * @param cannotGoOn told, in one line, of something found after the start that makes the service
   *     useless
   */
  public App(Settings settings, Consumer<String> cannotGoOn) {
    this.settings = settings;
    this.cannotGoOn = cannotGoOn;
  }

  /**
   * Starts everything. Asterisk may come later: the service looks for it until it is there.
   *
   * @throws CannotStart when something of ours cannot work here; what was started is closed
   */
  public synchronized void start() throws CannotStart {
    try {
      startAll();
    } catch (DatabaseUnavailable away) {
      throw new CannotStart(String.valueOf(away.getMessage()));
    }
  }

  private void startAll() throws CannotStart {
    Database database = openDatabase();
    Vertx vertx = opened(Vertx.vertx(), running -> running.close().await());
    Context home = vertx.getOrCreateContext();
    ExecutorService blocking =
        opened(Executors.newVirtualThreadPerTaskExecutor(), ExecutorService::shutdownNow);
    Limits limits =
        new Limits(
            settings.routing().lookUp(),
            Limits.DEFAULT.rest(),
            Limits.DEFAULT.grace(),
            Limits.DEFAULT.desk(),
            Limits.DEFAULT.desksBack());
    // An earlier run can not have made a thousand offers in one millisecond.
    Run run = new Run(clock.instant(), limits, clock.millis() * 1000);
    Switchboard switchboard = run.switchboard();
    Engine engine = new Engine(vertx, home, switchboard, blocking, clock);
    boolean trunk = settings.asterisk().trunkServer().isPresent();
    String country = settings.routing().country();
    CallableFloor floor =
        new CallableFloor(new StoredFloor(database), new DestinationReader(), country, trunk);
    Floors floors = new Floors(floor, engine, blocking, clock);

    NumberJson numbers = new NumberJson(country);
    AccessLog accessLog = opened(new AccessLog(database), AccessLog::close);
    OpenDesks desks = new OpenDesks(home, numbers, clock, ShownCards.noted(accessLog, clock));
    DebtsInStep debts =
        new DebtsInStep(
            new WeighedCalls(database), new Debts(database), desks::showDebts, blocking, clock);
    StoredJournal journal =
        opened(
            new StoredJournal(database, debts::soon, desks.facts()::happened),
            StoredJournal::close);
    Availabilities availabilities =
        opened(
            new Availabilities(
                new Agents(database), new ChosenForOthers(database), engine, desks, clock),
            Availabilities::close);
    Ami ami =
        opened(
            new Ami(
                settings.asterisk().amiPort(),
                "decroche",
                settings.asterisk().amiSecret().value(),
                engine,
                clock,
                cannotGoOn),
            Ami::close);
    DialledNumbers dialled = new DialledNumbers(new NumberReader(), floors, country);
    OutwardNumbers outward = new AllowedNumbers(new DestinationReader(), floors, country, trunk);
    Notes notes =
        new Notes(
            settings.asterisk().unwatchedCalls(),
            dialled,
            new UnwatchedCalls(database)::write,
            clock);
    CatchingUp record = new CatchingUp(journal, notes, floors::loaded, debts::soon);
    int eventsDays = settings.routing().eventsDays();
    Recorder recorder =
        eventsDays == 0
            ? Recorder.NONE
            : opened(
                new StoredEvents(database, run, Period.ofDays(eventsDays), clock),
                StoredEvents::close);
    Foresight foresight =
        new Foresight(engine, new StoredCallers(database), new RecordedRuns(database), clock);
    engine.actOn(
        new World(
            ami,
            desks,
            record,
            new StoredCallers(database),
            availabilities,
            new StoredCaseOwners(database),
            recorder));
    CasesBack silence = new CasesBack(new SilentCases(database), desks::showDebts, clock);
    blocking.execute(silence);
    long unusedTimer = vertx.setPeriodic(SILENCE_EVERY.toMillis(), id -> blocking.execute(silence));
    long unused =
        vertx.setPeriodic(NOTES_READ_EVERY.toMillis(), id -> blocking.execute(record::readOlder));
    DailyErasure daily = new DailyErasure(new Retention(database), clock);
    long unusedToo =
        vertx.setPeriodic(
            FIRST_ERASURE.toMillis(),
            ERASURE_LOOKED_FOR_EVERY.toMillis(),
            id -> blocking.execute(daily::ifDue));

    Passwords passwords = opened(new Passwords(), Passwords::close);
    FirstStart firstStart =
        new FirstStart(
            new Agents(database), passwords, settings.data().resolve("secrets/first-start"));
    try {
      firstStart.prepare(settings.administrator().map(Secret::value));
    } catch (UncheckedIOException refused) {
      throw new CannotStart(refused.getMessage() + ": " + refused.getCause());
    }
    floors.load();
    engine.happened(
        new Event.CallsOutCounted(
            clock.instant(), new CallsOut(database).madeSince(clock.instant().minus(AN_HOUR))));
    debts.soon();
    rehearse(new AmiRehearsal().andThen(new DeskRehearsal(numbers, clock)));

    Readiness readiness =
        opened(
            new Readiness(
                List.of(
                    new Check("database", database::answers),
                    new Check("asterisk", ami::connected),
                    new Check("floor", floors::loaded)),
                HEALTH_PATIENCE),
            Readiness::close);
    TestCalls testCalls =
        new TestCalls(
            ami,
            trunk,
            floors,
            new HouseSettings(database),
            new StoredTestCalls(database),
            desks.facts()::happened,
            blocking,
            clock);
    long unusedTest =
        vertx.setPeriodic(
            TEST_CALLS_LOOKED_FOR_EVERY.toMillis(), id -> blocking.execute(testCalls));
    int port =
        startWeb(
            vertx,
            home,
            new Surroundings(
                database,
                passwords,
                firstStart,
                desks,
                availabilities,
                engine,
                engine,
                engine,
                outward,
                foresight,
                floors::reload,
                new SigningPhonesOff(
                    new Agents(database),
                    new PhoneSignOff(settings.asterisk().sipHost(), settings.asterisk().sipPort()),
                    blocking),
                record::complete,
                accessLog,
                passingFiles(),
                readiness,
                testCalls,
                numbers,
                clock));
    startAgi(engine, dialled, outward);
    ami.start();
    LOG.info("the desk is at http://{}:{}/", settings.http().host(), port);
  }

  /**
   * Stops what was started, in reverse. Callers who ring now are looked after by the dialplan
   * alone.
   */
  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception unwilling) {
        LOG.warn("something did not close cleanly: {}", unwilling.toString());
      }
    }
  }

  private PassingFiles passingFiles() throws CannotStart {
    try {
      return PassingFiles.in(settings.data().resolve("passing"));
    } catch (IOException refused) {
      throw new CannotStart("files cannot pass through the data directory: " + refused);
    }
  }

  /** Beside the rest of the start, and for a few seconds after it. */
  private static void rehearse(Consumer<Effect> parts) {
    Thread unused =
        Thread.ofPlatform()
            .daemon()
            .name("rehearsal")
            .start(
                () -> {
                  long before = System.nanoTime();
                  long moved = new Rehearsal(parts).play(REHEARSED_CALLS);
                  AmiRehearsal.read(REHEARSED_CALLS / 2, event -> {});
                  LOG.info(
                      "rehearsed {} calls in {} ms",
                      moved,
                      (System.nanoTime() - before) / 1_000_000);
                });
  }

  private Database openDatabase() throws CannotStart {
    Settings.Database where = settings.database();
    DatabaseAccess access =
        new DatabaseAccess(
            where.url(),
            where.user().orElse(null),
            where.password().map(Secret::value).orElse(null));
    return switch (Database.open(access)) {
      case Opening.Ready ready -> opened(ready.database(), Database::close);
      case Opening.Refused refused -> throw new CannotStart(refused.sentence());
    };
  }

  private int startWeb(Vertx vertx, Context home, Surroundings around) throws CannotStart {
    Settings.Http http = settings.http();
    Settings.Routing routing = settings.routing();
    WebSettings web =
        new WebSettings(
            http.host(),
            http.port(),
            Set.copyOf(http.origins()),
            SESSION,
            http.behindProxy(),
            new PhoneServer(settings.asterisk().sipHost(), settings.asterisk().sipPort()),
            new DoorDefaults(
                routing.offerSeconds(), routing.rememberDays(), routing.realTalkSeconds()));
    WebServer server = new WebServer(vertx, home, web, around);
    try {
      int port = server.start().toCompletionStage().toCompletableFuture().join();
      opened(server, running -> running.stop().await());
      return port;
    } catch (CompletionException failed) {
      Throwable cause = failed.getCause();
      throw new CannotStart(String.valueOf((cause == null ? failed : cause).getMessage()));
    }
  }

  private void startAgi(Engine engine, DialledNumbers dialled, OutwardNumbers outward)
      throws CannotStart {
    AgiServer agi =
        new AgiServer(settings.asterisk().agiPort(), engine, engine, dialled, outward, clock);
    try {
      agi.start();
      opened(agi, AgiServer::close);
    } catch (IOException refused) {
      throw new CannotStart(String.valueOf(refused.getMessage()));
    }
  }

  private interface Closing<T> {
    void close(T part) throws Exception;
  }

  private <T> T opened(T part, Closing<T> closing) {
    started.push(() -> closing.close(part));
    return part;
  }
}
