package org.decroche.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CustomerCase.Note;
import org.decroche.store.CustomerCase.Status;
import org.jdbi.v3.core.statement.Query;

/** A case comes as one row for each note. */
final class CaseRows {
  private CaseRows() {}

  /**
   * @param cases a statement that chooses the cases
   */
  static String select(String cases) {
    return """
        select k.*, o.name as owner_name, n.id as note_id, n.at as note_at, n.author_id, w.name as author_name, n.text
        from (%s) k
        join agents o on o.id = k.owner_id
        left join case_notes n on n.case_id = k.id
        left join agents w on w.id = n.author_id
        order by (k.status = 'closed'), k.touched_at desc, k.id desc, n.at desc, n.id desc
        """
        .formatted(cases);
  }

  static List<CustomerCase> gathered(Query query) {
    var found = new LinkedHashMap<Long, CustomerCase>();
    var notes = new LinkedHashMap<Long, List<Note>>();
    query
        .map(
            (row, context) -> {
              long id = row.getLong("id");
              found.putIfAbsent(
                  id,
                  new CustomerCase(
                      id,
                      row.getLong("customer_id"),
                      row.getString("title"),
                      row.getString("customer_words"),
                      Words.read(Status.class, row.getString("status")),
                      new AgentId(row.getLong("owner_id")),
                      row.getString("owner_name"),
                      AgentRows.instant(row, "opened_at"),
                      AgentRows.instant(row, "touched_at"),
                      List.of()));
              List<Note> theirs = notes.computeIfAbsent(id, anew -> new ArrayList<>());
              long note = row.getLong("note_id");
              if (!row.wasNull()) {
                theirs.add(
                    new Note(
                        note,
                        AgentRows.instant(row, "note_at"),
                        new AgentId(row.getLong("author_id")),
                        row.getString("author_name"),
                        row.getString("text")));
              }
              return id;
            })
        .list();
    return found.values().stream()
        .map(bare -> withNotes(bare, notes.getOrDefault(bare.id(), List.of())))
        .toList();
  }

  private static CustomerCase withNotes(CustomerCase bare, List<Note> notes) {
    return new CustomerCase(
        bare.id(),
        bare.customer(),
        bare.title(),
        bare.customerWords(),
        bare.status(),
        bare.owner(),
        bare.ownerName(),
        bare.openedAt(),
        bare.touchedAt(),
        notes);
  }
}
