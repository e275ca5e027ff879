import { useEffect, useState } from 'preact/hooks';
import { api, type Fault, faultOf } from '../api';
import { numberLabel } from '../desk/call-words';
import type { DeskState } from '../state/desk-state';
import { toJudge } from '../state/out';
import type { Judgement, UnjudgedCall } from '../wire-out';
import { words } from '../words';
import { fill } from '../words/fill';
import { when } from '../words/time';

const judgements: Judgement[] = ['reached', 'machine', 'wrong-person'];

/**
 * Calls out of which this agent has not said who answered, and that are not in the strip any more: the next call came, or
 * the service was started anew. Nothing is shown when there is none.
 */
export function Unjudged({ desk }: { desk: DeskState }) {
  const [calls, set] = useState<UnjudgedCall[]>([]);
  const [failed, setFailed] = useState<Fault | null>(null);
  const { out, debtsTold } = desk;
  const over = out.call?.state === 'ended' ? out.call.call : null;
  // what has ended, what was judged, and a service that is back may all have changed it
  useEffect(() => {
    if (debtsTold === 0) return; // the desk is not connected yet
    let current = true;
    api.unjudgedCalls().then(
      (list) => current && set(list),
      () => {}, // asked again at the next change; nothing is lost meanwhile
    );
    return () => {
      current = false;
    };
  }, [debtsTold, out.done, over]);

  const inStrip = out.call && toJudge(out.call) ? out.call.call : null;
  const shown = calls.filter((call) => call.id !== inStrip && call.id !== out.done);
  if (shown.length === 0) return null;
  const judge = async (call: UnjudgedCall, judgement: Judgement) => {
    setFailed(null);
    try {
      await api.judgeCallOut(call.id, judgement);
      set((before) => before.filter((one) => one.id !== call.id));
    } catch (failure) {
      setFailed(faultOf(failure));
    }
  };
  const w = words.out;
  return (
    <section class="card debts" aria-labelledby="unjudged-title">
      <h2 id="unjudged-title">
        {w.unjudged}
        <span class="count num">{shown.length}</span>
      </h2>
      <p class="late" role="alert">
        {failed && fill(w.judgeFailed, { problem: words.problem[failed] })}
      </p>
      <ul>
        {shown.map((call) => {
          const who = call.customer?.name ?? numberLabel(call.number);
          return (
            <li key={call.id}>
              <p>
                <b>
                  <bdi>{who}</bdi>
                </b>{' '}
                <span class="soft">{when(call.arrivedAt)}</span>
              </p>
              <div class="row">
                {judgements.map((judgement) => (
                  <button
                    key={judgement}
                    type="button"
                    aria-label={fill(w.judgeWho, { judgement: w.judge[judgement], who })}
                    onClick={() => void judge(call, judgement)}
                  >
                    {w.judge[judgement]}
                  </button>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
