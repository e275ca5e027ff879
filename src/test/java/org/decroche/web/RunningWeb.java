package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.decroche.engine.TelephonyHealth;
import org.decroche.measure.Check;
import org.decroche.measure.Readiness;
import org.decroche.numbers.Destination;
import org.decroche.numbers.DestinationReader;
import org.decroche.routing.Event;
import org.decroche.routing.Verdict;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.out.CallOutVerdict;
import org.decroche.store.AccessLog;
import org.decroche.store.Agents;
import org.decroche.store.ChosenForOthers;
import org.decroche.store.Database;
import org.decroche.store.StoredTestCalls;
import org.decroche.web.api.Contract;
import org.decroche.web.api.DoorDefaults;
import org.decroche.web.api.PassingFiles;
import org.decroche.web.api.PhoneServer;
import org.decroche.web.api.Telephone;
import org.decroche.web.api.WhoWouldAnswer;
import org.decroche.web.desk.Availabilities;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.desk.ShownCards;
import org.decroche.web.json.NumberJson;
import org.decroche.web.signin.FirstStart;
import org.decroche.web.signin.Passwords;

/** A web server for a test class, with what it told the engine. */
public final class RunningWeb implements AutoCloseable {
  public static final String ADMIN_PASSWORD = "let me in, please";

  public final Vertx vertx = Vertx.vertx();

  /** Kept: Vert.x closes a client that nobody refers to any more, and its sockets with it. */
  public final WebSocketClient sockets = vertx.createWebSocketClient();

  public final Context home = vertx.getOrCreateContext();
  public final List<Event> events = new CopyOnWriteArrayList<>();
  final List<WhoWouldAnswer.Question> asked = new CopyOnWriteArrayList<>();
  volatile WhoWouldAnswer.Outlook outlook =
      new WhoWouldAnswer.Outlook.Unknown("Nobody knows in a test.");
  volatile Verdict verdict = new Verdict.Granted("");

  /** Whether Asterisk lets go of a phone, once it says so. */
  volatile CompletableFuture<Boolean> phoneGoes = CompletableFuture.completedFuture(true);

  /** Whose phones Asterisk was to let go of. */
  final List<AgentId> signedOff = new CopyOnWriteArrayList<>();

  /** The telephone side, of which a test says how it is. */
  static final class TestTelephone implements Telephone {
    volatile TelephonyHealth health =
        new TelephonyHealth(true, true, "22.10.1", TelephonyHealth.Trunk.NOT_ASKED, true);
    volatile boolean passes = true;
    final List<FrontDoor> tested = new CopyOnWriteArrayList<>();

    @Override
    public TelephonyHealth health() {
      return health;
    }

    @Override
    public StoredTestCalls.Made test(FrontDoor door) {
      tested.add(door);
      return new StoredTestCalls.Made(Instant.now(), passes, Duration.ofMillis(120));
    }
  }

  final TestTelephone telephone = new TestTelephone();
  public final AtomicInteger reloads = new AtomicInteger();
  public final Map<String, Boolean> health = new ConcurrentHashMap<>(Map.of("asterisk", true));
  public volatile CallOutVerdict callOutVerdict = new CallOutVerdict.Begun(new CallId("leg-17"));
  public final AccessLog accessLog;

  /** Whether the record of calls is written down whole. */
  final AtomicBoolean recorded = new AtomicBoolean(true);

  volatile boolean trunk = true;
  public final OpenDesks desks;
  public final OpenAPIContract contract;
  public final int port;
  final StoppableClock clock = new StoppableClock();
  public final Path codeFile = directory().resolve("first-start");
  final FirstStart firstStart;
  private final Passwords passwords = new Passwords();
  private final WebServer server;

  public RunningWeb(Database database) {
    this(database, 0, Set.of(), false, Optional.of(ADMIN_PASSWORD));
  }

  public RunningWeb(Database database, int port) {
    this(database, port, Set.of(), false, Optional.of(ADMIN_PASSWORD));
  }

  public RunningWeb(Database database, Set<String> origins, boolean trustProxy) {
    this(database, 0, origins, trustProxy, Optional.of(ADMIN_PASSWORD));
  }

  /** As it is at a first start, when nobody was given a password. */
  public static RunningWeb withoutAdministrator(Database database) {
    return new RunningWeb(database, 0, Set.of(), false, Optional.empty());
  }

  private RunningWeb(
      Database database,
      int wantedPort,
      Set<String> origins,
      boolean trustProxy,
      Optional<String> password) {
    NumberJson numbers = new NumberJson("FR");
    accessLog = new AccessLog(database);
    desks =
        new OpenDesks(
            home, numbers, Clock.systemUTC(), ShownCards.noted(accessLog, Clock.systemUTC()));
    firstStart = new FirstStart(new Agents(database), passwords, codeFile);
    firstStart.prepare(password);
    Readiness readiness =
        new Readiness(
            List.of(
                new Check("database", database::answers),
                new Check("asterisk", () -> health.get("asterisk"))),
            Duration.ofSeconds(3));
    server =
        new WebServer(
            vertx,
            home,
            new WebSettings(
                "127.0.0.1",
                wantedPort,
                origins,
                Duration.ofHours(12),
                trustProxy,
                new PhoneServer("127.0.0.1", 5060),
                new DoorDefaults(20, 90, 10)),
            new Surroundings(
                database,
                passwords,
                firstStart,
                desks,
                new Availabilities(
                    new Agents(database),
                    new ChosenForOthers(database),
                    events::add,
                    desks,
                    Clock.systemUTC()),
                events::add,
                this::judge,
                wanted -> {
                  events.add(wanted);
                  return CompletableFuture.completedFuture(callOutVerdict);
                },
                this::destination,
                question -> outlook(question),
                reloads::incrementAndGet,
                agent -> {
                  signedOff.add(agent);
                  return phoneGoes;
                },
                () -> recorded.get(),
                accessLog,
                passing(),
                readiness,
                telephone,
                numbers,
                clock));
    port = await(server.start());
    contract = await(Contract.load(vertx));
  }

  private WhoWouldAnswer.Outlook outlook(WhoWouldAnswer.Question question) {
    asked.add(question);
    return outlook;
  }

  private Destination destination(String text) {
    Destination read = new DestinationReader().read(text, "FR", List.of());
    return read instanceof Destination.Callable && !trunk
        ? new Destination.Refused(Destination.Why.NO_TRUNK)
        : read;
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("decroche-web-");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static PassingFiles passing() {
    try {
      return PassingFiles.in(directory());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** What the core would say; everything is granted unless a test says otherwise. */
  private CompletableFuture<Verdict> judge(Event request) {
    events.add(request);
    return CompletableFuture.completedFuture(verdict);
  }

  public static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  /** Somebody who is not signed in. */
  public Browser stranger() {
    return new Browser(this);
  }

  /** The first administrator, signed in. */
  public Browser administrator() {
    return stranger().signIn("admin", ADMIN_PASSWORD);
  }

  /** A new agent, signed in. */
  public Browser agent(String login, String name) {
    return person(login, name, "agent");
  }

  /** Somebody new, signed in. */
  public Browser person(String login, String name, String role) {
    JsonObject made =
        administrator()
            .post(
                "/api/agents",
                new JsonObject().put("login", login).put("name", name).put("role", role))
            .expect(201);
    Browser browser = stranger().signIn(login, made.getString("password"));
    assertThat(browser.get("/api/me").expect(200).getString("login")).isEqualTo(login);
    return browser;
  }

  @Override
  public void close() {
    await(server.stop());
    await(vertx.close());
    passwords.close();
    accessLog.close();
  }
}
