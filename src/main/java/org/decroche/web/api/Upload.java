package org.decroche.web.api;

import java.nio.file.Path;

/** An operation that takes a file: too large for memory, and not JSON. */
interface Upload {
  /**
   * Asked before a byte is read.
   *
   * @throws Refusal when the file is not wanted now
   */
  void check(Asked asked);

  /** The file is there; it is this method's to keep or delete. */
  Reply run(Asked asked, Path file);
}
