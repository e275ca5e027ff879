import { useState } from 'preact/hooks';
import { api, ask, Problem } from '../api';
import { whyNot } from '../matter/inline-form';
import type { Customer } from '../wire';
import type { WholeCustomer } from '../wire-customer';
import { words } from '../words';
import { Say } from '../words/say';

type Props = { whole: WholeCustomer; changed: (customer: Customer) => void };

/** Whose people they are: a firm is searched for by its name and chosen. A firm is nobody's. */
export function FirmOf({ whole, changed }: Props) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Customer[] | null>(null);
  const [fault, setFault] = useState('');
  const w = words.profile;
  if (whole.kind === 'firm') return null;
  const attempt = (what: Promise<unknown>) => {
    setFault('');
    void what.catch((failure) =>
      setFault(whyNot(failure instanceof Problem ? failure : new Problem('server'))),
    );
  };
  const search = (event: Event) => {
    event.preventDefault();
    if (!query.trim()) return;
    attempt(
      api
        .search(query.trim())
        .then(({ customers }) => setFound(customers.filter(({ kind }) => kind === 'firm').slice(0, 8))),
    );
  };
  const belong = (firmId: number | null) =>
    attempt(
      ask<Customer>('PUT', `/api/customers/${whole.id}`, {
        version: whole.version,
        name: whole.name,
        kind: whole.kind,
        ...(whole.called ? { called: whole.called } : {}),
        ...(whole.language ? { language: whole.language } : {}),
        ...(firmId === null ? {} : { firmId }),
        notes: whole.notes,
      }).then((customer) => {
        setQuery('');
        setFound(null);
        changed(customer);
      }),
    );
  return (
    <form class="fields inline-form" onSubmit={search}>
      {whole.firm && (
        <p class="row">
          <span>
            <Say text={w.of} slots={{ firm: whole.firm.name }} />
          </span>
          <button type="button" onClick={() => belong(null)}>
            {w.firmNoLonger}
          </button>
        </p>
      )}
      <label>
        <span>{w.firm}</span>
        <input
          value={query}
          maxLength={100}
          autocomplete="off"
          placeholder={w.firmHint}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <p class="soft" role="status">
        {found?.length === 0 && w.firmNone}
      </p>
      {found !== null && found.length > 0 && (
        <ul class="people">
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => belong(one.id)}>
                <b>
                  <bdi>{one.name}</bdi>
                </b>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="late" role="alert">
        {fault}
      </p>
    </form>
  );
}
