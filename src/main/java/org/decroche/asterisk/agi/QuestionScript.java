package org.decroche.asterisk.agi;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.decroche.asterisk.TestCallId;
import org.decroche.engine.Events;
import org.decroche.engine.Questions;
import org.decroche.numbers.Destination;
import org.decroche.numbers.OutwardNumbers;
import org.decroche.routing.Event.AnswerLost;
import org.decroche.routing.Event.CallAsks;
import org.decroche.routing.Event.PhoneDialled;
import org.decroche.routing.Instruction;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.PhoneNumber;
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
  private final OutwardNumbers outward;
  private final InstantSource clock;

  QuestionScript(
      Questions questions,
      Events events,
      Numbers numbers,
      OutwardNumbers outward,
      InstantSource clock) {
    this.outward = outward;
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
      if (TestCallId.is(question.call().value())) {
        if (tested(question)) {
          channel.setVariable(VARIABLE, Answer.TEST_CALL);
        }
        return;
      }
      boolean callsOut = question.door().isEmpty() && Question.isFromPhone(request);
      channel.setVariable(
          VARIABLE,
          callsOut
              ? out(request, question)
              : Answer.of(ask(question.call(), questions.ask(question))));
    } catch (AgiException | RuntimeException lost) {
      LOG.info("call {} did not get its answer: {}", question.call().value(), reason(lost));
      events.happened(new AnswerLost(clock.instant(), question.call()));
    }
  }

  /** Whether a caller would have got a decision; without one the test call ends. */
  private boolean tested(CallAsks question) {
    try {
      return questions.test(question).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException none) {
      LOG.warn("a test call got no decision: {}", reason(none));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** An agent's phone dialled what is no front door. */
  private String out(AgiRequest request, CallAsks question) {
    Optional<Phone> phone = Question.phone(request);
    Destination destination = outward.destination(Question.dialled(request));
    return switch (destination) {
      case Destination.Callable(PhoneNumber number) when phone.isPresent() ->
          out(question, phone.get(), number);
      case Destination.Refused(Destination.Why why) when why != Destination.Why.NO_NUMBER ->
          Answer.REFUSED;
      case Destination.Callable callable -> Answer.NO_SUCH_NUMBER;
      case Destination.Refused refused -> Answer.NO_SUCH_NUMBER;
    };
  }

  /** Without an answer it is refused: the fallback would ring colleagues for it. */
  private String out(CallAsks question, Phone phone, PhoneNumber number) {
    PhoneDialled dialled = new PhoneDialled(question.at(), question.call(), phone, number);
    Instruction answer = ask(question.call(), questions.ask(dialled));
    return answer instanceof Instruction.UseFallback ? Answer.REFUSED : Answer.of(answer);
  }

  /** What cannot be answered in time goes to the fallback, and the engine is told so. */
  private Instruction ask(CallId call, CompletableFuture<Instruction> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.warn("call {}: no answer in {} ms", call.value(), PATIENCE.toMillis());
    } catch (ExecutionException | RuntimeException failed) {
      LOG.warn("call {}: no answer", call.value(), failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    events.happened(new AnswerLost(clock.instant(), call));
    return new Instruction.UseFallback();
  }

  private static String reason(Exception lost) {
    return lost.getMessage() == null ? lost.getClass().getSimpleName() : lost.getMessage();
  }
}
