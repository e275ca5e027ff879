import { useEffect, useRef } from 'preact/hooks';
import { locale } from '../../words';
import { fill } from '../../words/fill';
import { Table } from '../parts/table';
import type { ForgetReport } from '../wire';
import { words } from '../words';
import { Counts } from './counts';

/** What was removed, and where a person still has to look. */
export function Forgotten({ report }: { report: ForgetReport }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const w = words.forgotten;
  return (
    <section class="card stack" aria-labelledby="forgotten-title">
      <h2 id="forgotten-title" ref={title} tabIndex={-1}>
        {w.title}
      </h2>
      <Counts of={report.removed} />
      {report.numbersKept > 0 && <p>{fill(words.forget.numbersKept, { count: report.numbersKept })}</p>}
      <h3>{w.mentioned}</h3>
      {report.mentioned === null ? (
        <p class="late">{w.notLooked}</p>
      ) : report.mentioned.length === 0 ? (
        <p class="soft">{w.nowhere}</p>
      ) : (
        <>
          <p>{w.look}</p>
          <Table label={w.mentioned} heads={[w.table, w.column, w.rows]}>
            {report.mentioned.map((place) => (
              <tr key={`${place.table}.${place.column}`}>
                <td>{(words.removed.kind as Record<string, string>)[place.table] ?? place.table}</td>
                <td>{place.column}</td>
                <td class="num">{place.rows.toLocaleString(locale)}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}
