import { useState } from 'preact/hooks';
import { Problem } from '../api';
import { due } from '../debts/due';
import { chord, ChordKeys } from '../desk/chord';
import { useOpenForm } from '../file/form-draft';
import { HalfWritten } from '../file/half-written';
import type { Me } from '../wire';
import type { CasePromise } from '../wire-matter';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { matterApi } from './api';
import { InlineForm, whyNot } from './inline-form';

type Props = {
  promise: CasePromise;
  me: Me;
  /** The place of its first button among those of the case that are reached by two keys. */
  place: number;
  done: () => void;
};

/** How many buttons each has. */
export const promiseActs = 2;

/** A promise that is not kept yet, and the two ways it can end. */
export function OwedPromise({ promise, me, place, done }: Props) {
  const broken = `broken-${promise.id}`;
  const forms = useOpenForm(me.id, `case-${promise.caseId}.`, [broken]);
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
          {...chord(place)}
          onClick={() => void kept()}
        >
          {w.kept} <ChordKeys place={place} />
        </button>
        <button
          type="button"
          aria-expanded={forms.open === broken}
          aria-label={fill(w.brokenLabel, { what: promise.what })}
          {...chord(place + 1)}
          onClick={() => forms.toggle(broken)}
        >
          {w.broken} <ChordKeys place={place + 1} />
          {forms.waits(broken) && <HalfWritten />}
        </button>
        {fault && (
          <span class="late" role="alert">
            {fault}
          </span>
        )}
      </div>
      {forms.open && (
        <InlineForm
          agentId={me.id}
          place={`case-${promise.caseId}.${broken}`}
          unasked={forms.unasked}
          title={w.brokenTitle}
          go={w.brokenGo}
          fields={[{ name: 'why', label: w.why, kind: 'line', most: 300 }]}
          send={({ why }) => matterApi.endPromise(promise.id, { state: 'broken', why })}
          done={done}
          cancel={forms.close}
        />
      )}
    </li>
  );
}
