import { PhoneCall } from 'lucide';
import { useContext, useState } from 'preact/hooks';
import { type Fault, faultOf } from '../../api';
import type { TestCalls } from '../../wire-board';
import { locale, words as shared } from '../../words';
import { fill } from '../../words/fill';
import { when } from '../../words/time';
import { adminApi } from '../api';
import { Icon } from '../parts/icon';
import { SessionEnded } from '../parts/session';
import type { TestCall } from '../wire-health';
import { words } from '../words';
import { State } from './state';

type Props = { all: TestCalls[]; every: number | undefined; made: () => void };

/** The service's own calls to each front door: the last one, and one more by a key. */
export function TestCallsHere({ all, every, made }: Props) {
  const w = words.health;
  return (
    <section class="card stack" aria-labelledby="test-calls-title">
      <div>
        <h2 id="test-calls-title">{w.testCalls}</h2>
        <p class="soft">
          {w.testCallsText} {every ? fill(w.every, { seconds: every }) : w.neverByItself}{' '}
          <a href="#house">{words.section.house.title}</a>.
        </p>
      </div>
      {all.length === 0 ? (
        <p>{words.doors.none}</p>
      ) : (
        <ul class="tested">
          {all.map((one) => (
            <OneDoor key={one.frontDoor.id} standing={one} made={made} />
          ))}
        </ul>
      )}
    </section>
  );
}

type Trial =
  | { kind: 'none' }
  | { kind: 'calling' }
  | { kind: 'made'; call: TestCall }
  | { kind: 'failed'; fault: Fault };

function OneDoor({ standing, made }: { standing: TestCalls; made: () => void }) {
  const [trial, set] = useState<Trial>({ kind: 'none' });
  const ended = useContext(SessionEnded);
  const { frontDoor, last, failures, alarm } = standing;
  const w = words.health;
  const call = async () => {
    if (trial.kind === 'calling') return;
    set({ kind: 'calling' });
    try {
      set({ kind: 'made', call: await adminApi.testCall(frontDoor.id) });
      made();
    } catch (failure) {
      const fault = faultOf(failure);
      if (fault === 'signedOut') ended();
      set({ kind: 'failed', fault });
    }
  };
  const said = outcome(trial, frontDoor.name);
  return (
    <li>
      <div class="row">
        <h3>
          <bdi>{frontDoor.name}</bdi>
        </h3>
        {last && <State is={last.passed ? 'well' : 'ill'}>{last.passed ? w.passed : w.notPassed}</State>}
      </div>
      <p class="soft">
        {last
          ? fill(last.passed ? w.lastPassed : w.lastFailed, { at: when(last.at), time: seconds(last) })
          : w.notYet}
      </p>
      {alarm && (
        <p class="late">
          <span aria-hidden="true">▲ </span>
          {fill(w.alarm, { count: failures })}
        </p>
      )}
      <p class={said.bad ? 'late said' : 'said'} role="status">
        {said.text}
      </p>
      <button type="button" aria-disabled={trial.kind === 'calling'} onClick={() => void call()}>
        <Icon of={PhoneCall} /> {w.call}
        <span class="unseen"> {frontDoor.name}</span>
      </button>
    </li>
  );
}

function outcome(trial: Trial, door: string): { text: string; bad: boolean } {
  const w = words.health;
  switch (trial.kind) {
    case 'none':
      return { text: '', bad: false };
    case 'calling':
      return { text: fill(w.calling, { door }), bad: false };
    case 'made': {
      const { passed } = trial.call;
      return { text: fill(passed ? w.through : w.notThrough, { time: seconds(trial.call) }), bad: !passed };
    }
    case 'failed':
      return {
        text: trial.fault === 'conflict' ? w.underway : `${words.notDone} ${shared.problem[trial.fault]}`,
        bad: true,
      };
  }
}

const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** To a tenth, and never none at all. */
const seconds = (call: TestCall) => tenths.format(Math.max(0.1, call.milliseconds / 1000));
