package org.decroche.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** All that we know of one customer, for when they ask (issue 4, Privacy). */
public final class PersonalData {
  /** A number that somebody else uses as well tells nothing about this person by itself. */
  private static final String NUMBERS =
      """
      select n.number from customer_numbers n where n.customer_id = :id
        and not exists (select from customer_numbers o where o.number = n.number and o.customer_id <> :id)
        and not exists (select from shared_numbers s where s.number = n.number)
      """;

  private static final String CALLS =
      "select * from calls where customer_id = :id or customer_id is null and number_kind = 'number' and number in (%s)"
          .formatted(NUMBERS);

  private final Database database;

  public PersonalData(Database database) {
    this.database = database;
  }

  /** What is told, in the order in which it is told; each is a list of rows. */
  public enum Section {
    CUSTOMER(
        """
        select c.key, c.name, c.called, c.note, c.language, f.name as firm, c.created_at as known_since
        from customers c left join customers f on f.id = c.firm_id where c.id = :id
        """),
    NUMBERS("select number, label from customer_numbers where customer_id = :id order by number"),
    CHANGES(
        """
        select h.at, a.name as by, h.detail from customer_changes h join agents a on a.id = h.by_id
        where h.customer_id = :id order by h.at, h.id
        """),
    MERGED(
        """
        select g.name, g.note, m.at from merges m join customers g on g.id = m.gone_id
        where m.kept_id = :id and m.undone_at is null order by m.at
        """),
    CASES(
        """
        select k.id as "case", k.title, k.customer_words as your_words, k.effect, k.technical, k.status, k.waiting_until,
          o.name as owner, k.opened_at, k.touched_at, k.closed_at, k.closing, h.name as heard_by, k.heard_at, k.heard_in
        from cases k join agents o on o.id = k.owner_id left join agents h on h.id = k.heard_by
        where k.customer_id = :id order by k.opened_at, k.id
        """),
    TIMELINE(
        """
        select t.case_id as "case", t.at, t.kind, a.name as author, t.text, t.detail
        from timeline t join cases k on k.id = t.case_id left join agents a on a.id = t.author_id
        where k.customer_id = :id order by t.at, t.id
        """),
    ERRANDS(
        """
        select e.case_id as "case", e.party, e.contact, e.what, e.asked_at, e.due_at, e.state, e.ended_at, e.ended_words
        from errands e join cases k on k.id = e.case_id where k.customer_id = :id order by e.asked_at, e.id
        """),
    PROMISES(
        """
        select p.case_id as "case", p.what, a.name as by, p.made_at, p.due_at, p.state, p.ended_at, p.why
        from promises p join cases k on k.id = p.case_id join agents a on a.id = p.by_id
        where k.customer_id = :id order by p.made_at, p.id
        """),
    CALLS(
        """
        select c.id as call, c.direction, c.number, c.arrived_at, c.answered_at, a.name as answered_by, c.ended_at, c.ending, c.outcome
        from (%s) c left join agents a on a.id = c.answered_by order by c.arrived_at, c.id
        """
            .formatted(PersonalData.CALLS)),
    STEPS(
        """
        select s.call_id as call, s.at, s.kind, a.name as agent, s.reason, s.detail
        from (%s) c join call_steps s on s.call_id = c.id left join agents a on a.id = s.agent_id
        order by c.arrived_at, c.id, s.seq
        """
            .formatted(PersonalData.CALLS)),
    TALKS(
        """
        select t.call_id as call, a.name as agent, t.began_at, t.ended_at
        from (%s) c join talks t on t.call_id = c.id join agents a on a.id = t.agent_id
        order by t.began_at
        """
            .formatted(PersonalData.CALLS)),
    DEBTS(
        """
        select d.number, a.name as owner, d.began_at, d.missed_at, d.due_at, d.settled_at, d.written_off_at, d.written_off_reason
        from debts d left join agents a on a.id = d.owner_id
        where d.customer_id = :id or d.customer_id is null and d.number in (%s) order by d.began_at
        """
            .formatted(PersonalData.NUMBERS)),
    MESSAGES(
        """
        select m.received_at, m.name, m.number, m.words as your_words, s.name as site, a.name as typed_by, m.case_id as "case"
        from messages m left join sites s on s.id = m.site_id left join agents a on a.id = m.typed_by
        where m.customer_id = :id order by m.received_at, m.id
        """),
    ALERTS(
        """
        select l.title, l.since, l.received_at, a.name as agent
        from alert_customers c join alerts l on l.id = c.alert_id left join agents a on a.id = c.agent_id
        where c.customer_id = :id order by l.received_at, l.id
        """),
    // Not their text: it is its author's alone until it is saved, and then it stands above.
    DRAFTS(
        """
        select a.name as agent, d.key as about, d.kept_at
        from drafts d join agents a on a.id = d.agent_id
        where split_part(d.key, '.', 1) in ('new-case-' || :id, 'customer-' || :id)
          or split_part(d.key, '.', 1) in (select 'case-' || id from cases where customer_id = :id)
          or split_part(d.key, '.', 1) in (select 'debt-' || id from debts where customer_id = :id)
          or split_part(d.key, ':', 1) in (select 'call-' || id from calls where customer_id = :id)
        order by d.kept_at
        """),
    LOOKED_AT(
        """
        select l.at, a.name as agent, l.act, l.reason, l.words
        from access_log l left join agents a on a.id = l.agent_id
        where l.customer_ids && array(select id from customers where id = :id or merged_into = :id) order by l.at, l.id
        """);

    private final String sql;

    Section(String sql) {
      this.sql = sql;
    }
  }

  /** All sections, by their names; empty when there is no such customer. */
  public Optional<JsonObject> of(long customer) {
    return database.longWrite(
        handle -> {
          handle.execute("set transaction isolation level repeatable read, read only");
          JsonObject all = new JsonObject();
          for (Section section : Section.values()) {
            all.put(Words.spelt(section), new JsonArray(rows(handle, section, customer)));
          }
          boolean known = !all.getJsonArray(Words.spelt(Section.CUSTOMER)).isEmpty();
          return known ? Optional.of(all) : Optional.empty();
        });
  }

  private static List<JsonObject> rows(Handle handle, Section section, long customer) {
    return new ArrayList<>(
        handle
            .createQuery("select to_json(told) from (%s) told".formatted(section.sql))
            .bind("id", customer)
            .mapTo(String.class)
            .map(JsonObject::new)
            .list());
  }
}
