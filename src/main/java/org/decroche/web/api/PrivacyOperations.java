package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.decroche.moving.Import;
import org.decroche.store.AccessLog;
import org.decroche.store.Forgetting;
import org.decroche.store.Mentions;
import org.decroche.store.Outcome;
import org.decroche.store.PersonalData;
import org.decroche.web.json.Words;

/** What a person may ask of us: what we know of them, and to be forgotten. */
final class PrivacyOperations implements Operations {
  /** What is still to be written would name them afterwards. */
  private static final Duration LOG_WAITED_FOR = Duration.ofSeconds(3);

  private final PersonalData known;
  private final Forgetting forgetting;
  private final BooleanSupplier recordComplete;
  private final Import current;
  private final AccessLog log;
  private final PassingFiles files;
  private final Clock clock;

  /**
   * The record is to be complete before anybody is forgotten: what is written a moment later would
   * bring them back.
   *
   * @param recordComplete blocks until everything that happened is written down; tells whether it
   *     is
   * @param current its file may name anybody
   */
  PrivacyOperations(
      PersonalData known,
      Forgetting forgetting,
      BooleanSupplier recordComplete,
      Import current,
      AccessLog log,
      PassingFiles files,
      Clock clock) {
    this.known = known;
    this.forgetting = forgetting;
    this.recordComplete = recordComplete;
    this.current = current;
    this.log = log;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "exportPersonalData", this::export,
        "previewForgetting", this::preview,
        "forgetCustomer", this::forget);
  }

  private Reply export(Asked asked) {
    JsonObject all = Stored.value(known.of(asked.id()));
    log.note(
        AccessLog.Entry.of(
            clock.instant(),
            asked.who().id(),
            AccessLog.Act.EXPORTED,
            List.of(asked.id()),
            "administrator"));
    if (asked.parameters().getOrDefault("as", "json").equals("json")) {
      return Reply.ok(all);
    }
    String language = asked.parameters().getOrDefault("language", "en");
    String page = PersonalDataPage.of(all, Locale.forLanguageTag(language), clock.instant());
    try {
      Path file = files.create(".html");
      Files.writeString(file, page);
      return Reply.download(
          new Download(file, "customer-%d.html".formatted(asked.id()), true),
          "text/html; charset=utf-8");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private Reply preview(Asked asked) {
    Forgetting.Preview preview = Stored.value(forgetting.preview(asked.id(), clock.instant()));
    return Reply.ok(
        new JsonObject()
            .put("removed", new JsonObject(new LinkedHashMap<>(preview.removed())))
            .put("numbersKept", preview.numbersKept())
            .put("onThePhone", preview.onThePhone()));
  }

  private Reply forget(Asked asked) {
    if (current.works()) {
      throw Refusal.conflict(
          "id", "A file is being imported, and may name them. Wait for it, or take it away.");
    }
    if (!recordComplete.getAsBoolean()) {
      throw Refusal.unavailable(
          "The record of calls is not written down yet, and may name them. Try again in a moment.");
    }
    if (!log.awaitWritten(LOG_WAITED_FOR)) {
      throw Refusal.unavailable("The access log is not written down yet. Try again in a moment.");
    }
    Outcome<Forgetting.Report> outcome =
        forgetting.forget(asked.id(), asked.line("name"), asked.who().id(), clock.instant());
    if (outcome instanceof Outcome.Conflict<Forgetting.Report>) {
      throw Refusal.conflict("id", "They are on the phone now. Forget them after the call.");
    }
    if (outcome instanceof Outcome.Invalid<Forgetting.Report>) {
      throw Refusal.wrong("name", "This is not their name as it stands here.");
    }
    Forgetting.Report report = Stored.value(outcome);
    current.forget();
    return Reply.ok(shape(report));
  }

  private static JsonObject shape(Forgetting.Report report) {
    return new JsonObject()
        .put("at", Words.moment(report.at()))
        .put("removed", new JsonObject(new LinkedHashMap<>(report.removed())))
        .put("numbersKept", report.numbersKept())
        .put("mentioned", report.mentioned().map(PrivacyOperations::mentioned).orElse(null));
  }

  private static JsonArray mentioned(List<Mentions.Place> places) {
    JsonArray mentioned = new JsonArray();
    for (Mentions.Place place : places) {
      mentioned.add(
          new JsonObject()
              .put("table", place.table())
              .put("column", place.column())
              .put("rows", place.rows()));
    }
    return mentioned;
  }
}
