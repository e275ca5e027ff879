import { useState } from 'preact/hooks';
import { useSending } from '../../file/sending';
import { locale } from '../../words';
import { fill } from '../../words/fill';
import { moment } from '../../words/time';
import { adminApi } from '../api';
import { Loaded, useAsked } from '../parts/loaded';
import { Outcome } from '../parts/outcome';
import type { Erasure, Kept, KeptAndDue, RetentionState } from '../wire';
import { words } from '../words';
import { countsLine } from './counts';

/** For how long what is kept. Nothing is set before it was said how much that would remove. */
export function Retention() {
  const asked = useAsked(adminApi.retention, '');
  return (
    <>
      <Loaded asked={asked}>{(state) => <Days state={state} saved={asked.set} />}</Loaded>
      {asked.told > 0 && <LastRun />}
    </>
  );
}

type Props = { state: RetentionState; saved: (state: RetentionState) => void };

function Days({ state, saved }: Props) {
  const stands = state.items;
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(stands.map(({ kind, days }) => [kind, days === null ? '' : String(days)])),
  );
  const [looked, setLooked] = useState<KeptAndDue[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [sending, send, rest] = useSending();
  const w = words.retention;
  const shown = looked ?? stands;
  const same = stands.every(({ kind, days }) => (typed[kind] ?? '') === (days === null ? '' : String(days)));

  const type = (kind: string, text: string) => {
    setTyped({ ...typed, [kind]: text });
    setLooked(null);
    setWrong(null);
    rest();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const unread = stands.find(({ kind }) => !readable(typed[kind] ?? ''));
    setWrong(unread?.kind ?? null);
    if (unread) return document.getElementById(`days-${unread.kind}`)?.focus();
    const wanted: Kept[] = stands.map(({ kind }) => ({
      kind,
      days: typed[kind] ? Number(typed[kind]) : null,
    }));
    void send(async () => {
      if (!looked) return setLooked(await adminApi.wouldRetain(wanted));
      saved(await adminApi.retain(state, wanted));
      setLooked(null);
    });
  };
  const going = shown.reduce((sum, { due }) => sum + due, 0);
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <ul class="kinds">
        {stands.map(({ kind }) => {
          const due = shown.find((one) => one.kind === kind)?.due ?? 0;
          const text = (w.kind as Record<string, { name: string; text: string }>)[kind];
          return (
            <li key={kind}>
              <div>
                <label for={`days-${kind}`}>{text?.name ?? kind}</label>
                <p class="soft" id={`about-${kind}`}>
                  {text?.text}
                </p>
              </div>
              <div class="days">
                <input
                  id={`days-${kind}`}
                  class="num"
                  inputMode="numeric"
                  maxLength={5}
                  placeholder="∞"
                  value={typed[kind] ?? ''}
                  aria-describedby={`about-${kind} days-wrong`}
                  aria-invalid={wrong === kind}
                  onInput={(event) => type(kind, event.currentTarget.value.trim())}
                />
                <span class="soft">{w.days}</span>
              </div>
              <p class={due > 0 ? 'due num' : 'due soft num'}>
                {due > 0 ? fill(w.due, { count: due.toLocaleString(locale) }) : w.nothingDue}
              </p>
            </li>
          );
        })}
      </ul>
      <p class="soft">{w.empty}</p>
      <p class="late" id="days-wrong" role="alert">
        {wrong && w.wrong}
      </p>
      {looked && (
        <p role="status">
          {going > 0 ? fill(w.would, { count: going.toLocaleString(locale) }) : w.wouldNothing}
        </p>
      )}
      <Outcome
        of={looked === null && same ? sending : sending.kind === 'failed' ? sending : { kind: 'resting' }}
      />
      <div class="row">
        <button type="submit" class={looked ? 'go' : ''} aria-disabled={sending.kind === 'sending'}>
          {looked ? w.save : w.look}
        </button>
      </div>
    </form>
  );
}

/** 1 to 36,500, as the service wants them; nothing for ever. */
function readable(text: string): boolean {
  return text === '' || (/^[0-9]{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 36500);
}

function LastRun() {
  const asked = useAsked(adminApi.erasures, '');
  const w = words.retention;
  return (
    <section class="card" aria-labelledby="last-run">
      <h2 id="last-run">{w.lastRun}</h2>
      <Loaded asked={asked}>
        {(all) => {
          const last = all.find(isRun);
          if (!last) return <p class="soft">{w.neverRun}</p>;
          return (
            <p>
              <time dateTime={last.at}>{moment(last.at)}</time>{' '}
              {last.removed ? countsLine(last.removed) : words.erasures.unfinished}
            </p>
          );
        }}
      </Loaded>
    </section>
  );
}

const isRun = (one: Erasure) => one.by === null && one.customerId === null;
