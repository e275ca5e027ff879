import { Download } from 'lucide';
import { adminApi } from '../api';
import { ChoiceBox } from '../parts/choice-box';
import { Icon } from '../parts/icon';
import { Loaded, useAsked } from '../parts/loaded';
import { useOlder } from '../parts/older';
import { goTo, type Place } from '../place';
import type { Change } from '../wire-changes';
import { words } from '../words';
import { namesNow } from './names';
import { OneChange } from './one-change';
import type { Names } from './value';

const page = 50;
const kinds = Object.entries(words.changes.setting).map(([value, text]) => ({ value, text }));

/** Who changed which setting, when, from what to what; each can be taken back. */
export function Changes({ place }: { place: Place }) {
  const setting = place.params.get('setting') ?? '';
  const filter = new URLSearchParams(setting ? { setting } : {});
  const asked = useAsked(async () => {
    const [changes, names] = await Promise.all([adminApi.changes(paged(filter, null)), namesNow()]);
    return { changes, names };
  }, filter.toString());
  const w = words.changes;
  return (
    <>
      <div class="card filters">
        <ChoiceBox
          label={w.of}
          value={setting}
          choices={[{ value: '', text: w.everything }, ...kinds]}
          changed={(next) => goTo(next ? `changes?setting=${next}` : 'changes')}
        />
        <div class="row end">
          <a class="button" href={`/api/changes/export?${filter}`} download="changes.csv">
            <Icon of={Download} /> {words.accessLog.export}
          </a>
        </div>
      </div>
      <Loaded asked={asked}>
        {({ changes, names }) => (
          <Pages first={changes} names={names} filter={filter} changed={asked.again} />
        )}
      </Loaded>
    </>
  );
}

type Props = { first: Change[]; names: Names; filter: URLSearchParams; changed: () => void };

function Pages({ first, names, filter, changed }: Props) {
  const [changes, older] = useOlder(first, page, words.changes.older, (last) =>
    adminApi.changes(paged(filter, last.id)),
  );
  if (changes.length === 0) return <p class="card soft">{words.changes.none}</p>;
  return (
    <>
      <ul class="stack">
        {changes.map((change) => (
          <li key={change.id}>
            <OneChange change={change} names={names} changed={changed} />
          </li>
        ))}
      </ul>
      {older}
    </>
  );
}

function paged(filter: URLSearchParams, before: number | null): URLSearchParams {
  const asked = new URLSearchParams(filter);
  asked.set('limit', String(page));
  if (before !== null) asked.set('before', String(before));
  return asked;
}
