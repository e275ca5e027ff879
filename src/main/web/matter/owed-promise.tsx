import { useState } from 'preact/hooks';
import { Problem } from '../api';
import { due } from '../debts/due';
import type { Me } from '../wire';
import type { CasePromise } from '../wire-matter';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { matterApi } from './api';
import { InlineForm, whyNot } from './inline-form';

type Props = { promise: CasePromise; me: Me; done: () => void };

/** A promise that is not kept yet, and the two ways it can end. */
export function OwedPromise({ promise, me, done }: Props) {
  const [breaking, setBreaking] = useState(false);
  const [fault, setFault] = useState('');
  const w = words.matter.owed;
  const when = due(promise.dueAt, Date.now());
  const kept = () =>
    matterApi.endPromise(promise.id, { state: 'kept' }).then(done, (failure) => {
      setFault(whyNot(failure instanceof Problem ? failure : new Problem('server')));
    });
  return (
    <li>
      <p>
        <Say
          text={promise.by.id === me.id ? w.youPromised : w.promised}
          slots={{ who: promise.by.name, what: promise.what }}
        />{' '}
        <b class={when.late ? 'late' : ''}>
          {when.late && <span aria-hidden="true">▲ </span>}
          {when.text}
        </b>
      </p>
      <div class="row">
        <button
          type="button"
          aria-label={fill(w.keptLabel, { what: promise.what })}
          onClick={() => void kept()}
        >
          {w.kept}
        </button>
        <button
          type="button"
          aria-expanded={breaking}
          aria-label={fill(w.brokenLabel, { what: promise.what })}
          onClick={() => setBreaking(!breaking)}
        >
          {w.broken}
        </button>
        {fault && (
          <span class="late" role="alert">
            {fault}
          </span>
        )}
      </div>
      {breaking && (
        <InlineForm
          id={`${me.id}-broken-${promise.id}`}
          title={w.brokenTitle}
          go={w.brokenGo}
          fields={[{ name: 'why', label: w.why, kind: 'line', most: 300 }]}
          send={({ why }) => matterApi.endPromise(promise.id, { state: 'broken', why })}
          done={done}
          cancel={() => setBreaking(false)}
        />
      )}
    </li>
  );
}
