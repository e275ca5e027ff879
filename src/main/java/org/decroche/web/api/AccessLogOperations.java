package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.decroche.moving.TextTable;
import org.decroche.store.AccessLines;
import org.decroche.store.AccessLog;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** Who saw what of whom. Reading it is itself a line of it. */
final class AccessLogOperations implements Operations {
  private static final String PAGE = "100";
  private static final int ROWS_AT_ONCE = 1_000;
  private static final List<String> COLUMNS =
      List.of("at", "agent", "act", "customers", "case", "call", "reason", "words");

  private final AccessLines lines;
  private final AccessLog log;
  private final PassingFiles files;
  private final Clock clock;

  AccessLogOperations(AccessLines lines, AccessLog log, PassingFiles files, Clock clock) {
    this.lines = lines;
    this.log = log;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("readAccessLog", this::page, "exportAccessLog", this::export);
  }

  private Reply page(Asked asked) {
    long before =
        Long.parseLong(asked.parameters().getOrDefault("before", String.valueOf(Long.MAX_VALUE)));
    int limit = Integer.parseInt(asked.parameters().getOrDefault("limit", PAGE));
    List<AccessLines.Line> found = lines.before(which(asked), before, limit);
    note(asked);
    return Reply.list(found, AccessLogOperations::shape);
  }

  private Reply export(Asked asked) {
    AccessLines.Which which = which(asked);
    try {
      Path file = files.create(".csv");
      try (TextTable text = TextTable.create(file, COLUMNS)) {
        long before = Long.MAX_VALUE;
        List<AccessLines.Line> some;
        do {
          some = lines.before(which, before, ROWS_AT_ONCE);
          for (AccessLines.Line line : some) {
            text.row(cells(line));
            before = line.id();
          }
        } while (some.size() == ROWS_AT_ONCE);
      } catch (IOException | RuntimeException failure) {
        Files.deleteIfExists(file);
        throw failure;
      }
      note(asked);
      return Reply.download(new Download(file, "access-log.csv", true));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private void note(Asked asked) {
    log.note(
        AccessLog.Entry.of(
            clock.instant(),
            asked.who().id(),
            AccessLog.Act.READ_LOG,
            number(asked, "customerId").stream().toList(),
            "administrator"));
  }

  private static AccessLines.Which which(Asked asked) {
    return new AccessLines.Which(
        number(asked, "agentId"),
        number(asked, "customerId"),
        Moments.parameter(asked, "from"),
        Moments.parameter(asked, "until"));
  }

  private static Optional<Long> number(Asked asked, String parameter) {
    return Optional.ofNullable(asked.parameters().get(parameter)).map(Long::valueOf);
  }

  private static JsonObject shape(AccessLines.Line line) {
    return new JsonObject()
        .put("id", line.id())
        .put("at", Words.moment(line.at()))
        .put("agent", agent(line))
        .put("act", line.act())
        .put("customers", customers(line))
        .put("caseId", line.matter())
        .put("call", line.call())
        .put("reason", line.reason())
        .put("words", line.words());
  }

  private static @Nullable JsonObject agent(AccessLines.Line line) {
    Long id = line.agent();
    String name = line.agentName();
    return id == null || name == null ? null : Words.named(id, name);
  }

  private static JsonArray customers(AccessLines.Line line) {
    JsonArray customers = new JsonArray();
    for (AccessLines.Whose whose : line.customers()) {
      customers.add(new JsonObject().put("id", whose.id()).put("name", whose.name()));
    }
    return customers;
  }

  private static List<String> cells(AccessLines.Line line) {
    return Stream.of(
            Words.moment(line.at()),
            line.agentName(),
            line.act(),
            line.customers().stream()
                .map(whose -> String.valueOf(whose.id()))
                .collect(Collectors.joining(" ")),
            line.matter(),
            line.call(),
            line.reason(),
            line.words())
        .map(cell -> cell == null ? "" : cell.toString())
        .toList();
  }
}
