package org.decroche.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.decroche.engine.Questions;
import org.decroche.numbers.DestinationReader;
import org.decroche.routing.Event;
import org.decroche.routing.Event.CallAsks;
import org.decroche.routing.Instruction;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speaks to the server as Asterisk does. */
class AgiServerTest {
  private static final CallId CALL = new CallId("1795355999.4");
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<CallAsks> asked = new LinkedBlockingQueue<>();
  private static final PhoneNumber CALLEE = new PhoneNumber("+33612345678");
  private static final PhoneNumber SHOWN = new PhoneNumber("+33199000100");
  private final BlockingQueue<Event.PhoneDialled> dialled = new LinkedBlockingQueue<>();
  private final CompletableFuture<Instruction> answer = new CompletableFuture<>();
  private int port;
  private AgiServer server;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      port = any.getLocalPort();
    }
    server = server();
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersWithOneVariableAndNothingElse() throws IOException {
    answer.complete(
        new Instruction.RingPhone(new Phone("alice1"), new OfferId(17), Duration.ofSeconds(20)));
    try (Asterisk asterisk = new Asterisk()) {
      assertThat(asterisk.line()).isEqualTo("SET VARIABLE \"ANSWER\" \"offer/alice1-17-20\"");
      asterisk.says("200 result=1");
      assertThat(asterisk.line()).isNull();
    }
    assertThat(asked).singleElement().extracting(CallAsks::call).isEqualTo(CALL);
    assertThat(events).isEmpty();
  }

  @Test
  void whoWaitedTooLongIsAnsweredFirst() throws IOException {
    answer.complete(new Instruction.AnswerFirst(new Instruction.KeepRinging()));
    try (Asterisk asterisk = new Asterisk()) {
      assertThat(asterisk.line())
          .isEqualTo("SET VARIABLE \"ANSWER\" \"answer-first/keep-ringing\"");
      asterisk.says("200 result=1");
    }
  }

  @Test
  void aNumberDialledOnAnAgentsPhoneIsCalledOut() throws IOException {
    answer.complete(new Instruction.CallOut(CALLEE, SHOWN, Duration.ofSeconds(60)));

    assertThat(answerTo("0612345678", "alice1"))
        .isEqualTo("SET VARIABLE \"ANSWER\" \"call-out/33612345678-33199000100-60\"");
    assertThat(dialled)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.phone()).isEqualTo(new Phone("alice1"));
              assertThat(it.number()).isEqualTo(CALLEE);
            });
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0899700000, alice1, refused",
    "+12125550100, alice1, refused",
    "15, alice1, refused",
    "+33, alice1, no-such-number",
    "99999, alice1, no-such-number",
    "0612345678, notAPhone, no-such-number",
  })
  void whatMayNotBeDialledIsNotEvenAskedFor(String number, String phone, String answered)
      throws IOException {
    assertThat(answerTo(number, phone)).isEqualTo("SET VARIABLE \"ANSWER\" \"" + answered + "\"");
    assertThat(dialled).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void aCallOutWithoutAnAnswerRingsNobodyElse() throws IOException {
    assertThat(answerTo("0612345678", "alice1")).isEqualTo("SET VARIABLE \"ANSWER\" \"refused\"");
  }

  private String answerTo(String number, String phone) throws IOException {
    String from = "agi_arg_1: " + number + "\nagi_arg_2: " + phone + "\nagi_arg_7: phone\n";
    try (Asterisk asterisk = new Asterisk("PJSIP/alice1-00000004", from)) {
      String line = asterisk.line();
      asterisk.says("200 result=1");
      return line;
    }
  }

  @Test
  void aQuestionWithoutAnAnswerGoesToTheFallbackBeforeTheWatchdogBites() throws IOException {
    long began = System.nanoTime();
    try (Asterisk asterisk = new Asterisk()) {
      assertThat(asterisk.line()).isEqualTo("SET VARIABLE \"ANSWER\" \"fallback\"");
      asterisk.says("200 result=1");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(events).singleElement().isInstanceOf(Event.AnswerLost.class);
  }

  @Test
  void aPhoneThatDialsNoFrontDoorIsToldSo() throws IOException {
    try (Asterisk asterisk = new Asterisk("agi_arg_7: phone\n")) {
      assertThat(asterisk.line()).isEqualTo("SET VARIABLE \"ANSWER\" \"no-such-number\"");
      asterisk.says("200 result=1");
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void anAnswerThatDoesNotArriveIsReportedAsLost() throws Exception {
    try (Asterisk asterisk = new Asterisk()) {
      asked.take();
      asterisk.hangsUp();
      answer.complete(new Instruction.KeepRinging());
    }
    assertThat(events.poll(5, TimeUnit.SECONDS)).isInstanceOf(Event.AnswerLost.class);
  }

  @Test
  void anAnswerToADeadChannelIsLostToo() throws Exception {
    answer.complete(new Instruction.KeepRinging());
    try (Asterisk asterisk = new Asterisk()) {
      asterisk.line();
      asterisk.says("511 result=-1");
      assertThat(events.poll(5, TimeUnit.SECONDS)).isInstanceOf(Event.AnswerLost.class);
    }
  }

  @Test
  void aTakenPortIsSaidInOneLine() {
    assertThatThrownBy(() -> server().start())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port " + port)
        .hasMessageContaining("DECROCHE_AGI_PORT")
        .hasMessageNotContaining("\n");
  }

  @Test
  void listensOnLoopbackOnly() throws IOException {
    try (ServerSocket elsewhere = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.9"))) {
      assertThat(elsewhere.isBound()).isTrue();
    }
  }

  @Test
  void whoConnectsAndSaysNothingDoesNotCrowdOutAQuestion() throws IOException {
    answer.complete(new Instruction.KeepRinging());
    try (Heard log = Heard.in("org.decroche.asterisk.agi");
        Mute mute = new Mute(LoopbackServer.AT_ONCE + 50);
        Asterisk asterisk = new Asterisk()) {
      assertThat(mute.sockets).hasSize(LoopbackServer.AT_ONCE + 50);
      assertThat(asterisk.line()).isEqualTo("SET VARIABLE \"ANSWER\" \"keep-ringing\"");
      assertThat(log.lines()).filteredOn(line -> line.contains("hung up on")).hasSize(1);
    }
  }

  @Test
  void aQuestionThatCannotBeReadIsOneLineInTheLog() throws IOException {
    try (Heard log = Heard.in("org.decroche.asterisk.agi");
        Asterisk asterisk = new Asterisk("PJSIP/trunk 4", "")) {
      assertThat(asterisk.line()).isNull();
      assertThat(log.lines())
          .filteredOn(line -> line.contains("question"))
          .containsExactly(
              "a question that cannot be read goes to the fallback: a channel without a usable id"
                  + " or name asked");
      assertThat(log.traces()).isZero();
    }
  }

  private AgiServer server() {
    Numbers numbers =
        new Numbers() {
          @Override
          public Optional<FrontDoorId> door(String dialled) {
            return Optional.empty();
          }

          @Override
          public CallerNumber caller(String sent, Optional<FrontDoorId> door) {
            return new CallerNumber.Withheld();
          }
        };
    return new AgiServer(
        port,
        new Questions() {
          @Override
          public CompletableFuture<Instruction> ask(Event.CallAsks question) {
            asked.add(question);
            return answer;
          }

          @Override
          public CompletableFuture<Boolean> test(Event.CallAsks question) {
            return CompletableFuture.completedFuture(true);
          }

          @Override
          public CompletableFuture<Instruction> ask(Event.PhoneDialled question) {
            dialled.add(question);
            return answer;
          }
        },
        events::add,
        numbers,
        text -> new DestinationReader().read(text, "FR", List.of()),
        InstantSource.system());
  }

  /** Connections of somebody who never asks. */
  private final class Mute implements AutoCloseable {
    final List<Socket> sockets = new ArrayList<>();

    Mute(int count) throws IOException {
      for (int i = 0; i < count; i++) {
        sockets.add(new Socket(InetAddress.getLoopbackAddress(), port));
      }
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private final class Asterisk implements AutoCloseable {
    private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    private final BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

    Asterisk() throws IOException {
      this("");
    }

    Asterisk(String more) throws IOException {
      this("PJSIP/trunk-00000004", more);
    }

    Asterisk(String channel, String more) throws IOException {
      says(
          "agi_network: yes\nagi_network_script: who-answers\n"
              + "agi_request: agi://127.0.0.1/who-answers\nagi_channel: "
              + channel
              + "\n"
              + "agi_uniqueid: "
              + CALL.value()
              + "\nagi_version: 22.10.1\nagi_arg_1: +33199000100\nagi_arg_2: 0612345678\n"
              + "agi_arg_3: 1795355990.250\nagi_arg_4: \nagi_arg_5: \nagi_arg_6: 0\n"
              + more);
    }

    void says(String text) throws IOException {
      socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    String line() throws IOException {
      return in.readLine();
    }

    void hangsUp() throws IOException {
      socket.close();
    }

    @Override
    public void close() throws IOException {
      hangsUp();
    }
  }
}
