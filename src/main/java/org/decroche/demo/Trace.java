package org.decroche.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Follows the file in which SIPp notes each message it sends and receives. */
final class Trace {
  private final Path file;
  private long read;

  Trace(Path file) {
    this.file = file;
  }

  /** The messages noted since the last time this was asked; none while there is no file yet. */
  List<SipMessage> fresh() {
    List<SipMessage> messages = new ArrayList<>();
    for (String line : lines()) {
      SipMessage.parse(line).ifPresent(messages::add);
    }
    return messages;
  }

  /** Whole lines only: the last one may still be on its way. */
  private List<String> lines() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      if (open.length() < read) {
        read = 0; // begun anew
      }
      byte[] bytes = new byte[Math.toIntExact(Math.min(open.length() - read, 1 << 20))];
      open.seek(read);
      open.readFully(bytes);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.lastIndexOf('\n') + 1;
      read += end;
      return text.substring(0, end).lines().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
