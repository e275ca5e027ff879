package org.decroche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
  private static final String LINE =
      "2026-11-22\t14:26:34.9\t1795357594.937484\tS\tid\tCSeq:1 INVITE\tINVITE sip:x SIP/2.0";

  @TempDir Path directory;

  @Test
  void eachMessageIsToldOnceAndOnlyWhenItsLineIsWhole() throws IOException {
    Path file = directory.resolve("trace");
    Trace trace = new Trace(file);

    assertThat(trace.fresh()).as("no file yet").isEmpty();
    Files.writeString(file, LINE + "\n" + LINE.substring(0, 40));
    assertThat(trace.fresh()).hasSize(1);
    assertThat(trace.fresh()).isEmpty();
    Files.writeString(file, LINE.substring(40) + "\n", StandardOpenOption.APPEND);
    assertThat(trace.fresh()).hasSize(1);
  }

  @Test
  void aTraceBegunAnewIsReadFromItsStart() throws IOException {
    Path file = directory.resolve("trace");
    Trace trace = new Trace(file);
    Files.writeString(file, (LINE + "\n").repeat(3));
    assertThat(trace.fresh()).hasSize(3);

    Files.writeString(file, LINE + "\n");

    assertThat(trace.fresh()).hasSize(1);
  }
}
