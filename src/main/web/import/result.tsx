import { locale } from '../words';
import { fill } from '../words/fill';
import type { Import, Judged, Kind } from './wire';
import { words } from './words';

/** Only of an alert is a row about somebody we do not know. */
const outcomes = (kind: Kind) =>
  kind === 'alerts'
    ? (['created', 'changed', 'unchanged', 'unmatched', 'refused'] as const)
    : (['created', 'changed', 'unchanged', 'refused'] as const);

/** What became, or would become, of the rows; the refused ones by line, so that they can be put right in the file. */
export function Result({ now, judged }: { now: Import; judged: Judged }) {
  const count = (value: number) => value.toLocaleString(locale);
  const w = words.result;
  return (
    <section class="card" aria-labelledby="result-title">
      <h3 id="result-title">
        {judged.refused > 0 ? w.refusedTitle : w.title[now.phase === 'imported' ? 'done' : 'would']}
      </h3>
      <dl class="counts num">
        {outcomes(now.kind).map((outcome) => (
          <div key={outcome}>
            <dt>{w[outcome]}</dt>
            <dd class={outcome === 'refused' && judged.refused > 0 ? 'late' : ''}>
              {count(judged[outcome])}
            </dd>
          </div>
        ))}
      </dl>
      {judged.first.length > 0 && (
        <div class="sheet" tabIndex={0} role="region" aria-label={w.refused}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.line}</th>
                <th scope="col">{w.field}</th>
                <th scope="col">{w.why}</th>
                <th scope="col">{w.value}</th>
              </tr>
            </thead>
            <tbody>
              {judged.first.map((row) => (
                <tr key={row.line}>
                  <td class="num">{count(row.line)}</td>
                  <td>{words.field[row.field]}</td>
                  <td>{words.what[row.what]}</td>
                  <td>
                    <bdi>{row.value}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {judged.refused > judged.first.length && (
        <p>{fill(w.more, { count: count(judged.refused - judged.first.length) })}</p>
      )}
      <p>
        <a href="/api/import/report" download="report.csv">
          {w.report}
        </a>
      </p>
    </section>
  );
}
