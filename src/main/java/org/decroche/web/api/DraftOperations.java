package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Map;
import org.decroche.store.Draft;
import org.decroche.store.Drafts;
import org.decroche.web.json.Words;

/** Half-written text, each agent's own: the session says whose, never the request. */
final class DraftOperations implements Operations {
  private final Drafts drafts;
  private final Clock clock;

  DraftOperations(Drafts drafts, Clock clock) {
    this.drafts = drafts;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listDrafts", asked -> Reply.list(drafts.of(asked.who().id()), DraftOperations::line),
        "keepDraft", this::keep,
        "forgetDraft", this::forget);
  }

  private Reply keep(Asked asked) {
    String text = asked.body().getString("text");
    return drafts
        .keep(asked.who().id(), asked.text("key"), text, clock.instant())
        .map(kept -> Reply.ok(shape(kept)))
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "key",
                    "You have %d drafts already: save or clear one first.".formatted(Drafts.MOST)));
  }

  private Reply forget(Asked asked) {
    drafts.forget(asked.who().id(), asked.text("key"));
    return Reply.done();
  }

  private static JsonObject line(Draft draft) {
    JsonObject about =
        new JsonObject()
            .put("customer", DebtShapes.person(draft.customer()))
            .put(
                "case",
                draft
                    .matter()
                    .map(one -> new JsonObject().put("id", one.id()).put("title", one.title()))
                    .orElse(null));
    return shape(draft).put("about", about);
  }

  private static JsonObject shape(Draft draft) {
    return new JsonObject()
        .put("key", draft.key())
        .put("text", draft.text())
        .put("keptAt", Words.moment(draft.keptAt()));
  }
}
