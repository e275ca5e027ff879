import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api, ask, list, Problem } from '../api';
import { whyNot } from '../matter/inline-form';
import type { Customer } from '../wire';
import type { Merge } from '../wire-customer';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { when } from '../words/time';

type Props = { customerId: number; done: (kept: Customer) => void };

/** Two that are one, and one that is two after all: opened by one key, with the cursor where the other is searched for. */
export function SamePerson({ customerId, done }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-keyshortcuts="Z"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.profile.sameOpen} <kbd>Z</kbd>
      </button>
      {open && (
        <Other
          customerId={customerId}
          close={close}
          done={(kept) => {
            setOpen(false);
            done(kept);
          }}
        />
      )}
    </>
  );
}

/** The other is searched for and chosen; what was done can be undone. */
function Other({ customerId, close, done }: Props & { close: () => void }) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Customer[] | null>(null);
  const [merges, setMerges] = useState<Merge[]>([]);
  const [fault, setFault] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const w = words.profile;
  // before the next key
  useLayoutEffect(() => box.current?.focus(), []);
  useEffect(() => {
    list<Merge>(`/api/customers/${customerId}/merges`).then(
      (all) => setMerges(all.filter((one) => one.undoneAt === null)),
      () => {}, // nothing can be undone then; the rest works
    );
  }, [customerId]);
  const attempt = (what: Promise<unknown>) =>
    what.catch((failure) => setFault(whyNot(failure instanceof Problem ? failure : new Problem('server'))));
  const search = (event: Event) => {
    event.preventDefault();
    setFault('');
    if (!query.trim()) return;
    void attempt(
      api
        .search(query.trim())
        .then(({ customers }) => setFound(customers.filter((one) => one.id !== customerId).slice(0, 8))),
    );
  };
  const merge = (otherId: number) =>
    attempt(ask<Customer>('POST', `/api/customers/${customerId}/merges`, { otherId }).then(done));
  const undo = (id: number) =>
    attempt(
      ask<Customer>('POST', `/api/merges/${id}/undo`)
        .then(() => api.customer(customerId))
        .then(done),
    );
  return (
    <form
      class="fields inline-form same-person"
      onSubmit={search}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <label>
        <span>{w.same}</span>
        <input
          ref={box}
          value={query}
          maxLength={100}
          autocomplete="off"
          placeholder={w.sameHint}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <p class="soft" role="status">
        {found?.length === 0 && w.sameNobody}
        {found !== null && found.length > 0 && w.sameChoose}
      </p>
      {found !== null && found.length > 0 && (
        <ul class="people">
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => void merge(one.id)}>
                <span>
                  <b>
                    <bdi>{one.name}</bdi>
                  </b>
                  <span class="soft">
                    <bdi>{one.numbers?.map(({ display, number }) => display ?? number).join(', ')}</bdi>
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {merges.map((one) => (
        <p key={one.id} class="row">
          <span>
            <Say text={w.merged} slots={{ who: one.gone.name, by: one.by.name, at: when(one.at) }} />
          </span>
          <button
            type="button"
            aria-label={fill(w.undoLabel, { who: one.gone.name })}
            onClick={() => void undo(one.id)}
          >
            {w.undo}
          </button>
        </p>
      ))}
      <p class="late" role="alert">
        {fault}
      </p>
    </form>
  );
}
