import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../api';
import { type Field, InlineForm, type Values } from '../matter/inline-form';
import { useOpenForm } from './form-draft';
import { HalfWritten } from './half-written';
import type { Customer, Me } from '../wire';
import type { WholeCustomer } from '../wire-customer';
import { words } from '../words';
import type { FileActions } from './actions';
import { FirmOf } from './firm';

type Props = { customerId: number; me: Me; actions: FileActions };

const written = ['name', 'called', 'language', 'kind', 'notes'] as const;
type Written = (typeof written)[number];

/** How to be with them on the phone, and who they are: opened by one key, in its place under the name. */
export function Profile({ customerId, me, actions }: Props) {
  const [whole, set] = useState<WholeCustomer | 'failed' | null>(null);
  const forms = useOpenForm(me.id, `customer-${customerId}.`, ['profile']);
  const open = forms.open !== null;
  const [asked, askAgain] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const w = words.profile;
  useEffect(() => {
    if (!open) return;
    let current = true;
    ask<WholeCustomer>('GET', `/api/customers/${customerId}`).then(
      (found) => current && set(found),
      () => current && set((before) => before ?? 'failed'),
    );
    return () => {
      current = false;
    };
  }, [customerId, open, asked]);
  const changed = (customer: Customer) => {
    actions.customerChanged(customer);
    askAgain(asked + 1);
  };
  const leave = () => {
    forms.close();
    set(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-keyshortcuts="U"
        aria-expanded={open}
        onClick={() => (open ? leave() : forms.toggle('profile'))}
      >
        {w.open} <kbd>U</kbd>
        {forms.waits('profile') && <HalfWritten />}
      </button>
      {open && whole === 'failed' && (
        <p class="late" role="alert">
          {w.failed}
        </p>
      )}
      {open && whole !== null && whole !== 'failed' && (
        <div class="profile">
          <InlineForm
            agentId={me.id}
            place={`customer-${customerId}.profile`}
            unasked={forms.unasked}
            title={w.title}
            go={w.go}
            start={startOf(whole)}
            fields={fields()}
            send={async (values) => actions.customerChanged(await save(whole, values))}
            done={leave}
            cancel={leave}
            stale={() => askAgain(asked + 1)}
          />
          <FirmOf whole={whole} changed={changed} />
        </div>
      )}
    </>
  );
}

function fields(): Field[] {
  const w = words.profile;
  return [
    { name: 'notes', label: w.notes, kind: 'text', most: 2010, optional: true, hint: w.notesHint },
    { name: 'name', label: w.name, kind: 'line', most: 200 },
    { name: 'called', label: w.called, kind: 'line', most: 100, optional: true, hint: w.calledHint },
    {
      name: 'language',
      label: w.language,
      kind: 'choice',
      optional: true,
      choices: Object.entries(w.languages).map(([value, text]) => ({ value, text })),
    },
    {
      name: 'kind',
      label: w.kind,
      kind: 'choice',
      choices: [
        { value: 'person', text: w.kinds.person },
        { value: 'firm', text: w.kinds.firm },
      ],
    },
    { name: 'number', label: w.number, kind: 'line', most: 40, optional: true, hint: w.numberHint },
  ];
}

const textOf = (whole: WholeCustomer, name: Written): string =>
  name === 'notes' ? whole.notes.join('\n') : (whole[name] ?? '');

function startOf(whole: WholeCustomer): Values {
  return {
    ...Object.fromEntries(written.map((name) => [name, textOf(whole, name)])),
    version: String(whole.version),
  };
}

/** A field that nobody touched is sent as it stands, whoever put it so meanwhile. */
async function save(whole: WholeCustomer, values: Values): Promise<Customer> {
  const now = (name: Written) => values[name] ?? '';
  const saved = await ask<Customer>('PUT', `/api/customers/${whole.id}`, {
    version: Number(values['version']),
    name: now('name'),
    kind: now('kind') || whole.kind,
    ...(now('called') ? { called: now('called') } : {}),
    ...(now('language') ? { language: now('language') } : {}),
    ...(whole.firm ? { firmId: whole.firm.id } : {}),
    notes: now('notes')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  });
  const { number } = values;
  return number ? ask<Customer>('POST', `/api/customers/${whole.id}/numbers`, { number }) : saved;
}
