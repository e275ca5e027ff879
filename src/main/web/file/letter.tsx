import { useRef, useState } from 'preact/hooks';
import { api, ask } from '../api';
import { chord, ChordKeys } from '../desk/chord';
import { InlineForm } from '../matter/inline-form';
import { tellChanged } from '../matter/told';
import type { Me } from '../wire';
import type { TakenIn } from '../wire-message';
import { words } from '../words';
import { fill } from '../words/fill';
import { when } from '../words/time';
import type { FileActions } from './actions';
import { useOpenForm } from './form-draft';
import { HalfWritten } from './half-written';

const place = '0'; // its second key: no act of a case has it

type Props = { customerId: number; me: Me; actions: FileActions };

/** A letter is typed in as it stands; it is a case then, or a line of one, and somebody owes a call. */
export function Letter({ customerId, me, actions }: Props) {
  const forms = useOpenForm(me.id, `customer-${customerId}.`, ['letter']);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const w = words.letter;
  const leave = () => {
    forms.close();
    requestAnimationFrame(() => button.current?.focus());
  };
  const send = async (wrote: string | undefined) => {
    const made = await ask<TakenIn>('POST', `/api/customers/${customerId}/letters`, { words: wrote });
    tellChanged();
    setTaken(made);
    // the letter is taken in, whatever becomes of this: a look-up that fails must not have it sent again
    void api.casesOf(customerId).then(
      (all) => {
        const its = all.find(({ id }) => id === made.caseId);
        if (its) actions.caseAdded(customerId, its);
      },
      () => {},
    );
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-expanded={forms.open !== null}
        {...chord(place)}
        onClick={() => {
          setTaken(null);
          forms.toggle('letter');
        }}
      >
        {w.open} <ChordKeys place={place} />
        {forms.waits('letter') && <HalfWritten />}
      </button>
      <p class="soft taken-in" role="status">
        {taken && `${taken.opened ? w.opened : w.added} ${owed(taken)}`}
      </p>
      {forms.open && (
        <InlineForm
          agentId={me.id}
          place={`customer-${customerId}.letter`}
          unasked={forms.unasked}
          title={w.title}
          go={w.go}
          fields={[{ name: 'words', label: w.words, kind: 'text', most: 4000 }]}
          send={({ words: wrote }) => send(wrote)}
          done={leave}
          cancel={leave}
        />
      )}
    </>
  );
}

function owed({ by, dueAt }: TakenIn): string {
  const w = words.letter;
  if (!dueAt) return w.noNumber;
  return by ? fill(w.owed, { by, at: when(dueAt) }) : fill(w.nobody, { at: when(dueAt) });
}
