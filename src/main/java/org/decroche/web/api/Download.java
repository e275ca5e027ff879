package org.decroche.web.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file as an answer. It is whole before the first byte is sent: a download that breaks half way
 * looks like a whole one to who opens it.
 *
 * @param name for the browser's download folder
 * @param once whether it is deleted after it was sent
 */
record Download(Path file, String name, boolean once) {
  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  void sent() {
    if (once) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException left) {
        LOG.warn("an exported file could not be deleted: {}", left.toString());
      }
    }
  }
}
