import { useEffect, useRef, useState } from 'preact/hooks';
import { faultOf, list } from '../api';
import type { FigureCall, Period } from '../wire-board';
import { words } from '../words';
import { fill } from '../words/fill';
import { duration, moment } from '../words/time';
import { masked } from './caller';

const mostCalls = 500; // the service gives no more (Figures)

export type Which = keyof typeof words.board.behind;

/** What the address asks for: the calls behind a figure, or nothing. */
export function askedFor(hash: string): { period: Period; which: Which } | null {
  const [period, which] = hash.replace(/^#/, '').split('/');
  if ((period !== 'hour' && period !== 'day') || !which || !Object.hasOwn(words.board.behind, which)) {
    return null;
  }
  return { period, which: which as Which };
}

/** The calls that a figure counts. */
export function Behind({ period, which }: { period: Period; which: Which }) {
  const [calls, set] = useState<FigureCall[] | null>(null);
  const [problem, say] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const w = words.board;
  useEffect(() => {
    title.current?.focus();
    let gone = false;
    set(null);
    list<FigureCall>(`/api/figures/calls?period=${period}&which=${which}`)
      .then((all) => {
        if (!gone) set(all);
      })
      .catch((failure: unknown) => {
        if (!gone) say(fill(w.failed, { problem: words.problem[faultOf(failure)] }));
      });
    return () => {
      gone = true;
    };
  }, [period, which]);
  return (
    <main class="wide behind">
      <section class="card">
        <div class="row">
          <h2 ref={title} tabIndex={-1}>
            {w.behind[which]} · {w[period]}
          </h2>
          <a class="right noprint" href="#">
            {w.back}
          </a>
        </div>
        <p role="status" class="late">
          {problem}
        </p>
        {calls?.length === 0 && <p class="soft">{w.noCalls}</p>}
        {calls && calls.length >= mostCalls && (
          <p class="soft">{fill(w.onlyTheLast, { count: String(calls.length) })}</p>
        )}
        {calls && calls.length > 0 && (
          <div class="scroll" role="region" aria-label={w.behind[which]} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{w.arrivedAt}</th>
                  <th scope="col">{w.caller}</th>
                  <th scope="col">{w.door}</th>
                  <th scope="col">{w.had}</th>
                </tr>
              </thead>
              <tbody>
                {calls.map((call) => (
                  <tr key={call.id}>
                    <td class="num">{moment(call.arrivedAt)}</td>
                    <td>
                      <bdi>{call.customer?.name ?? masked(call.number)}</bdi>
                    </td>
                    <td>
                      <bdi>{call.frontDoor?.name}</bdi>
                    </td>
                    <td class="num">{had(call)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </main>
  );
}

function had(call: FigureCall): string {
  const after = (at: string) => duration(Date.parse(at) - Date.parse(call.arrivedAt));
  if (call.answeredAt) return after(call.answeredAt);
  return call.endedAt ? fill(words.board.gaveUpAfter, { time: after(call.endedAt) }) : words.board.waitsStill;
}
