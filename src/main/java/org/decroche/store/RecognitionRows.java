package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.CaseNote;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.OpenPromise;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;

/** Puts the flat rows of a look-up back together: people, their cases, the cases' notes. */
final class RecognitionRows {
  private final Map<Long, KnownCustomer> people = new LinkedHashMap<>();
  private final Map<Long, List<OpenCase>> cases = new LinkedHashMap<>();
  private final Map<Long, List<CaseNote>> notes = new LinkedHashMap<>();
  private Optional<LastTalk> talk = Optional.empty();
  private Optional<Owed> owed = Optional.empty();
  private boolean shared;

  /** Returns the number of people so far, of no use but to be something. */
  int add(ResultSet row) throws SQLException {
    shared = row.getBoolean("shared");
    long talkedBy = row.getLong("talk_agent");
    if (!row.wasNull()) {
      talk = Optional.of(new LastTalk(new AgentId(talkedBy), AgentRows.instant(row, "talk_at")));
    }
    String what = row.getString("owed");
    if (what != null) {
      owed =
          Optional.of(
              new Owed(
                  Words.read(Owed.What.class, what),
                  new AgentId(row.getLong("owed_by")),
                  AgentRows.instant(row, "owed_due")));
    }
    long customer = row.getLong("customer");
    if (!row.wasNull()) {
      people.putIfAbsent(
          customer,
          new KnownCustomer(
              customer,
              row.getString("customer_name"),
              orEmpty(row.getString("customer_note")),
              List.of()));
      addCase(row, cases.computeIfAbsent(customer, anew -> new ArrayList<>()));
    }
    return people.size();
  }

  Recognition recognition() {
    if (people.isEmpty()) {
      return new Recognition(LookUp.UNKNOWN, List.of(), talk, owed, shared);
    }
    List<KnownCustomer> whole =
        people.values().stream()
            .map(
                person ->
                    new KnownCustomer(
                        person.id(),
                        person.name(),
                        person.note(),
                        cases.getOrDefault(person.id(), List.of()).stream()
                            .map(this::withNotes)
                            .toList()))
            .toList();
    return new Recognition(LookUp.FOUND, whole, talk, owed, shared);
  }

  private void addCase(ResultSet row, List<OpenCase> theirs) throws SQLException {
    long id = row.getLong("case_id");
    if (row.wasNull()) {
      return;
    }
    if (!notes.containsKey(id)) {
      notes.put(id, new ArrayList<>());
      theirs.add(
          new OpenCase(
              id,
              row.getString("title"),
              orEmpty(row.getString("customer_words")),
              new AgentId(row.getLong("owner_id")),
              row.getString("owner_name"),
              AgentRows.instant(row, "opened_at"),
              AgentRows.instant(row, "touched_at"),
              List.of(),
              promise(row)));
    }
    String text = row.getString("note_text");
    if (text != null) {
      notes
          .getOrDefault(id, List.of())
          .add(new CaseNote(AgentRows.instant(row, "note_at"), row.getString("note_author"), text));
    }
  }

  private OpenCase withNotes(OpenCase bare) {
    return new OpenCase(
        bare.id(),
        bare.title(),
        bare.customerWords(),
        bare.owner(),
        bare.ownerName(),
        bare.openedAt(),
        bare.touchedAt(),
        notes.getOrDefault(bare.id(), List.of()),
        bare.promise());
  }

  private static Optional<OpenPromise> promise(ResultSet row) throws SQLException {
    String what = row.getString("promise");
    return what == null
        ? Optional.empty()
        : Optional.of(
            new OpenPromise(
                what, row.getString("promise_by"), AgentRows.instant(row, "promise_due")));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
