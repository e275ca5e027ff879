import { useRef, useState } from 'preact/hooks';
import { useSending } from '../../file/sending';
import { localOf, momentOf } from '../../matter/moments';
import { fill } from '../../words/fill';
import { adminApi } from '../api';
import { Field } from '../parts/field';
import { Outcome } from '../parts/outcome';
import { wrongOf } from '../parts/wrong';
import { words } from '../words';
import { keyFor, lines } from './lines';

type Brought = { customers: number; unknown: string[] };

/** An alert typed in by hand; whole files of them come in by the page for moving in. */
export function BringAlert({ brought }: { brought: () => void }) {
  const [title, setTitle] = useState('');
  const [since, setSince] = useState(() => localOf(new Date().toISOString()));
  const [key, setKey] = useState(() => keyFor(new Date()));
  const [numbers, setNumbers] = useState('');
  const [keys, setKeys] = useState('');
  const [missing, setMissing] = useState(false);
  const [result, setResult] = useState<Brought | null>(null);
  const [sending, send] = useSending();
  const box = useRef<HTMLInputElement>(null);
  const w = words.alerts;

  const submit = (event: Event) => {
    event.preventDefault();
    setMissing(!title.trim());
    setResult(null);
    if (!title.trim()) return box.current?.focus();
    void send(async () => {
      const { alert, unknown } = await adminApi.bringAlert(key.trim(), {
        title: title.trim(),
        since: momentOf(since),
        numbers: lines(numbers),
        customerKeys: lines(keys),
      });
      setResult({ customers: alert.customers, unknown });
      setTitle('');
      setNumbers('');
      setKeys('');
      setKey(keyFor(new Date()));
      brought();
    });
  };
  return (
    <form class="card stack noprint" onSubmit={submit} noValidate aria-labelledby="bring-title">
      <h2 id="bring-title">{w.bring}</h2>
      <Field label={w.title} hint={w.titleHint} wrong={missing ? w.titleMissing : wrongOf(sending, 'title')}>
        {(attributes) => (
          <input
            {...attributes}
            ref={box}
            value={title}
            maxLength={200}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={w.sinceLabel} wrong={wrongOf(sending, 'since')}>
          {(attributes) => (
            <input
              {...attributes}
              type="datetime-local"
              value={since}
              onInput={(event) => setSince(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={w.key} hint={w.keyHint} wrong={wrongOf(sending, 'key')}>
          {(attributes) => (
            <input
              {...attributes}
              value={key}
              maxLength={100}
              spellcheck={false}
              autocapitalize="none"
              onInput={(event) => setKey(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <div class="pair">
        <Field label={w.numbers} hint={w.onePerLine} wrong={wrongOf(sending, 'numbers')}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={4}
              value={numbers}
              onInput={(event) => setNumbers(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={w.keys} hint={w.onePerLine} wrong={wrongOf(sending, 'customerKeys')}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={4}
              value={keys}
              onInput={(event) => setKeys(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      {result && (
        <div role="status">
          <p>{fill(w.brought, { customers: result.customers })}</p>
          {result.unknown.length > 0 && (
            <p class="late">{fill(w.unknown, { list: result.unknown.join(', ') })}</p>
          )}
        </div>
      )}
      <Outcome of={sending.kind === 'sent' ? { kind: 'resting' } : sending} />
      <div class="row">
        <button type="submit" class="go" aria-disabled={sending.kind === 'sending'}>
          {w.go}
        </button>
        <a href="/import">{w.byFile}</a>
      </div>
    </form>
  );
}
