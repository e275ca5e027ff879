package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An interaction paints within 100 ms on a slow machine (issue 4, The desk). What is asserted is
 * the processor time that the page's thread takes from a key to its paint, four times over for a
 * machine four times as slow: other work on the test's machine does not count into it. What a
 * person would have waited, on this machine slowed down to a fourth, is printed beside.
 */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class InstantTest {
  private static final double MOST = 100; // milliseconds
  private static final double SLOWER = 4;
  private static final int TIMES = 25;

  private static final String WATCH =
      """
      window.painted = [];
      new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (one.name === 'keydown') window.painted.push(one.duration);
      }).observe({ type: 'event', durationThreshold: 16 });
      """;

  private static final String NEXT_PAINT =
      "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))";

  /** What is done, and how it is put back. */
  private record Interaction(Runnable before, String key) {}

  @Test
  void everyKeyPaintsWithinATenthOfASecondOnASlowMachine(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter =
          Matter.of(scene, alice, "Quitterie Blanc", "Line is dead", "No tone.", List.of());
      longStory(stack, alice, matter);
      desk.signIn(alice);
      Page page = desk.page();
      page.keyboard().press("/");
      page.keyboard().type(matter.number());
      page.locator("search li button").first().press("Enter");
      assertThat(page.locator(".standing").first()).isVisible();
      page.getByText("Show what came before").first().click();
      assertThat(page.locator(".timeline li")).hasCount(100);

      CDPSession slow = page.context().newCDPSession(page);
      slow.send("Performance.enable", of("timeDomain", "threadTicks"));
      Map<String, Interaction> all = new LinkedHashMap<>();
      all.put("a letter of a note", new Interaction(() -> desk.note(matter.title()).focus(), "x"));
      all.put("opening a form", new Interaction(() -> closed(page), "p"));
      all.put(
          "a letter in a form",
          new Interaction(() -> page.getByLabel("What we promised").focus(), "x"));
      all.put(
          "a letter in the search",
          new Interaction(() -> page.locator("[type=search]").focus(), "x"));
      Map<String, Double> took = new LinkedHashMap<>();
      all.forEach((what, one) -> took.put(what, processorTime(slow, page, one)));
      System.out.println(
          "processor time of a key, the middle one of " + TIMES + ", in ms: " + took);

      page.evaluate(WATCH);
      slow.send("Emulation.setCPUThrottlingRate", of("rate", 4));
      all.forEach(
          (what, one) -> {
            page.evaluate("window.painted.length = 0");
            for (int time = 0; time < TIMES; time++) {
              press(page, one);
            }
            System.out.println(
                "key to paint at a fourth of the speed, "
                    + what
                    + ", in ms: "
                    + page.evaluate("window.painted.sort((a, b) => a - b).join(' ')"));
          });
      slow.send("Emulation.setCPUThrottlingRate", of("rate", 1));

      assertThat(took.values()).allSatisfy(time -> assertThat(time * SLOWER).isLessThan(MOST));
    }
  }

  /** The middle one, in milliseconds of the page's thread. */
  private static double processorTime(CDPSession cdp, Page page, Interaction one) {
    List<Double> times = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      one.before().run();
      page.evaluate(NEXT_PAINT);
      double before = busy(cdp);
      page.keyboard().press(one.key());
      page.evaluate(NEXT_PAINT);
      times.add((busy(cdp) - before) * 1000);
    }
    return times.stream().sorted().toList().get(TIMES / 2);
  }

  private static void press(Page page, Interaction one) {
    one.before().run();
    page.keyboard().press(one.key());
    page.evaluate(NEXT_PAINT);
  }

  /** Seconds that the page's thread has worked. */
  private static double busy(CDPSession cdp) {
    for (JsonElement metric : cdp.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      JsonObject one = metric.getAsJsonObject();
      if (one.get("name").getAsString().equals("TaskDuration")) {
        return one.get("value").getAsDouble();
      }
    }
    throw new AssertionError("the browser does not tell its TaskDuration");
  }

  private static void closed(Page page) {
    page.keyboard().press("Escape");
    page.evaluate("document.activeElement?.blur()");
    if (page.locator(".acts .inline-form").count() > 0) {
      page.locator(".acts .inline-form button").nth(1).click();
    }
    assertThat(page.locator(".acts .inline-form")).hasCount(0);
    page.evaluate("document.activeElement?.blur()");
  }

  /** A case with as many lines as one sees at once, among twenty others. */
  private static void longStory(Stack stack, Agent alice, Matter matter) {
    stack
        .database()
        .run(
            """
            insert into timeline (case_id, at, kind, author_id, text, detail)
              select %1$d, now() - n * interval '1 hour', 'note', %2$d, 'They called again about line ' || n || '.', '{}'::jsonb
              from generate_series(1, 110) n;
            insert into cases (customer_id, title, customer_words, owner_id, opened_at, touched_at)
              select %3$d, 'Older matter ' || n, 'It did not work.', %2$d, now() - interval '40 days', now() - interval '30 days'
              from generate_series(1, 20) n;
            """
                .formatted(matter.caseId(), alice.id(), matter.customer()));
  }

  private static JsonObject of(String name, Object value) {
    JsonObject one = new JsonObject();
    if (value instanceof Number number) {
      one.addProperty(name, number);
    } else {
      one.addProperty(name, value.toString());
    }
    return one;
  }
}
