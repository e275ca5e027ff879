package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each page is made of: no script and no style in it, and little to load. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
  /** Of a first page, compressed (issue 5, The look). */
  private static final int MOST_SCRIPT = 150_000;

  private static final Pattern SCRIPT = Pattern.compile("<script\\b([^>]*)>([^<]*)</script>");
  private static final Pattern SOURCE = Pattern.compile("src=\"([^\"]+)\"");

  /** As a module names what the browser fetches with it, before anything runs. */
  private static final Pattern IMPORT =
      Pattern.compile("(?:from|import)\\s*\"(\\.{0,2}/[^\"]+\\.js)\"");

  private final RunningWeb web;

  PagesTest(Database database) {
    this.web = new RunningWeb(database);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/board", "/admin", "/account", "/import"})
  void theScriptsOfAPageAreFilesOfOursAndNothingElseMayRun(String path) {
    Browser.Answer page = web.stranger().get(path);
    List<String> policy =
        List.of(
            page.raw()
                .headers()
                .firstValue("content-security-policy")
                .orElseThrow()
                .split("\\s*;\\s*"));

    assertThat(policy).contains("default-src 'self'", "object-src 'none'", "base-uri 'none'");
    // What is not named is as the default; nothing named loosens it.
    assertThat(policy)
        .noneMatch(rule -> rule.startsWith("script-src") || rule.startsWith("style-src"));
    assertThat(policy.toString()).doesNotContain("unsafe", "*", "http:", "https:", "data:");

    assertThat(page.status()).isEqualTo(200);
    assertThat(matches(SCRIPT, page.text()))
        .isNotEmpty()
        .allSatisfy(
            script -> {
              assertThat(script.group(1)).containsPattern("src=\"/assets/[^\"]+\\.js\"");
              assertThat(script.group(2)).isBlank();
            });
    assertThat(page.text())
        .doesNotContainPattern("(?i)<style")
        .doesNotContainPattern("(?i)<[^>]*\\s(on[a-z]+|style)\\s*=")
        .doesNotContainPattern("(?i)javascript:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/board", "/admin", "/account", "/import"})
  void aFirstPageLoadsLittleScript(String path) throws IOException {
    String page = web.stranger().get(path).text();
    Deque<String> toLoad = new ArrayDeque<>();
    matches(SCRIPT, page).forEach(script -> toLoad.add(source(script.group(1))));
    Set<String> loaded = new LinkedHashSet<>();
    int bytes = 0;
    while (!toLoad.isEmpty()) {
      String next = toLoad.remove();
      if (loaded.add(next)) {
        String script = web.stranger().get(next).text();
        bytes += compressed(script);
        matches(IMPORT, script)
            .forEach(named -> toLoad.add(java.net.URI.create(next).resolve(named.group(1)) + ""));
      }
    }

    assertThat(bytes).as("of " + loaded).isBetween(1000, MOST_SCRIPT);
  }

  private static String source(String attributes) {
    return matches(SOURCE, attributes).getFirst().group(1);
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    try (Stream<MatchResult> all = pattern.matcher(text).results()) {
      return all.toList();
    }
  }

  private static int compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }
}
