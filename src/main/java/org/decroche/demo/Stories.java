package org.decroche.demo;

import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** The two stories: somebody we know, and a stranger. */
final class Stories {
  /** Jeanne Martin of sql/demo/people.sql, whose open case is Alice's. */
  private static final String JEANNE = "+33639980112";

  private static final String JEANNE_NAME = "Jeanne Martin";

  private final Troupe troupe;
  private final Words words;
  private final PrintStream out;

  Stories(Troupe troupe, Words words, PrintStream out) {
    this.troupe = troupe;
    this.words = words;
    this.out = out;
  }

  /** Tells both, then both verdicts. True when both calls were served as promised. */
  boolean tell() throws Trouble {
    Player owner = troupe.scene().player(Stage.OWNER);
    Observed jeanne = follow("title.known", "caller-1", JEANNE);

    String number = new Strangers(troupe.administrator()).next();
    Player longestFree = longestFree();
    Observed stranger = follow("title.stranger", "caller-2", number);

    out.println();
    boolean first = judge("verdict.known", JEANNE_NAME, jeanne, owner, "owner-of-open-case");
    boolean second =
        judge(
            "verdict.stranger",
            words.say("verdict.the-stranger"),
            stranger,
            longestFree,
            "longest-idle");
    return first && second;
  }

  private Observed follow(String title, String name, String e164) throws Trouble {
    out.println();
    out.println(words.say(title));
    Story.clear(troupe.desks(), troupe.robots());
    Teller teller = new Teller(words, out);
    Story story =
        new Story(
            troupe.administrator(), troupe.scene(), troupe.desks(), troupe.robots(), words, teller);
    // As French carriers send it; the record has it in full.
    String national = e164.replaceFirst("^\\+33", "0");
    try (Caller caller = Caller.ring(troupe.sipp(), name, national, troupe.trunk())) {
      troupe.closing().later(caller::close);
      Observed seen = story.follow(caller, e164);
      if (troupe.closing().isOver()) {
        throw Trouble.unavailable("interrupted");
      }
      return seen;
    }
  }

  private Player longestFree() throws Trouble {
    Api api = troupe.administrator();
    List<JsonObject> agents = api.list("/api/agents");
    List<JsonObject> calls = api.list("/api/calls?limit=200");
    return LongestFree.of(troupe.scene().players(), agents, calls)
        .orElseThrow(() -> Trouble.unavailable("none of the demonstration's agents is ready"));
  }

  private boolean judge(String key, String who, Observed seen, Player right, String rule) {
    Verdict verdict = Verdict.on(seen, right, rule, words);
    String said =
        verdict.right()
            ? words.say(key, who, right.called(), card(seen.lead().orElse(Duration.ZERO)))
            : words.say("verdict.wrong", who, String.join("; ", verdict.faults()));
    out.println((verdict.right() ? "✔ " : "✘ ") + said);
    return verdict.right();
  }

  private String card(Duration lead) {
    return lead.isNegative()
        ? words.say("card.after", Long.toString(-lead.toMillis()))
        : words.say("card.before", Long.toString(lead.toMillis()));
  }
}
