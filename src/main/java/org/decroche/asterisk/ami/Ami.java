package org.decroche.asterisk.ami;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.decroche.engine.Events;
import org.decroche.engine.Telephony;
import org.decroche.engine.TelephonyHealth;
import org.decroche.routing.Event;
import org.decroche.routing.Instruction.Ring;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asterisk's management interface: reports what happens to calls and phones, and moves callers.
 * Connects by itself, again and again. Nothing here blocks the caller: actions leave in order from
 * a thread of their own.
 */
public final class Ami implements Telephony, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ami.class);

  /** It rings for 8 s at the most; after a cut of the link nobody tells what came of it. */
  private static final Duration TEST_CALL_IS_KNOWN_WITHIN = Duration.ofSeconds(15);

  private final Events events;
  private final InstantSource clock;
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("asterisk-actions").factory());
  private final FallbackMembers members = new FallbackMembers(this::sendMember);
  private final Connector connector;

  /**
   * A link that is not begun yet.
   *
   * @param port of 127.0.0.1; Asterisk's custom is 5038
   * @param tooOld told, in one line for a human, when this Asterisk will never do
   */
  public Ami(
      int port,
      String user,
      String secret,
      Events events,
      InstantSource clock,
      Consumer<String> tooOld) {
    this.events = events;
    this.clock = clock;
    this.connector =
        new Connector(
            port, user, secret, events, clock, tooOld, found -> later(() -> members.found(found)));
  }

  /** Begins to connect, and returns at once. */
  public void start() {
    connector.start();
  }

  /** Whether Asterisk has been looked at and reports what happens. */
  public boolean connected() {
    return connector.session().isPresent();
  }

  @Override
  public void close() {
    connector.close();
    sender.shutdown();
  }

  /**
   * Calls a front door of ours as the public does.
   *
   * @param id of a test call's shape, never used before
   * @return whether a robot picked up; false when nothing is known after 15 s. Never fails.
   */
  public CompletableFuture<Boolean> callOurselves(String id, PhoneNumber door) {
    Optional<Link> link = connector.link();
    if (link.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    CompletableFuture<Boolean> through = new CompletableFuture<>();
    ManagerEventListener listener =
        event -> {
          if (event instanceof OriginateResponseEvent told && id.equals(told.getActionId())) {
            boolean unused = through.complete(told.isSuccess());
          }
        };
    link.get().addEventListener(listener);
    later(() -> send(TestCall.dial(id, door), why -> through.complete(false)));
    return through
        .completeOnTimeout(false, TEST_CALL_IS_KNOWN_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((passed, never) -> link.get().removeEventListener(listener));
  }

  /**
   * How Asterisk is; asks it, and blocks for some seconds at most.
   *
   * @param trunk whether a provider's server is set
   */
  public TelephonyHealth health(boolean trunk) {
    if (!connected()) {
      return TelephonyHealth.AWAY;
    }
    CompletableFuture<Set<Phone>> known = new CompletableFuture<>();
    later(() -> known.complete(members.present()));
    try {
      Set<Phone> wanted = known.get(1, TimeUnit.SECONDS);
      return connector
          .link()
          .map(link -> Examination.of(link, wanted, trunk))
          .orElse(TelephonyHealth.AWAY);
    } catch (ExecutionException | TimeoutException busy) {
      return connector
          .link()
          .map(link -> TelephonyHealth.late(link.asterisk()))
          .orElse(TelephonyHealth.AWAY);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return TelephonyHealth.AWAY;
    }
  }

  @Override
  public void move(CallId call, String channel, Ring to) {
    later(
        () ->
            send(
                Dialplan.toPhone(channel, to),
                why -> {
                  LOG.info("call {} could not be moved: {}", call.value(), why);
                  events.happened(new Event.MoveFailed(clock.instant(), call, to.offer()));
                }));
  }

  @Override
  public void askAgain(CallId call, String channel) {
    later(
        () ->
            send(
                Dialplan.toQuestion(channel),
                why -> LOG.info("call {} could not be made to ask again: {}", call.value(), why)));
  }

  @Override
  public void dial(Leg leg) {
    later(
        () ->
            send(
                Legs.dial(leg),
                why -> {
                  LOG.info("leg {} could not be dialled: {}", leg.id().value(), why);
                  events.happened(new Event.LegDown(clock.instant(), leg.id(), LegEnd.UNREACHABLE));
                }));
  }

  @Override
  public void hangUp(LegId leg) {
    later(
        () ->
            send(
                Legs.hangUp(leg),
                why -> LOG.debug("leg {} could not be hung up: {}", leg.value(), why)));
  }

  @Override
  public void hangUp(CallId call, String channel) {
    later(
        () ->
            send(
                Legs.hangUp(channel),
                why -> LOG.info("call {} could not be hung up: {}", call.value(), why)));
  }

  @Override
  public void bringTogether(CallId call, String caller, String ours, LegId third) {
    later(
        () ->
            send(
                Dialplan.together(caller, ours),
                why -> {
                  LOG.warn("call {} could not be joined by a third: {}", call.value(), why);
                  events.happened(new Event.TogetherFailed(clock.instant(), call, third));
                }));
  }

  @Override
  public void setFallbackMember(Phone phone, boolean member) {
    later(() -> members.set(phone, member));
  }

  @Override
  public void setFallbackMembers(Set<Phone> phones) {
    later(() -> members.setAll(phones));
  }

  private void sendMember(ManagerAction action) {
    send(action, why -> LOG.debug("the fallback queue stays as it is: {}", why));
  }

  /**
   * Sends one action; {@code failed} is told why when Asterisk refuses it or there is no link. When
   * the link is cut before Asterisk answered, nobody knows: the next look will tell.
   */
  private void send(ManagerAction action, Consumer<String> failed) {
    SendActionCallback answer =
        response -> {
          if (response instanceof ManagerError) {
            failed.accept(String.valueOf(response.getMessage()));
          }
        };
    try {
      connector
          .link()
          .orElseThrow(() -> new IOException("no link to Asterisk"))
          .sendAction(action, answer);
    } catch (IllegalArgumentException forbidden) {
      LOG.error("{}", forbidden.getMessage());
      failed.accept("it was not sent");
    } catch (IOException | IllegalStateException cut) {
      failed.accept(String.valueOf(cut.getMessage()));
    }
  }

  private void later(Runnable action) {
    if (!sender.isShutdown()) {
      sender.execute(action);
    }
  }
}
