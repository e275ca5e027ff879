package org.decroche.asterisk.dialplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.asterisk.agi.Numbers;
import org.decroche.engine.Unwatched;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesTest {
  private final Instant now = Instant.now();
  private static final CallId CALL = new CallId("1763800000.7");
  private static final Instant AT = Instant.parse("2025-11-22T08:26:40.250Z");
  private static final String BEGAN =
      "began|1763800000.7|1763800000.250|+33199000001|0639980112|1763799999.000\n";
  private static final String ANSWERED = "answered|1763800000.7|1763800000.250|palice00\n";
  private static final String ENDED =
      "ended|1763800000.7|1763800000.250|+33199000001|0639980112|1763799999.000\n";
  private static final Unwatched.Ended HAS_ENDED =
      new Unwatched.Ended(
          CALL,
          AT,
          Instant.parse("2025-11-22T08:26:39Z"),
          Optional.of(new FrontDoorId(4)),
          new CallerNumber.Dialable(new PhoneNumber("+33639980112")));

  private static final Numbers NUMBERS =
      new Numbers() {
        @Override
        public Optional<FrontDoorId> door(String dialled) {
          return dialled.equals("+33199000001")
              ? Optional.of(new FrontDoorId(4))
              : Optional.empty();
        }

        @Override
        public CallerNumber caller(String sent, Optional<FrontDoorId> door) {
          return sent.equals("0639980112")
              ? new CallerNumber.Dialable(new PhoneNumber("+33639980112"))
              : new CallerNumber.Unreadable();
        }
      };

  private final List<Unwatched> told = new ArrayList<>();
  private Path file;
  private Notes notes;

  @BeforeEach
  void aFile(@TempDir Path directory) {
    file = directory.resolve("unwatched-calls");
    notes = new Notes(file, NUMBERS, told::addAll, InstantSource.fixed(now));
  }

  @Test
  void aCallIsReadFromBeginningToEndAndTheFileIsGone() throws IOException {
    Files.writeString(file, BEGAN + ANSWERED + ENDED);

    notes.read();

    assertThat(told)
        .containsExactly(
            new Unwatched.Began(
                CALL,
                AT,
                Instant.parse("2025-11-22T08:26:39Z"),
                Optional.of(new FrontDoorId(4)),
                new CallerNumber.Dialable(new PhoneNumber("+33639980112"))),
            new Unwatched.Answered(CALL, AT, new Phone("palice00")),
            HAS_ENDED);
    assertThat(file.getParent()).isEmptyDirectory();
  }

  @Test
  void whoeverLeftTheOthersIsReadByTheirPhone() throws IOException {
    Files.writeString(file, "left|1763800000.7|1763800000.250|palice00\n");

    notes.read();

    assertThat(told).containsExactly(new Unwatched.Left(CALL, AT, new Phone("palice00")));
  }

  @Test
  void nothingNotedIsNothingToDo() {
    assertThat(notes.read()).isTrue();
    notes.readOlder();

    assertThat(told).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotTakenForRead() throws IOException {
    Files.createDirectory(file);

    assertThat(notes.read()).isFalse();
  }

  @Test
  void linesThatAreNoneAreSkipped() throws IOException {
    Files.writeString(
        file,
        """

        ||||
        began
        began|1763800000.7|1763800000|+33199000001|0639980112
        began|1763800000.7|1763800000|'; drop table calls|0639980112|1763799999
        began|1763800000.7|1763800000|+33199000001|06\u00009|1763799999
        began|../../etc|1763800000|+33199000001|0639980112|1763799999
        answered|1763800000.7|99999999999999999999|palice00
        answered|1763800000.7|1763800000|PJSIP/x
        answered|1763800000.7|-1|palice00
        left|1763800000.7|1763800000|PJSIP/x
        left|1763800000.7|1763800000
        ended|1763800000.7|1763800000|more
        ended|1763800000.7|1763800000
        ended|%s|1763800000
        restarted|1763800000.7|1763800000
        """
                .formatted("1".repeat(100_000))
            + ENDED
            + "ended|1763800000.7|17638");

    notes.read();

    assertThat(told).containsExactly(HAS_ENDED);
  }

  @Test
  void whatTheReaderCouldNotTakeIsReadAgainBeforeWhatCameAfter() throws IOException {
    Files.writeString(file, ANSWERED);
    Notes failing =
        new Notes(
            file,
            NUMBERS,
            lines -> {
              throw new IllegalStateException("no database");
            },
            Instant::now);
    assertThatThrownBy(failing::read).hasMessage("no database");
    Files.writeString(file, ENDED);

    notes.read();

    assertThat(told)
        .containsExactly(new Unwatched.Answered(CALL, AT, new Phone("palice00")), HAS_ENDED);
    assertThat(file.getParent()).isEmptyDirectory();
  }

  @Test
  void whatWasJustWrittenIsLeftUntilTheRecordMayHaveIt() throws IOException {
    Files.writeString(file, ENDED);
    notes.readOlder();
    Files.writeString(file, ANSWERED);
    notes.readOlder();
    assertThat(told).isEmpty();

    Path aside = file.resolveSibling("unwatched-calls.read");
    Files.setLastModifiedTime(aside, FileTime.from(now.minusSeconds(20)));
    notes.readOlder();

    assertThat(told).containsExactly(HAS_ENDED);
    assertThat(aside).content().isEqualTo(ANSWERED);
    assertThat(file).doesNotExist();
  }
}
