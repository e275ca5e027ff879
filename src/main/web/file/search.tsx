import { useEffect, useState } from 'preact/hooks';
import { api, type Fault, faultOf } from '../api';
import type { Customer } from '../wire';
import type { FoundCase } from '../wire-search';
import { language, words } from '../words';
import { fill } from '../words/fill';
import { FoundCases } from './found-cases';

type Props = { query: string; setQuery: (query: string) => void; open: (customer: Customer) => void };
type Found = { query: string; customers: Customer[]; cases: FoundCase[] } | { query: string; fault: Fault };

const plural = new Intl.PluralRules(language);
const number = (count: number) => (plural.select(count) === 'one' ? 'one' : 'other');

/** Finds customers as the agent types, by name or by number, and cases by their words; the last thing typed wins. */
export function Search({ query, setQuery, open }: Props) {
  const [found, setFound] = useState<Found | null>(null);
  const [again, setAgain] = useState(0);
  const wanted = query.trim();

  // `again` asks once more for the same words
  useEffect(() => {
    if (wanted.length < 2) return setFound(null);
    let current = true;
    const timer = setTimeout(async () => {
      const next = await api.search(wanted).then(
        (both) => ({ query: wanted, ...both }),
        (failure) => ({ query: wanted, fault: faultOf(failure) }),
      );
      if (current) setFound(next);
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, again]);

  return (
    <search class="card">
      <label class="fields">
        <span class="row">
          {words.search.label} <kbd>/</kbd>
        </span>
        <input
          type="search"
          aria-keyshortcuts="/"
          placeholder={words.search.hint}
          autocomplete="off"
          maxLength={200}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
        />
      </label>
      <p class="soft" role="status">
        {said()}
      </p>
      {found && 'fault' in found && (
        <button type="button" onClick={() => setAgain(again + 1)}>
          {words.search.retry}
        </button>
      )}
      {found && 'customers' in found && found.customers.length > 0 && (
        <ul class="people">
          {found.customers.map((customer) => (
            <li key={customer.id}>
              <button type="button" onClick={() => open(customer)}>
                <span>
                  <b>
                    <bdi>{customer.name}</bdi>
                  </b>
                  <span class="soft num">
                    {customer.numbers?.map(({ number, display }, index) => (
                      <bdi key={number ?? index}>{display ?? number}</bdi>
                    ))}
                  </span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found && 'cases' in found && found.cases.length > 0 && <FoundCases cases={found.cases} open={open} />}
    </search>
  );

  function said(): string {
    if (wanted.length < 2) return '';
    if (!found || found.query !== wanted) return words.search.searching;
    if ('fault' in found) return fill(words.search.failed, { problem: words.problem[found.fault] });
    const count = found.customers.length;
    if (count + found.cases.length === 0) return fill(words.search.none, { query: wanted });
    const people = fill(words.search.found[number(count)], { count });
    const cases = fill(words.search.cases[number(found.cases.length)], { count: found.cases.length });
    if (found.cases.length === 0) return people;
    return count === 0 ? cases : `${people}, ${cases}`;
  }
}
