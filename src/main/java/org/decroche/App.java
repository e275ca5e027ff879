package org.decroche;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.decroche.asterisk.agi.AgiServer;
import org.decroche.asterisk.ami.Ami;
import org.decroche.config.Secret;
import org.decroche.config.Settings;
import org.decroche.engine.Engine;
import org.decroche.engine.Floors;
import org.decroche.engine.World;
import org.decroche.measure.Check;
import org.decroche.measure.Readiness;
import org.decroche.routing.Limits;
import org.decroche.routing.Switchboard;
import org.decroche.store.Database;
import org.decroche.store.DatabaseAccess;
import org.decroche.store.Opening;
import org.decroche.store.StoredCallers;
import org.decroche.store.StoredFloor;
import org.decroche.store.StoredJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All wiring, in one place: started in order, stopped in reverse. */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  private static final Duration REST = Limits.DEFAULT.rest();
  private static final Duration GRACE = Limits.DEFAULT.grace();

  private final Settings settings;
  private final Consumer<String> cannotGoOn;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  /**
   * Nothing is started yet.
   *
   * @param cannotGoOn told, in one line, of something found after the start that makes the service useless
   */
  public App(Settings settings, Consumer<String> cannotGoOn) {
    this.settings = settings;
    this.cannotGoOn = cannotGoOn;
  }

}
