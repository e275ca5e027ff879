import { useState } from 'preact/hooks';
import { api } from '../api';
import { useDraft } from '../file/draft';
import { DraftState } from '../file/draft-state';
import { useSending } from '../file/sending';
import type { Me } from '../wire';
import type { Debt } from '../wire-debts';
import { words } from '../words';
import { fill } from '../words/fill';

/** For an administrator: nobody will call back, and why. The reason stays with the debt. */
export function WriteOff({ debt, me, done }: { debt: Debt; me: Me; done: () => void }) {
  const [reason, setReason, keeping] = useDraft(me.id, `debt-${debt.id}.writeoff.reason`);
  const [missing, setMissing] = useState(false);
  const [sending, send] = useSending();
  const w = words.debts.writeOff;
  const submit = (event: Event) => {
    event.preventDefault();
    setMissing(!reason.trim());
    if (reason.trim())
      void send(async () => {
        await api.writeOff(debt.id, reason.trim());
        setReason('');
        done();
      });
  };
  return (
    <details>
      <summary>{w.title}</summary>
      <form class="fields" onSubmit={submit} noValidate>
        <label>
          <span>{w.reason}</span>
          <input
            value={reason}
            maxLength={300}
            aria-invalid={missing}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <p class="late" role="alert">
          {missing && w.missing}
          {!missing &&
            sending.kind === 'failed' &&
            fill(w.failed, { problem: words.problem[sending.problem.fault] })}
        </p>
        <button aria-disabled={sending.kind === 'sending'}>{w.go}</button>
        <DraftState keeping={keeping} />
      </form>
    </details>
  );
}
