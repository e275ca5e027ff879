package org.decroche.asterisk.agi;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.decroche.engine.Events;
import org.decroche.engine.Questions;
import org.decroche.routing.Event.AnswerLost;
import org.decroche.routing.Event.CallAsks;
import org.decroche.routing.Instruction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one question to the engine and brings the answer back, on a thread of its own. */
final class QuestionScript implements AgiScript {
  private static final Logger LOG = LoggerFactory.getLogger(QuestionScript.class);

  /** Below the dialplan's watchdog (2 s), so that it is us who send the caller to the fallback. */
  static final Duration PATIENCE = Duration.ofMillis(1700);

  /** What the dialplan goes by. Set last: an AGI that dies half-way looks like a success. */
  private static final String VARIABLE = "ANSWER";

  private final Questions questions;
  private final Events events;
  private final Numbers numbers;
  private final InstantSource clock;

  QuestionScript(Questions questions, Events events, Numbers numbers, InstantSource clock) {
    this.questions = questions;
    this.events = events;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    CallAsks question;
    try {
      question = Question.read(request, numbers, clock.instant());
    } catch (RuntimeException unreadable) {
      LOG.warn("a question that cannot be read goes to the fallback: {}", reason(unreadable));
      return;
    }
    try {
      boolean noSuchNumber = question.door().isEmpty() && Question.isFromPhone(request);
      channel.setVariable(
          VARIABLE, noSuchNumber ? Answer.NO_SUCH_NUMBER : Answer.of(ask(question)));
    } catch (AgiException | RuntimeException lost) {
      LOG.info("call {} did not get its answer: {}", question.call().value(), reason(lost));
      events.happened(new AnswerLost(clock.instant(), question.call()));
    }
  }

  /** What cannot be answered in time goes to the fallback, and the engine is told so. */
  private Instruction ask(CallAsks question) {
    try {
      return questions.ask(question).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.warn("call {}: no answer in {} ms", question.call().value(), PATIENCE.toMillis());
    } catch (ExecutionException | RuntimeException failed) {
      LOG.warn("call {}: no answer", question.call().value(), failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    events.happened(new AnswerLost(clock.instant(), question.call()));
    return new Instruction.UseFallback();
  }

  private static String reason(Exception lost) {
    return lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage();
  }
}
