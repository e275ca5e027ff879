package org.decroche.acceptance.browser;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Eyes inside the page, by the page's own clock: what its socket brought, what the strip showed
 * from when on, and what moved without anybody's hand on a key.
 */
final class Watching {
  static final String SCRIPT =
      """
      (() => {
        const now = () => performance.timeOrigin + performance.now();
        const seen = (window.seen = { frames: [], strips: [], shifts: [] });
        const Real = window.WebSocket;
        window.WebSocket = class extends Real {
          constructor(...all) {
            super(...all);
            this.addEventListener('message', ({ data }) => {
              seen.frames.push({ at: now(), json: JSON.parse(data) });
            });
          }
        };
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) {
            if (shift.hadRecentInput) continue; // what somebody's own key opens may move what is below
            const what = shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.nodeValue);
            seen.shifts.push({ at: now(), value: shift.value, what });
          }
        }).observe({ type: 'layout-shift', buffered: true });
        let before = '';
        new MutationObserver(() => {
          const strip = document.querySelector('section.strip');
          if (!strip) return;
          const text = strip.querySelector('h1')?.textContent ?? '';
          const look = `${text} ${strip.className}`; // the clock runs on without news
          if (look === before) return;
          before = look;
          seen.strips.push({ at: now(), text: strip.textContent });
        }).observe(document, { subtree: true, childList: true, characterData: true });
      })();
      """;

  private final Page page;

  Watching(Page page) {
    this.page = page;
  }

  /**
   * Something seen.
   *
   * @param at to a tenth of a millisecond or so, comparable with {@link Instant#now()}
   */
  record Seen(Instant at, JsonObject what) {}

  /** What kinds of frames the desk's socket brought since the page was loaded. */
  List<String> types() {
    return all("frames").stream()
        .map(seen -> seen.what().getJsonObject("json").getString("type"))
        .toList();
  }

  /** The first pop after this moment, as it came. */
  Seen pop(Instant after) {
    return first(
        "frames", after, seen -> "pop".equals(seen.what().getJsonObject("json").getString("type")));
  }

  /** When the strip first showed this text, after this moment. */
  Seen strip(String text, Instant after) {
    return first("strips", after, seen -> seen.what().getString("text").contains(text));
  }

  /** What moved by itself since this was last asked, or the page was loaded, each with how much. */
  List<JsonObject> shifts() {
    List<JsonObject> shifts = all("shifts").stream().map(Seen::what).toList();
    page.evaluate("window.seen.shifts.length = 0");
    return shifts;
  }

  private Seen first(String kind, Instant after, Predicate<Seen> fits) {
    List<Seen> all = all(kind);
    return all.stream()
        .filter(seen -> seen.at().isAfter(after) && fits.test(seen))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not seen after " + after + "; seen: " + all));
  }

  private List<Seen> all(String kind) {
    Object json = page.evaluate("kind => JSON.stringify(window.seen[kind])", kind);
    return new JsonArray((String) json)
        .stream().map(JsonObject.class::cast).map(Watching::read).toList();
  }

  private static Seen read(JsonObject seen) {
    return new Seen(instant(seen.getDouble("at")), seen);
  }

  private static Instant instant(double milliseconds) {
    return Instant.EPOCH.plusNanos(Math.round(milliseconds * 1000) * 1000);
  }
}
