package org.decroche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir Path secrets;

  @Test
  void aPasswordIsThereAtTheNextRun() throws Trouble {
    Keys.in(secrets).keepPassword("alice", "é=:# \\ one");

    assertThat(Keys.in(secrets).password("alice")).contains("é=:# \\ one");
    assertThat(Keys.in(secrets).password("karim")).isEmpty();
  }

  @Test
  void thePasswordOfAPhoneIsNotThatOfAnotherPhone() throws Trouble {
    Keys.in(secrets).keepPhonePassword("alice", "phone1", "secret");

    assertThat(Keys.in(secrets).phonePassword("alice", "phone1")).contains("secret");
    assertThat(Keys.in(secrets).phonePassword("alice", "phone2")).isEmpty();
  }

  @Test
  void onlyTheOwnerReadsThem() throws Trouble, IOException {
    Keys keys = Keys.in(secrets);
    keys.keepPassword("alice", "one");
    keys.keepPassword("karim", "two");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.file())))
        .isEqualTo("rw-------");
    try (var files = Files.list(secrets)) {
      assertThat(files).as("nothing left over").containsExactly(keys.file());
    }
  }
}
