package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a call went as it went, as a table for a spreadsheet (RFC 4180): a line for each decision,
 * and one for everybody it passed over.
 */
final class WhyCsv {
  private static final List<String> HEAD =
      List.of("at", "decision", "name", "rule", "because", "end", "ended-by");

  private WhyCsv() {}

  static String csv(JsonObject why) {
    return Stream.concat(
            Stream.of(HEAD),
            why.getJsonArray("decisions").stream()
                .map(JsonObject.class::cast)
                .flatMap(WhyCsv::lines))
        .map(WhyCsv::line)
        .collect(Collectors.joining());
  }

  private static Stream<List<String>> lines(JsonObject decision) {
    JsonObject agent = decision.getJsonObject("agent");
    JsonObject endedBy = decision.getJsonObject("endedBy");
    List<String> decided =
        List.of(
            decision.getString("at"),
            decision.getString("kind"),
            agent == null ? "" : agent.getString("name"),
            text(decision.getString("rule")),
            text(decision.getString("sentence")),
            text(decision.getString("end")),
            endedBy == null ? "" : endedBy.getString("name"));
    return Stream.concat(
        Stream.of(decided),
        decision.getJsonArray("considered").stream()
            .map(JsonObject.class::cast)
            .map(
                one ->
                    List.of(
                        decision.getString("at"),
                        "passed-over",
                        one.getString("name", text(one.getString("team"))),
                        one.getString("rule"),
                        one.getString("because"),
                        "",
                        "")));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String line(List<String> cells) {
    return cells.stream().map(WhyCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A spreadsheet runs what begins like a formula (OWASP, CSV injection): a quote goes before. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
