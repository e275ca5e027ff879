import { useState } from 'preact/hooks';
import { api } from '../api';
import type { Customer } from '../wire';
import type { FoundCase } from '../wire-search';
import { words } from '../words';
import { fill } from '../words/fill';
import { Say } from '../words/say';

type Props = { cases: FoundCase[]; open: (customer: Customer) => void };

/** Cases that a search found: opening one opens the file of whose it is. */
export function FoundCases({ cases, open }: Props) {
  const [failed, setFailed] = useState(false);
  const show = (found: FoundCase) => {
    setFailed(false);
    api.customer(found.customer.id).then(open, () => setFailed(true));
  };
  return (
    <>
      <h3>{words.search.casesTitle}</h3>
      <p class="late" role="alert">
        {failed ? fill(words.search.failed, { problem: words.problem.network }) : ''}
      </p>
      <ul class="people">
        {cases.map((found) => (
          <li key={found.id}>
            <button type="button" onClick={() => show(found)}>
              <span>
                <b>
                  <bdi>{found.title}</bdi>
                </b>
                <span class="soft">
                  <bdi>{found.customer.name}</bdi>
                  {' · '}
                  {found.status === 'closed' ? (
                    words.case.closed
                  ) : (
                    <Say text={words.case.owner} slots={{ name: found.owner.name }} />
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
