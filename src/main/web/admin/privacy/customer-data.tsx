import { Download, ScrollText } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api';
import { language } from '../../words';
import { fill } from '../../words/fill';
import { Icon } from '../parts/icon';
import { Loaded, useAsked } from '../parts/loaded';
import type { ForgetReport } from '../wire';
import { words } from '../words';
import { Forget } from './forget';
import { Forgotten } from './forgotten';

/** One customer, and the three things they may ask: what we know, who looked, and to be forgotten. */
export function CustomerData({ id }: { id: number }) {
  const asked = useAsked(() => api.customer(id), String(id));
  const [report, setReport] = useState<ForgetReport | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const here = asked.now.kind === 'here';
  useEffect(() => {
    if (here) title.current?.focus();
  }, [here]);
  const w = words.privacy;
  if (report) return <Forgotten report={report} />;
  return (
    <section class="card stack" aria-labelledby="customer-title">
      <Loaded asked={asked}>
        {(customer) => (
          <>
            <div>
              <h2 id="customer-title" ref={title} tabIndex={-1}>
                <bdi>{customer.name}</bdi>
              </h2>
              <p class="soft num joined">
                {customer.numbers?.map(({ number, display }, index) => (
                  <bdi key={number ?? index}>{display ?? number}</bdi>
                ))}
              </p>
            </div>
            <div>
              <h3>{w.known}</h3>
              <p class="soft">{w.knownText}</p>
              <div class="row">
                <a
                  class="button"
                  href={`/api/customers/${id}/personal-data?as=html&language=${language}`}
                  download={`customer-${id}.html`}
                >
                  <Icon of={Download} /> {w.asPage}
                </a>
                <a
                  class="button"
                  href={`/api/customers/${id}/personal-data?as=json`}
                  download={`customer-${id}.json`}
                >
                  <Icon of={Download} /> {w.asJson}
                </a>
              </div>
            </div>
            <div>
              <h3>{w.looked}</h3>
              <div class="row">
                <a class="button" href={`#access-log?customer=${id}`}>
                  <Icon of={ScrollText} /> {fill(w.lookedAt, { name: customer.name })}
                </a>
              </div>
            </div>
            <Forget customer={customer} done={setReport} />
          </>
        )}
      </Loaded>
    </section>
  );
}
