package org.decroche.store;

import java.util.Optional;
import org.decroche.engine.CallerLookUp;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who uses this number, in one round trip on connections kept for calls. */
public final class StoredCallers implements CallerLookUp {
  private static final Logger LOG = LoggerFactory.getLogger(StoredCallers.class);

  /**
   * The last to come of those who really talked on the call {@code t}. A call that the dialplan
   * took by itself has its one talk in its own row.
   */
  private static final String REALLY =
      """
      select k.agent_id as answered_by from (
        select agent_id, began_at, ended_at from talks where call_id = t.id
        union all
        select t.answered_by, t.answered_at, t.ended_at
        where not exists (select from talks where call_id = t.id)) k
      join agents a on a.id = k.agent_id and not a.disabled
      where k.ended_at - k.began_at >= d.least order by k.began_at desc limit 1
      """;

  /**
   * People, their open cases, the last notes of each, the last talk and what is owed, flat: one row
   * for each note, and at least one row.
   *
   * <p>The limits keep one odd number (a switchboard of thousands) from slowing everybody's calls,
   * and the planner on the indexes even before it has seen statistics, as after an import.
   */
  private static final String QUESTION =
      """
      with door as materialized (
        select now() - make_interval(days => remember_days) as since,
               make_interval(secs => real_talk_seconds) as least
        from front_doors where id = :door),
      people as materialized (
        select c.id, c.name, c.note
        from (
          (select customer_id from customer_numbers where number = :number limit 100)
          union select kept_customer(:chosen::bigint) where :chosen::bigint is not null) n,
          lateral (select id, name, note from customers where id = n.customer_id limit 1) c),
      talk as materialized (
        select answered_by, answered_at from (
          (select r.answered_by, t.answered_at
           from calls t, door d, lateral (REALLY) r
           where t.number = :number and t.number_kind = 'number'
             and t.answered_by is not null and t.ended_at is not null and t.answered_at > d.since
             and (t.direction = 'in' or t.outcome = 'reached')
           order by t.answered_at desc limit 1)
          union all
          select theirs.answered_by, theirs.answered_at
          from people p, door d, lateral (
            select r.answered_by, t.answered_at
            from calls t, lateral (REALLY) r
            where t.customer_id = p.id
              and t.answered_by is not null and t.ended_at is not null and t.answered_at > d.since
              and (t.direction = 'in' or t.outcome = 'reached')
            order by t.answered_at desc limit 1) theirs) talks
        order by answered_at desc limit 1),
      debt as materialized (
        select what, by_id, due_at from (
          (select 'call-back' as what, owner_id as by_id, due_at from debts
           where number = :number and settled_at is null and written_off_at is null
           order by due_at limit 10)
          union all
          select 'call-back', theirs.owner_id, theirs.due_at
          from people p, lateral (
            select owner_id, due_at from debts
            where customer_id = p.id and settled_at is null and written_off_at is null
            order by due_at limit 10) theirs
          union all
          select 'promise', made.by_id, made.due_at
          from people p, lateral (
            select m.by_id, m.due_at
            from cases k join promises m on m.case_id = k.id and m.state = 'open'
            where k.customer_id = p.id and k.status <> 'closed'
            order by m.due_at limit 10) made) owed
        where exists (select from agents a where a.id = owed.by_id and not a.disabled)
        order by due_at limit 1)
      select t.answered_by as talk_agent, t.answered_at as talk_at,
        b.what as owed, b.by_id as owed_by, b.due_at as owed_due,
        p.id as customer, p.name as customer_name, p.note as customer_note,
        k.id as case_id, k.title, k.customer_words, k.owner_id, o.name as owner_name, k.opened_at, k.touched_at,
        m.what as promise, r.name as promise_by, m.due_at as promise_due,
        exists (select from shared_numbers s where s.number = :number) as shared,
        n.at as note_at, w.name as note_author, n.text as note_text
      from (select) as once
      left join talk t on true
      left join debt b on true
      left join people p on true
      left join lateral (
        select c.*, (select min(due_at) from promises where case_id = c.id and state = 'open') as promised
        from cases c where customer_id = p.id and status <> 'closed'
        order by promised, touched_at desc, id desc limit 10) k on true
      left join agents o on o.id = k.owner_id
      left join lateral (
        select what, by_id, due_at from promises where case_id = k.id and state = 'open'
        order by due_at, id limit 1) m on true
      left join agents r on r.id = m.by_id
      left join lateral (
        select at, id, author_id, text from timeline
        where case_id = k.id and WRITTEN order by at desc, id desc limit 3) n on true
      left join agents w on w.id = n.author_id
      order by p.name, p.id, k.promised, k.touched_at desc, k.id desc, n.at desc, n.id desc
      """
          .replace("REALLY", REALLY)
          .replace("WRITTEN", TimelineRows.WRITTEN);

  private final Database database;

  public StoredCallers(Database database) {
    this.database = database;
  }

  @Override
  public Recognition lookUp(Optional<PhoneNumber> number, FrontDoorId door, Optional<Long> chosen) {
    try {
      return database.forCall(handle -> ask(handle, number, door, chosen));
    } catch (DatabaseUnavailable unavailable) {
      LOG.warn("look-up of {} not answered: {}", number, unavailable.getMessage());
      return Recognition.LATE;
    }
  }

  static Recognition ask(
      Handle handle, Optional<PhoneNumber> number, FrontDoorId door, Optional<Long> chosen) {
    var rows = new RecognitionRows();
    handle
        .createQuery(QUESTION)
        .bind("number", number.map(PhoneNumber::e164).orElse(null))
        .bind("door", door.value())
        .bind("chosen", chosen.orElse(null))
        .map((row, context) -> rows.add(row))
        .list();
    return rows.recognition();
  }
}
