package org.decroche.web.api;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that only pass through, taken in or about to be sent. They may name anybody: what a crash
 * left behind is deleted at the next start.
 */
public final class PassingFiles {
  private final Path directory;

  private PassingFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Takes a directory of our own, and empties it.
   *
   * @param directory made when absent; whatever lies in it is deleted
   * @throws IOException when it cannot be made or emptied
   */
  public static PassingFiles in(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
      for (Path file : left) {
        Files.delete(file);
      }
    }
    return new PassingFiles(directory);
  }

  /** A new file that only we may read. */
  Path create(String suffix) throws IOException {
    return Files.createTempFile(directory, "", suffix);
  }
}
