import { useEffect, useState } from 'preact/hooks';
import { api, ask, Problem } from '../api';
import { whyNot } from '../matter/inline-form';
import type { Customer } from '../wire';
import type { Merge } from '../wire-customer';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';
import { when } from '../words/time';

type Props = { kept: Customer; done: (kept: Customer) => void };

/** Two that are one, and one that is two after all: the other is searched for and chosen; what was done can be undone. */
export function SamePerson({ kept, done }: Props) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Customer[] | null>(null);
  const [merges, setMerges] = useState<Merge[]>([]);
  const [fault, setFault] = useState('');
  const w = words.profile;
  useEffect(() => {
    ask<{ items: Merge[] }>('GET', `/api/customers/${kept.id}/merges`).then(
      ({ items }) => setMerges(items.filter((one) => one.undoneAt === null)),
      () => {}, // nothing can be undone then; the rest works
    );
  }, [kept.id]);
  const attempt = (what: Promise<unknown>) =>
    what.catch((failure) => setFault(whyNot(failure instanceof Problem ? failure : new Problem('server'))));
  const search = (event: Event) => {
    event.preventDefault();
    setFault('');
    if (!query.trim()) return;
    void attempt(
      api
        .search(query.trim())
        .then(({ customers }) => setFound(customers.filter((one) => one.id !== kept.id).slice(0, 8))),
    );
  };
  const merge = (otherId: number) =>
    attempt(ask<Customer>('POST', `/api/customers/${kept.id}/merges`, { otherId }).then(done));
  const undo = (id: number) =>
    attempt(
      ask<Customer>('POST', `/api/merges/${id}/undo`)
        .then(() => api.customer(kept.id))
        .then(done),
    );
  return (
    <form class="fields inline-form same-person" onSubmit={search}>
      <label>
        <span>{w.same}</span>
        <input
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
