import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ask, faultOf } from '../api';
import type { Person } from '../wire-board';
import { words } from '../words';
import { fill } from '../words/fill';

/** An act of a supervisor: one key, and a sentence when it was not done. What came of it the board itself shows. */
function Act({ label, of, doing }: { label: string; of: string; doing: () => Promise<unknown> }) {
  const [problem, say] = useState('');
  const [busy, set] = useState(false);
  const key = useRef<HTMLButtonElement>(null);
  // what was done leaves the list, and its key with it: the cursor then goes to the list's title instead of nowhere
  useLayoutEffect(
    () => () => {
      if (key.current && key.current === document.activeElement)
        key.current.closest('section')?.querySelector('h2')?.focus();
    },
    [],
  );
  const press = async () => {
    if (busy) return;
    set(true);
    say('');
    try {
      await doing();
    } catch (failure) {
      say(fill(words.board.notDone, { problem: words.problem[faultOf(failure)] }));
    }
    set(false);
  };
  return (
    <span class="supervise">
      <button
        ref={key}
        type="button"
        aria-label={fill(words.board.actOf, { act: label, who: of })}
        aria-disabled={busy}
        onClick={() => void press()}
      >
        {label}
      </button>
      <span role="status" class="late">
        {problem}
      </span>
    </span>
  );
}

export function EndOffer({ call, offer, who }: { call: string; offer: string; who: string }) {
  return (
    <Act
      label={words.board.endOffer}
      of={who}
      doing={() => ask('POST', `/api/calls/${encodeURIComponent(call)}/withdraw-offer`, { offer })}
    />
  );
}

export function Availabilities({ of }: { of: Person }) {
  const w = words.board;
  const ready = of.availability === 'ready';
  return (
    <Act
      label={ready ? w.setAway : w.setReady}
      of={of.name}
      doing={() =>
        ask('PUT', `/api/agents/${of.id}/availability`, { availability: ready ? 'away' : 'ready' })
      }
    />
  );
}

export function TakeOver({ debt, who }: { debt: number; who: string }) {
  return (
    <Act label={words.board.takeOver} of={who} doing={() => ask('PUT', `/api/debts/${debt}/owner`, {})} />
  );
}
