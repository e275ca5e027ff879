import { useRef } from 'preact/hooks';
import { useOpenForm } from '../file/form-draft';
import { HalfWritten } from '../file/half-written';
import type { Me } from '../wire';
import type { CasePromise, Errand, WholeCase } from '../wire-matter';
import { words } from '../words';
import { type Act, ActForm } from './act-form';

const openActs: [Act, string][] = [
  ['promise', 'P'],
  ['errand', 'E'],
  ['exception', 'A'],
  ['owner', 'O'],
  ['status', 'G'],
  ['words', 'K'],
  ['close', 'S'],
];

export type ActsProps = {
  whole: WholeCase;
  promises: CasePromise[];
  errands: Errand[];
  me: Me;
  /** The call with this customer on which it happens. */
  call: string | null;
  /** It was done: what stands there now, when the act gives it back. */
  done: (now?: WholeCase) => void;
  stale: () => void;
};

/** What can be done with a case, each by one key; its form opens beneath. */
export function Acts(props: ActsProps) {
  const row = useRef<HTMLDivElement>(null);
  const acts: [Act, string][] = props.whole.status === 'closed' ? [['reopen', 'O']] : openActs;
  const forms = useOpenForm(
    props.me.id,
    `case-${props.whole.id}.`,
    acts.map(([act]) => act),
  );
  const { open } = forms;
  const leave = (act: Act) => {
    forms.close();
    // back to the key it was opened by, or to the case when that key is gone
    requestAnimationFrame(() => {
      const card = row.current?.closest('.case');
      (
        row.current?.querySelector<HTMLElement>(`[data-act=${act}]`) ??
        card?.querySelector<HTMLElement>('summary')
      )?.focus();
    });
  };
  return (
    <div class="acts">
      <div class="row" ref={row} role="group" aria-label={words.matter.acts.label}>
        {acts.map(([act, key]) => (
          <button
            key={act}
            type="button"
            data-act={act}
            aria-keyshortcuts={key}
            aria-expanded={open === act}
            onClick={() => forms.toggle(act)}
          >
            {words.matter.acts[act]} <kbd>{key}</kbd>
            {forms.waits(act) && <HalfWritten />}
          </button>
        ))}
      </div>
      {open && (
        <ActForm
          key={open}
          act={open}
          unasked={forms.unasked}
          {...props}
          done={(now) => {
            props.done(now);
            leave(open);
          }}
          cancel={() => leave(open)}
        />
      )}
    </div>
  );
}
