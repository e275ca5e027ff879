package org.decroche.asterisk.agi;

import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import org.decroche.engine.Events;
import org.decroche.engine.Questions;
import org.decroche.numbers.OutwardNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the dialplan asks who answers: FastAGI, on loopback only, any script name. */
public final class AgiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AgiServer.class);

  private final int port;
  private final LoopbackServer server;

  /**
   * A server that does nothing yet.
   *
   * @param port 1 to 65535; Asterisk's custom is 4573
   */
  public AgiServer(
      int port,
      Questions questions,
      Events events,
      Numbers numbers,
      OutwardNumbers outward,
      InstantSource clock) {
    this.port = port;
    this.server =
        new LoopbackServer(port, new QuestionScript(questions, events, numbers, outward, clock));
  }

  /**
   * Takes the port and begins to answer. Returns once questions can come in.
   *
   * @throws IOException with one line for a human when the port cannot be had
   */
  public void start() throws IOException {
    try {
      server.bind();
    } catch (BindException taken) {
      throw new IOException(
          "port "
              + port
              + " on 127.0.0.1, where Asterisk asks who answers, is taken: stop what uses it or set"
              + " DECROCHE_AGI_PORT",
          taken);
    }
    Thread.ofPlatform().daemon().name("agi-accept").start(this::accept);
    LOG.info("Asterisk may ask who answers on 127.0.0.1:{}", port);
  }

  /** Takes no more questions. Those being answered are finished. */
  @Override
  public void close() {
    server.shutdown();
  }

  private void accept() {
    try {
      server.startup();
    } catch (IOException failed) {
      LOG.error("no more questions can come in", failed);
    }
  }
}
