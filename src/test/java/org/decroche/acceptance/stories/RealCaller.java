package org.decroche.acceptance.stories;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.acceptance.fixture.Api;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.stories.Stage.Entry;

/** A caller of a story: one number of their own, and every call they made. */
final class RealCaller {
  private static final String ANONYMOUS = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";
  private final Scene scene;
  private final Api administrator;
  private final String mobile;
  private final List<Caller> calls = new ArrayList<>();
  private boolean withheld;
  private Optional<String> newestId = Optional.empty();

  RealCaller(Scene scene) {
    this.scene = scene;
    this.administrator = scene.administrator();
    this.mobile = scene.mobile();
  }

  String mobile() {
    return mobile;
  }

  boolean isWithheld() {
    return withheld;
  }

  boolean hasCalled() {
    return !calls.isEmpty();
  }

  void calls(boolean hidden) {
    withheld = hidden;
    rings(hidden ? Manner.of(mobile).from(ANONYMOUS).privacy("id") : Manner.of(mobile));
  }

  void rings(Manner manner) {
    newestId = Optional.empty();
    Caller caller = scene.calls(manner);
    calls.add(caller);
    caller.rangAt(); // their places in the line are those of the story
  }

  void hangUp() {
    if (!newest().isOver()) {
      newest().hangUp();
    }
  }

  List<String> heard() {
    return newest().answers();
  }

  private Caller newest() {
    return calls.getLast();
  }

  List<Entry> record() {
    if (newestId.isEmpty()) {
      List<String> all = records();
      newestId = all.size() < calls.size() ? Optional.empty() : all.stream().findFirst();
    }
    return newestId.map(id -> steps(administrator, id)).orElse(List.of());
  }

  /** The record of the newest call out to them. */
  List<Entry> recordOut() {
    return administrator.items("/api/calls?limit=200").stream()
        .map(JsonObject.class::cast)
        .filter(call -> call.getJsonObject("out") != null)
        .filter(call -> mobile.equals(call.getJsonObject("number").getString("e164")))
        .findFirst()
        .map(call -> steps(administrator, call.getString("id")))
        .orElse(List.of());
  }

  private static List<Entry> steps(Api administrator, String id) {
    return administrator.get("/api/calls/" + id).getJsonArray("steps").stream()
        .map(JsonObject.class::cast)
        .map(RealCaller::entry)
        .toList();
  }

  private static Entry entry(JsonObject step) {
    JsonObject detail = step.getJsonObject("detail");
    String how = detail.getString("how", detail.getString("ending", ""));
    return new Entry(step.getString("kind"), detail.getString("rule", ""), how);
  }

  boolean eachHasOneRecord() {
    List<String> records = records();
    return records.size() == calls.size() && Set.copyOf(records).size() == calls.size();
  }

  /** Newest first. */
  private List<String> records() {
    return administrator.items("/api/calls?limit=200").stream()
        .map(JsonObject.class::cast)
        .filter(this::isMine)
        .map(call -> call.getString("id"))
        .toList();
  }

  private boolean isMine(JsonObject call) {
    if (call.getJsonObject("out") != null) {
      return false;
    }
    JsonObject number = call.getJsonObject("number");
    JsonObject door = call.getJsonObject("frontDoor");
    return withheld
        ? number.getString("kind").equals("withheld")
            && door != null
            && door.getString("name").equals(scene.doorName())
        : mobile.equals(number.getString("e164"));
  }

  @Override
  public String toString() {
    return hasCalled() ? newest() + "\n" + record() : recordOut().toString();
  }
}
