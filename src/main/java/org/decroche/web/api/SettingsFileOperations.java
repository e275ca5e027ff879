package org.decroche.web.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.store.SettingChange;
import org.decroche.store.SettingChanges;
import org.decroche.web.json.Words;

/** All settings as one file, out and in. */
final class SettingsFileOperations implements Operations {
  private final SettingsFile file;
  private final SettingsIntake intake;
  private final Settled settled;
  private final PhoneServer phones;

  SettingsFileOperations(
      SettingsFile file, SettingsIntake intake, Settled settled, PhoneServer phones) {
    this.file = file;
    this.intake = intake;
    this.settled = settled;
    this.phones = phones;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "exportSettings",
        asked -> new Reply(200, "application/json", Buffer.buffer(file.write().encodePrettily())),
        "previewSettings",
        asked -> Reply.ok(shape(intake.preview(asked.who().id(), asked.body()), false)),
        "importSettings",
        this::bringIn);
  }

  private Reply bringIn(Asked asked) {
    SettingsIntake.Result result =
        intake.bringIn(
            asked.who().id(),
            asked.body(),
            Optional.ofNullable(asked.parameters().get("seen")).map(Long::valueOf));
    settled.after(result.differences().stream().map(SettingChanges.Entry::which).toList());
    return Reply.ok(shape(result, true));
  }

  private JsonObject shape(SettingsIntake.Result result, boolean stored) {
    JsonArray differences = new JsonArray();
    result.differences().forEach(one -> differences.add(shape(one)));
    JsonArray people = new JsonArray();
    if (stored) {
      result.newPeople().forEach(one -> people.add(shape(one)));
    }
    JsonObject shape = new JsonObject().put("differences", differences).put("newPeople", people);
    return stored ? shape : shape.put("seen", result.seen());
  }

  private static JsonObject shape(SettingChanges.Entry entry) {
    JsonObject before = entry.before().orElseGet(JsonObject::new);
    JsonObject after = entry.after().orElseGet(JsonObject::new);
    List<String> fields = SettingChange.differing(before, after);
    return new JsonObject()
        .put("setting", Words.word(entry.which().setting()))
        .put("key", entry.which().key())
        .put("name", after.getString("name", entry.which().key()))
        .put("act", Words.word(entry.act()))
        .put("fields", new JsonArray(fields))
        .put("before", entry.before().orElse(null))
        .put("after", entry.after().orElse(null));
  }

  private JsonObject shape(NewPeople.Added added) {
    return new JsonObject()
        .put("login", added.agent().login())
        .put("password", added.password())
        .put("phone", phones.account(added.phone(), added.phonePassword()));
  }
}
