package org.decroche.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.decroche.moving.Field;
import org.decroche.moving.Kind;

/**
 * The statements that take in what was promised, asked for and said on cases. It is history: of
 * what is here already a file changes nothing.
 */
final class HistoryIntakeSql {
  /** Of a row whose key is here, only this can be wrong; of another, what follows. */
  private static final String OF_A_CASE =
      """
      when h.id is not null then case when i.matter is not null and k.id is distinct from h.case_id then 'elsewhere:case' end
      when i.matter is null then 'missing:case'
      when k.id is null then 'unknown:case'
      """;

  private static final String OUTCOME =
      "case when h.id is null then 'created' else 'unchanged' end";

  private static final String ENDS =
      """
      when coalesce(i.state, 'open') <> 'open' and i.ended is null then 'missing:ended'
      when coalesce(i.state, 'open') = 'open' and i.ended is not null then 'differs:ended'
      when i.ended_by is not null and e.id is null then 'unknown:ended-by'
      """;

  private HistoryIntakeSql() {}

  static IntakeSql promises() {
    return new IntakeSql(
        new IntakeSql.Judging(
                "key",
                Field.KEY,
                """
                left join promises h on h.key = i.key
                left join cases k on k.key = i.matter
                left join agents a on a.login = i.by
                left join agents m on m.login = i.made_by
                left join agents e on e.login = i.ended_by
                """,
                OF_A_CASE
                    + """
                    when i.what is null then 'missing:what'
                    when i.by is null then 'missing:by'
                    -- Somebody must be there to keep it.
                    when a.id is null or a.disabled and coalesce(i.state, 'open') = 'open' then 'unknown:by'
                    when i.due is null then 'missing:due'
                    when i.made_by is not null and m.id is null then 'unknown:made-by'
                    """
                    + ENDS
                    + "when i.broken_why is not null and i.state is distinct from 'broken' then 'differs:why'",
                OUTCOME,
                ", k.id as case_id, a.id as by_id, coalesce(m.id, a.id) as maker_id, coalesce(e.id, a.id) as ender_id",
                "")
            .of(Kind.PROMISES),
        List.of(),
        List.of(
            """
            insert into promises (key, case_id, what, by_id, due_at, made_at, made_by, call_id, state, ended_at, ended_by, why)
            select key, case_id, what, by_id, cast(due as timestamptz), coalesce(cast(made as timestamptz), now()), maker_id,
              call, coalesce(state, 'open'), cast(ended as timestamptz), case when ended is not null then ender_id end, broken_why
            from judged where outcome = 'created' and line between ? and ? order by line
            """),
        List.of());
  }

  static IntakeSql errands() {
    return new IntakeSql(
        new IntakeSql.Judging(
                "key",
                Field.KEY,
                """
                left join errands h on h.key = i.key
                left join cases k on k.key = i.matter
                left join agents a on a.login = i.asked_by
                left join agents e on e.login = i.ended_by
                """,
                OF_A_CASE
                    + """
                    when i.party is null then 'missing:party'
                    when i.what is null then 'missing:what'
                    when i.due is null then 'missing:due'
                    when i.asked_by is not null and a.id is null then 'unknown:asked-by'
                    """
                    + ENDS
                    + """
                    when coalesce(i.state, 'open') <> 'open' and i.ending is null then 'missing:ending'
                    when coalesce(i.state, 'open') = 'open' and i.ending is not null then 'differs:ending'
                    """,
                OUTCOME,
                // Whoever owns the case is who would have asked.
                ", k.id as case_id, coalesce(a.id, k.owner_id) as asker_id, coalesce(e.id, a.id, k.owner_id) as ender_id",
                "")
            .of(Kind.ERRANDS),
        List.of(),
        List.of(
            """
            insert into errands (key, case_id, party, contact, what, due_at, asked_at, asked_by, state, ended_at, ended_by, ended_words)
            select key, case_id, party, contact, what, cast(due as timestamptz), coalesce(cast(asked as timestamptz), now()),
              asker_id, coalesce(state, 'open'), cast(ended as timestamptz), case when ended is not null then ender_id end, ending
            from judged where outcome = 'created' and line between ? and ? order by line
            """),
        List.of());
  }

  static IntakeSql timeline() {
    String kinds =
        Arrays.stream(TimelineEntry.Kind.values())
            .map(kind -> "'" + Words.spelt(kind) + "'")
            .collect(Collectors.joining(", "));
    return new IntakeSql(
        new IntakeSql.Judging(
                "key",
                Field.KEY,
                """
                left join timeline h on h.key = i.key
                left join cases k on k.key = i.matter
                left join agents a on a.login = i.author
                left join promises p on p.key = i.promise
                left join errands e on e.key = i.errand
                left join timeline w on w.key = i.corrects
                left join (select key, min(line) as line, min(matter) as matter
                  from incoming where code is null group by key) written on written.key = i.corrects
                """,
                OF_A_CASE
                    + """
                    when i.kind not in (KINDS) then 'unreadable:kind'
                    when i.author is not null and a.id is null then 'unknown:author'
                    when i.text is null and coalesce(i.kind, 'note') in ('note', 'correction', 'exception', 'errand-chased', 'closed', 'reopened')
                      then 'missing:text'
                    when i.kind = 'correction' and i.corrects is null then 'missing:corrects'
                    when i.kind is distinct from 'correction' and i.corrects is not null then 'differs:corrects'
                    -- It sets right what was said before.
                    when i.corrects is not null and w.id is null and coalesce(written.line, i.line) >= i.line then 'unknown:corrects'
                    when w.case_id <> k.id or w.id is null and written.matter <> i.matter then 'elsewhere:corrects'
                    when i.promise is not null and p.case_id is distinct from k.id then 'unknown:promise'
                    when i.errand is not null and e.case_id is distinct from k.id then 'unknown:errand'
                    """
                        .replace("KINDS", kinds),
                OUTCOME,
                ", k.id as case_id, a.id as author_id, p.id as promise_id, e.id as errand_id, w.id as corrects_id",
                "")
            .of(Kind.TIMELINE),
        List.of(
            // In the file's order, so that two lines of the same moment stand as they stood.
            """
            create temporary table numbered on commit drop as
            select line, key, nextval(pg_get_serial_sequence('timeline', 'id')) as id
            from (select line, key from judged where outcome = 'created' order by line) lines
            """,
            "create index on numbered (line)",
            "create index on numbered (key)",
            "analyze numbered"),
        List.of(
            """
            insert into timeline (id, key, case_id, at, kind, author_id, text, call_id, corrects_id, promise_id, errand_id, detail)
            overriding system value
            select n.id, j.key, j.case_id, coalesce(cast(j.at as timestamptz), now()), coalesce(j.kind, 'note'), j.author_id,
              j.text, j.call, coalesce(j.corrects_id, w.id), j.promise_id, j.errand_id,
              portable_detail(coalesce(j.kind, 'note'), coalesce(cast(j.detail as jsonb), '{}'), true)
            from judged j join numbered n on n.line = j.line left join numbered w on w.key = j.corrects
            where j.outcome = 'created' and j.line between ? and ? order by j.line
            """,
            // What the import of a case said in its place goes when the line itself comes.
            """
            delete from timeline t using judged j
            where j.outcome = 'created' and j.kind in ('opened', 'closed') and j.line between ? and ?
              and t.case_id = j.case_id and t.kind = j.kind and t.detail ->> 'because' = 'import'
              and not exists (select from numbered n where n.key = t.key)
            """),
        List.of());
  }
}
