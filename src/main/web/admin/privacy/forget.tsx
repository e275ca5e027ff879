import { useState } from 'preact/hooks';
import { useSending } from '../../file/sending';
import type { Customer } from '../../wire';
import { Say } from '../../words/say';
import { adminApi } from '../api';
import { Field } from '../parts/field';
import { Loaded, useAsked } from '../parts/loaded';
import { Outcome } from '../parts/outcome';
import { wrongOf } from '../parts/wrong';
import type { ForgetReport } from '../wire';
import { words } from '../words';
import { Counts } from './counts';

type Props = { customer: Customer; done: (report: ForgetReport) => void };

/** Erasing somebody: it first says what will go, and wants their name typed, for it cannot be undone. */
export function Forget({ customer, done }: Props) {
  const [open, setOpen] = useState(false);
  const w = words.forget;
  return (
    <div>
      <h3>{w.title}</h3>
      <p class="soft">{w.text}</p>
      {open ? (
        <Confirm customer={customer} done={done} close={() => setOpen(false)} />
      ) : (
        <button type="button" class="danger" onClick={() => setOpen(true)}>
          {w.begin}
        </button>
      )}
    </div>
  );
}

function Confirm({ customer, done, close }: Props & { close: () => void }) {
  const asked = useAsked(() => adminApi.wouldForget(customer.id), String(customer.id));
  const [name, setName] = useState('');
  const [slip, setSlip] = useState(false);
  const [sending, send] = useSending();
  const w = words.forget;
  const submit = (event: Event) => {
    event.preventDefault();
    const right = name === customer.name;
    setSlip(!right);
    if (right) void send(async () => done(await adminApi.forget(customer.id, name)));
  };
  return (
    <Loaded asked={asked}>
      {(would) => (
        <form class="stack danger-zone" onSubmit={submit} noValidate>
          <h4>{w.willGo}</h4>
          <Counts of={would.removed} />
          {would.numbersKept > 0 && (
            <p>
              <Say text={w.numbersKept} slots={{ count: would.numbersKept }} />
            </p>
          )}
          {would.onThePhone ? (
            <p class="late" role="alert">
              {w.onThePhone}
            </p>
          ) : (
            <Field
              label={<Say text={w.typeName} slots={{ name: <b>{customer.name}</b> }} />}
              wrong={slip ? w.slip : wrongOf(sending, 'name')}
            >
              {(box) => (
                <input
                  {...box}
                  value={name}
                  maxLength={200}
                  autocomplete="off"
                  spellcheck={false}
                  onInput={(event) => setName(event.currentTarget.value)}
                />
              )}
            </Field>
          )}
          <Outcome of={sending} />
          <div class="row">
            {!would.onThePhone && (
              <button type="submit" class="danger" aria-disabled={sending.kind === 'sending'}>
                {w.go}
              </button>
            )}
            <button type="button" onClick={close}>
              {w.leave}
            </button>
          </div>
        </form>
      )}
    </Loaded>
  );
}
