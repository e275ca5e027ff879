import { Download } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { faultOf } from '../../api';
import { words as shared } from '../../words';
import { adminApi } from '../api';
import { Field } from '../parts/field';
import { Icon } from '../parts/icon';
import { Loaded, useAsked } from '../parts/loaded';
import { goTo, type Place } from '../place';
import type { Change } from '../wire-changes';
import { words } from '../words';
import { namesNow } from './names';
import { OneChange } from './one-change';
import type { Names } from './value';

const page = 50;
const kinds = Object.keys(words.changes.setting);

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
        <Field label={w.of}>
          {(box) => (
            <select
              {...box}
              value={setting}
              onChange={(event) => {
                const next = event.currentTarget.value;
                goTo(next ? `changes?setting=${next}` : 'changes');
              }}
            >
              <option value="">{w.everything}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {(w.setting as Record<string, string>)[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
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
  const [changes, setChanges] = useState(first);
  const [more, setMore] = useState(first.length === page);
  const [wrong, setWrong] = useState('');
  useEffect(() => {
    setChanges(first);
    setMore(first.length === page);
  }, [first]);
  const w = words.changes;
  const older = async () => {
    try {
      const next = await adminApi.changes(paged(filter, changes.at(-1)?.id ?? null));
      setChanges([...changes, ...next]);
      setMore(next.length === page);
      setWrong('');
    } catch (failure) {
      setWrong(`${words.cannot} ${shared.problem[faultOf(failure)]}`);
    }
  };
  if (changes.length === 0) return <p class="card soft">{w.none}</p>;
  return (
    <>
      <ul class="stack">
        {changes.map((change) => (
          <li key={change.id}>
            <OneChange change={change} names={names} changed={changed} />
          </li>
        ))}
      </ul>
      <p class="late" role="alert">
        {wrong}
      </p>
      {more && (
        <button type="button" onClick={() => void older()}>
          {w.older}
        </button>
      )}
    </>
  );
}

function paged(filter: URLSearchParams, before: number | null): URLSearchParams {
  const asked = new URLSearchParams(filter);
  asked.set('limit', String(page));
  if (before !== null) asked.set('before', String(before));
  return asked;
}
