package org.decroche.asterisk.agi;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a package says in the log meanwhile. */
final class Heard extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final Logger logger;

  private Heard(Logger logger) {
    this.logger = logger;
  }

  static Heard in(String name) {
    Logger logger = (Logger) LoggerFactory.getLogger(name);
    Heard heard = new Heard(logger);
    heard.start();
    logger.addAppender(heard);
    return heard;
  }

  List<String> lines() {
    return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  long traces() {
    return events.stream().filter(event -> event.getThrowableProxy() != null).count();
  }

  @Override
  protected void append(ILoggingEvent event) {
    events.add(event);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
  }
}
