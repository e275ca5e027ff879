package org.decroche.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * The passwords of the demonstration's people. The service shows each once; here they are kept for
 * the next run, readable by their owner alone.
 */
final class Keys {
  private final Path file;
  private final Properties kept = new Properties();

  private Keys(Path file) {
    this.file = file;
  }

  static Keys in(Path secrets) throws Trouble {
    Keys keys = new Keys(secrets.resolve("demo"));
    if (Files.exists(keys.file)) {
      try (Reader reader = Files.newBufferedReader(keys.file)) {
        keys.kept.load(reader);
      } catch (IOException | IllegalArgumentException unreadable) {
        throw Trouble.unavailable("cannot read " + keys.file);
      }
    }
    return keys;
  }

  Optional<String> password(String login) {
    return Optional.ofNullable(kept.getProperty(login + ".password"));
  }

  Optional<String> phonePassword(String login, String phone) {
    return Optional.ofNullable(kept.getProperty(login + ".phone." + phone));
  }

  void keepPassword(String login, String password) throws Trouble {
    kept.setProperty(login + ".password", password);
    save();
  }

  /** Bound to the phone's name: with another database comes another phone. */
  void keepPhonePassword(String login, String phone, String password) throws Trouble {
    kept.setProperty(login + ".phone." + phone, password);
    save();
  }

  Path file() {
    return file;
  }

  private void save() throws Trouble {
    try {
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              "demo",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        kept.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw Trouble.unavailable("cannot write " + file);
    }
  }
}
