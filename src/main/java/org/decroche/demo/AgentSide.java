package org.decroche.demo;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What the agents see on their screens and hear from their phones. */
final class AgentSide {
  private final Observed seen;
  private final Teller teller;
  private final Words words;
  private final List<Desk> desks;
  private final List<Robot> robots;

  AgentSide(Observed seen, Teller teller, Words words, List<Desk> desks, List<Robot> robots) {
    this.seen = seen;
    this.teller = teller;
    this.words = words;
    this.desks = List.copyOf(desks);
    this.robots = List.copyOf(robots);
  }

  void look(Instant since) {
    for (Desk desk : desks) {
      desk.fresh().stream()
          .filter(frame -> frame.type().equals("pop"))
          .filter(frame -> Json.text(frame.content(), "state").equals("ringing"))
          .forEach(frame -> shown(desk.player(), frame));
    }
    for (Robot robot : robots) {
      robot.fresh().stream()
          .filter(message -> message.at().isAfter(since))
          .forEach(message -> heard(robot.player(), message));
    }
  }

  private void shown(Player player, Desk.Frame frame) {
    if (seen.shownTo == player.id()) {
      return; // the same card, with more on it
    }
    JsonObject why = Json.object(frame.content(), "why").orElseGet(JsonObject::new);
    seen.shownTo = player.id();
    seen.shownAt = frame.at();
    seen.rule = Json.text(why, "rule");
    teller.tell(frame.at(), words.say("screen", player.called(), why(why)));
  }

  private String why(JsonObject why) {
    String key = "why." + Json.text(why, "rule");
    String team = Json.object(why, "params").map(params -> Json.text(params, "team")).orElse("");
    return words.knows(key) ? words.say(key, team) : Json.text(why, "sentence");
  }

  private void heard(Player player, SipMessage message) {
    if (!message.sent() && message.isRequest("INVITE")) {
      seen.phoneRang = message.at();
      teller.tell(message.at(), words.say("phone", player.called()));
    } else if (message.sent() && message.isInviteAnswer(200)) {
      seen.phonePickedUp = message.at();
    }
  }
}
