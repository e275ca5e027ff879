package org.decroche.asterisk.ami;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.Phone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one link reports, in order: a whole look at Asterisk first, then the news, with the news
 * that came during the look after it. Everything here runs on the link's one event thread, and only
 * translates and hands over: a slow listener would cost the link.
 */
final class Session implements ManagerEventListener {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Link link;
  private final Events events;
  private final InstantSource clock;
  private final Consumer<Set<Phone>> members;
  private final Consumer<FullyBootedEvent> booted;
  private final Snapshot snapshot = new Snapshot();
  private final List<Event> meanwhile = new ArrayList<>();

  /** Two things must have happened, on two threads, before Asterisk can be asked for its lists. */
  private final AtomicInteger untilReady = new AtomicInteger(2);

  private volatile Instant began = Instant.MAX;
  private boolean refused;
  private volatile boolean live;

  Session(
      Link link,
      Events events,
      InstantSource clock,
      Consumer<Set<Phone>> members,
      Consumer<FullyBootedEvent> booted) {
    this.link = link;
    this.events = events;
    this.clock = clock;
    this.members = members;
    this.booted = booted;
  }

  /** Whether the engine has seen Asterisk through this link. */
  boolean live() {
    return live;
  }

  @Override
  public void onManagerEvent(ManagerEvent event) {
    if (event instanceof FullyBootedEvent boot) {
      booted.accept(boot);
      ready();
    } else if (live) {
      Translation.of(event, clock.instant()).ifPresent(events::happened);
    } else {
      snapshot.add(event);
      if (!Snapshot.covers(event)) {
        Translation.of(event, clock.instant()).ifPresent(meanwhile::add);
      }
    }
  }

  /** The log-in is over: actions may be sent. */
  void loggedIn() {
    ready();
  }

  private void ready() {
    if (untilReady.decrementAndGet() == 0) {
      look();
    }
  }

  /** Asterisk answers in the order it is asked, so the end of the look is the answer to a ping. */
  private void look() {
    began = clock.instant(); // a call that arrives from here on may be missing from the lists
    QueueStatusAction queue = new QueueStatusAction();
    queue.setQueue(FallbackMembers.QUEUE);
    try {
      link.sendAction(new CoreShowChannelsAction(), this::refusedOrFine);
      link.sendAction(new ListDevices(), this::refusedOrFine);
      link.sendAction(queue, this::refusedOrFine);
      link.sendAction(new PingAction(), (SendActionCallback) this::seen);
    } catch (IOException | RuntimeException cut) {
      LOG.warn("the management link was cut while looking at Asterisk: {}", cut.getMessage());
    }
  }

  private void refusedOrFine(ManagerResponse response) {
    if (response instanceof ManagerError) {
      refused = true;
      LOG.error(
          "Asterisk refused a list we need: {} (does manager.conf grant reporting, and are"
              + " res_manager_devicestate and app_queue loaded?)",
          response.getMessage());
    }
  }

  private void seen(ManagerResponse pong) {
    if (pong == null || refused) {
      return; // cut, or half a look: worse than none, it would end calls that go on
    }
    Event.AsteriskSeen seen = snapshot.seen(began);
    members.accept(snapshot.members());
    live = true;
    LOG.info("looked at Asterisk: {} calls, {} phones", seen.calls().size(), seen.phones().size());
    events.happened(seen);
    meanwhile.forEach(events::happened);
    meanwhile.clear();
  }
}
