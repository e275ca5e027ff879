package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Setting;
import org.decroche.store.SettingChanges;
import org.jspecify.annotations.Nullable;

/**
 * Brings in a file of settings: what it names is made so, what it does not name stays. All or
 * nothing; a dry run is the same, taken back.
 */
final class SettingsIntake {
  private final ChangeLog log;
  private final NewPeople people;

  SettingsIntake(ChangeLog log, NewPeople people) {
    this.log = log;
    this.people = people;
  }

  /**
   * What came of it.
   *
   * @param newPeople with passwords that are told once
   * @param seen the last change of all before it
   */
  record Result(
      List<SettingChanges.Entry> differences, List<NewPeople.Added> newPeople, long seen) {
    Result {
      differences = List.copyOf(differences);
      newPeople = List.copyOf(newPeople);
    }
  }

  /** Thrown out of a dry run, with which everything it did goes. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Result result;

    TakenBack(Result result) {
      super(null, null, false, false);
      this.result = result;
    }
  }

  /**
   * Makes it so.
   *
   * @param seen what the preview had; empty for whoever looked at none
   * @throws Refusal naming the place in the file that cannot be, or who changed what since then
   */
  Result bringIn(AgentId by, JsonObject file, Optional<Long> seen) {
    Deque<NewPeople.Credentials> made = credentials(file);
    return log.together(
        () -> {
          seen.ifPresent(log::refuseOvertaken);
          // One too few where somebody got another login since: then it takes its time.
          return bringIn(by, file, () -> made.isEmpty() ? people.credentials() : made.pop());
        });
  }

  private Result bringIn(AgentId by, JsonObject file, Supplier<NewPeople.Credentials> with) {
    long seen = log.last();
    Run run = new Run(with);
    List<SettingChanges.Entry> differences = log.transformed(by, () -> run.all(file));
    return new Result(differences, run.added, seen);
  }

  /** Those that the file will need, before the settings are locked: each takes long on purpose. */
  private Deque<NewPeople.Credentials> credentials(JsonObject file) {
    KeysByName there = new KeysByName(log);
    return file.getJsonArray("people", new JsonArray()).stream()
        .map(person -> ((JsonObject) person).getString("login"))
        .distinct()
        .filter(login -> there.key(Setting.PERSON, login) == null)
        .map(login -> people.credentials())
        .collect(Collectors.toCollection(ArrayDeque::new));
  }

  /** What that would change. */
  Result preview(AgentId by, JsonObject file) {
    try {
      return log.together(
          () -> {
            throw new TakenBack(bringIn(by, file, people::passing));
          });
    } catch (TakenBack whole) {
      return whole.result;
    }
  }

  /** One time through a file. */
  private final class Run {
    private final Supplier<NewPeople.Credentials> credentials;
    private final KeysByName keys = new KeysByName(log);
    private final List<NewPeople.Added> added = new ArrayList<>();

    Run(Supplier<NewPeople.Credentials> credentials) {
      this.credentials = credentials;
    }

    void all(JsonObject file) {
      one(file, "house", document -> log.of(Setting.HOUSE).put(KeptHouse.KEY, document));
      one(
          file,
          "retention",
          document -> log.of(Setting.RETENTION).put(KeptRetention.KEY, document));
      each(file, "teams", this::team);
      each(file, "people", this::newPerson);
      each(file, "people", person -> person(person, false));
      each(file, "people", person -> person(person, true));
      each(file, "frontDoors", this::door);
      each(file, "sites", this::site);
      numbers(file);
    }

    private void team(JsonObject document) {
      String name = document.getString("name").strip();
      if (keys.key(Setting.TEAM, name) == null) {
        keys.added(Setting.TEAM, name, log.of(Setting.TEAM).add(document));
      }
    }

    private void newPerson(JsonObject file) {
      if (keys.key(Setting.PERSON, file.getString("login")) == null) {
        // Whoever stands in for them may come later in the file.
        NewPeople.Added person =
            people.add(document(file.copy().putNull("deputy")), credentials.get());
        added.add(person);
        keys.added(
            Setting.PERSON, person.agent().login(), String.valueOf(person.agent().id().value()));
      }
    }

    /** First without deputies who are to change: on the way there must be no ring of them. */
    private void person(JsonObject file, boolean withDeputy) {
      String key = known(Setting.PERSON, file.getString("login"), "login");
      JsonObject wanted = document(file);
      Object stands = log.of(Setting.PERSON).stands(key).orElseThrow().getValue("deputyId");
      if (!withDeputy && !same(stands, wanted.getValue("deputyId"))) {
        wanted.putNull("deputyId");
      }
      log.of(Setting.PERSON).put(key, wanted);
    }

    private JsonObject document(JsonObject file) {
      JsonObject document = file.copy();
      JsonArray ids = new JsonArray();
      JsonArray names = file.getJsonArray("teams");
      for (int i = 0; i < names.size(); i++) {
        ids.add(id(Setting.TEAM, names.getString(i), "teams[%d]".formatted(i)));
      }
      document.remove("teams");
      document.remove("deputy");
      return document
          .put("teamIds", ids)
          .put("deputyId", maybe(Setting.PERSON, file.getString("deputy"), "deputy"));
    }

    private void door(JsonObject file) {
      JsonObject routing = file.getJsonObject("routing");
      JsonObject document = file.copy();
      document.remove("routing");
      document.remove("team");
      document.put("teamId", id(Setting.TEAM, file.getString("team"), "team"));
      String key = keys.key(Setting.FRONT_DOOR, file.getString("number"));
      if (key == null) {
        key = log.of(Setting.FRONT_DOOR).add(document);
        // As it is kept: it may be written otherwise in the file.
        keys.added(
            Setting.FRONT_DOOR,
            log.of(Setting.FRONT_DOOR).stands(key).orElseThrow().getString("number"),
            key);
      } else {
        if (routing != null) {
          freeForDoor(key, document.getLong("teamId"));
        }
        log.of(Setting.FRONT_DOOR).put(key, document);
      }
      if (routing != null) {
        String door = key;
        under("routing", () -> routing(door, routing));
      }
    }

    /** The file says who helps there from now on, and is judged by that: not by who did. */
    private void freeForDoor(String door, long team) {
      JsonObject stands = log.of(Setting.FRONT_DOOR).stands(door).orElseThrow();
      JsonObject routing = log.of(Setting.ROUTING).stands(door).orElseThrow();
      JsonArray helps = routing.getJsonArray("overflow");
      JsonArray others = new JsonArray();
      for (int i = 0; i < helps.size(); i++) {
        if (helps.getJsonObject(i).getLong("teamId") != team) {
          others.add(helps.getJsonObject(i));
        }
      }
      if (stands.getLong("teamId") != team && others.size() < helps.size()) {
        log.of(Setting.ROUTING).put(door, routing.put("overflow", others));
      }
    }

    private boolean routing(String door, JsonObject file) {
      JsonObject document = file.copy();
      document.remove("onCall");
      JsonArray overflow = new JsonArray();
      JsonArray helps = file.getJsonArray("overflow");
      for (int i = 0; i < helps.size(); i++) {
        JsonObject help = helps.getJsonObject(i);
        overflow.add(
            new JsonObject()
                .put(
                    "teamId",
                    id(Setting.TEAM, help.getString("team"), "overflow[%d].team".formatted(i)))
                .put("afterSeconds", help.getInteger("afterSeconds")));
      }
      log.of(Setting.ROUTING)
          .put(
              door,
              document
                  .put("overflow", overflow)
                  .put("rota", rota(door, file))
                  .put("onCallId", maybe(Setting.PERSON, file.getString("onCall"), "onCall")));
      return true;
    }

    /** A file of a house that knew no rota leaves the one that stands. */
    private JsonArray rota(String door, JsonObject file) {
      JsonArray turns = file.getJsonArray("rota");
      if (turns == null) {
        return log.of(Setting.ROUTING).stands(door).orElseThrow().getJsonArray("rota");
      }
      JsonArray rota = new JsonArray();
      for (int i = 0; i < turns.size(); i++) {
        JsonObject turn = turns.getJsonObject(i).copy();
        long agent = id(Setting.PERSON, turn.getString("agent"), "rota[%d].agent".formatted(i));
        turn.remove("agent");
        rota.add(turn.put("agentId", agent));
      }
      return rota;
    }

    private void site(JsonObject file) {
      JsonObject document = file.copy();
      document.remove("frontDoor");
      document.put("frontDoorId", id(Setting.FRONT_DOOR, file.getString("frontDoor"), "frontDoor"));
      String name = file.getString("name").strip();
      String key = keys.key(Setting.SITE, name);
      if (key == null) {
        keys.added(Setting.SITE, name, log.of(Setting.SITE).add(document));
      } else {
        log.of(Setting.SITE).put(key, document);
      }
    }

    private void numbers(JsonObject file) {
      file.getJsonArray("sharedNumbers", new JsonArray())
          .forEach(
              number ->
                  log.of(Setting.SHARED_NUMBER)
                      .put(String.valueOf(number), new JsonObject().put("number", number)));
    }

    private String known(Setting setting, String name, String field) {
      String key = keys.key(setting, name);
      if (key == null) {
        throw Refusal.wrong(
            field, field + " names nobody and nothing that is here or in the file.");
      }
      return key;
    }

    private long id(Setting setting, String name, String field) {
      return Long.parseLong(known(setting, name, field));
    }

    private @Nullable Long maybe(Setting setting, @Nullable String name, String field) {
      return name == null ? null : (Long) id(setting, name, field);
    }
  }

  private interface Step {
    void on(JsonObject document);
  }

  private static void one(JsonObject file, String section, Step step) {
    JsonObject document = file.getJsonObject(section);
    if (document != null) {
      boolean unused = under(section, () -> done(step, document));
    }
  }

  private static void each(JsonObject file, String section, Step step) {
    JsonArray documents = file.getJsonArray(section, new JsonArray());
    for (int i = 0; i < documents.size(); i++) {
      JsonObject document = documents.getJsonObject(i);
      boolean unused = under("%s[%d]".formatted(section, i), () -> done(step, document));
    }
  }

  private static boolean done(Step step, JsonObject document) {
    step.on(document);
    return true;
  }

  /** Whatever is refused in it is refused at this place of the file. */
  private static boolean under(String place, Supplier<Boolean> work) {
    try {
      return work.get();
    } catch (Refusal refusal) {
      throw refusal.under(place);
    }
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return String.valueOf(one).equals(String.valueOf(other));
  }
}
