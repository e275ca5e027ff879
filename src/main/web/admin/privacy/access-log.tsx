import { Download } from 'lucide';
import { adminApi } from '../api';
import { ChoiceBox } from '../parts/choice-box';
import { Field } from '../parts/field';
import { Icon } from '../parts/icon';
import { Loaded, useAsked } from '../parts/loaded';
import { useOlder } from '../parts/older';
import { goTo, type Place } from '../place';
import type { AccessLine, Named } from '../wire';
import { words } from '../words';
import { bounds } from './days';
import { AccessLines } from './access-lines';

const page = 100;

/** Who saw what of whom, of one agent, one customer, one day or all; the address keeps which. */
export function AccessLog({ place }: { place: Place }) {
  const people = useAsked(adminApi.people, '');
  const { params } = place;
  const filter = filterOf(params);
  const asked = useAsked(() => adminApi.accessLog(paged(filter, null)), filter.toString());
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    goTo(`access-log${next.size > 0 ? `?${next}` : ''}`);
  };
  const w = words.accessLog;
  const customer = params.get('customer');
  const everybody: Named[] = people.now.kind === 'here' ? people.now.value : [];
  return (
    <>
      <div class="card filters">
        <ChoiceBox
          label={w.agent}
          value={params.get('agent') ?? ''}
          choices={[
            { value: '', text: w.everybody },
            ...everybody.map((one) => ({ value: String(one.id), text: one.name })),
          ]}
          changed={(agent) => choose('agent', agent)}
        />
        <Field label={w.day}>
          {(box) => (
            <input
              {...box}
              type="date"
              value={params.get('day') ?? ''}
              onChange={(event) => choose('day', event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="row end">
          {customer && (
            <button type="button" onClick={() => choose('customer', '')}>
              {w.anyCustomer}
            </button>
          )}
          <a class="button" href={`/api/access-log/export?${filter}`} download="access-log.csv">
            <Icon of={Download} /> {w.export}
          </a>
        </div>
      </div>
      <Loaded asked={asked}>
        {(lines) => <Pages key={filter.toString()} first={lines} filter={filter} />}
      </Loaded>
    </>
  );
}

function Pages({ first, filter }: { first: AccessLine[]; filter: URLSearchParams }) {
  const [lines, older] = useOlder(first, page, words.accessLog.older, (last) =>
    adminApi.accessLog(paged(filter, last.id)),
  );
  if (lines.length === 0) return <p class="soft">{words.accessLog.none}</p>;
  return (
    <>
      <AccessLines lines={lines} />
      {older}
    </>
  );
}

function filterOf(params: URLSearchParams): URLSearchParams {
  const filter = new URLSearchParams();
  const agent = Number(params.get('agent'));
  const customer = Number(params.get('customer'));
  if (agent) filter.set('agentId', String(agent));
  if (customer) filter.set('customerId', String(customer));
  const day = bounds(params.get('day') ?? '');
  if (day) {
    filter.set('from', day.from);
    filter.set('until', day.until);
  }
  return filter;
}

function paged(filter: URLSearchParams, before: number | null): URLSearchParams {
  const asked = new URLSearchParams(filter);
  asked.set('limit', String(page));
  if (before !== null) asked.set('before', String(before));
  return asked;
}
