package org.decroche.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingFilesTest {
  @TempDir private Path data;

  @Test
  void whatACrashLeftIsGoneAtTheNextStart() throws IOException {
    Path directory = data.resolve("passing");
    Path left = PassingFiles.in(directory).create(".csv");
    Files.writeString(left, "key;name\n1;Jeanne Martin\n");

    PassingFiles.in(directory);

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void nobodyElseOfTheMachineReadsThem() throws IOException {
    Path file = PassingFiles.in(data.resolve("passing")).create(".csv");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
