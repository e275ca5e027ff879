import { Download } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { fill } from '../../words/fill';
import { adminApi } from '../api';
import { Field } from '../parts/field';
import { Icon } from '../parts/icon';
import { Outcome } from '../parts/outcome';
import { useSending } from '../../file/sending';
import { PhoneSettings } from '../people/phone-settings';
import { Secret } from '../people/secret';
import type { Taken } from '../wire-changes';
import { words } from '../words';
import { BeforeAfter, Title } from './before-after';
import { namesNow } from './names';
import type { Names } from './value';

type Looked = { file: unknown; taken: Taken; names: Names };

/** All settings as one file: out, and in again after a look at what it would change. */
export function SettingsFile() {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<Taken | null>(null);
  const [unread, setUnread] = useState(false);
  const [saving, save, rest] = useSending();
  const box = useRef<HTMLInputElement>(null);
  const w = words.settingsFile;

  const look = (event: Event) => {
    event.preventDefault();
    const chosen = box.current?.files?.[0];
    if (!chosen) return box.current?.focus();
    setDone(null);
    void save(async () => {
      const file = readable(await chosen.text());
      setUnread(file === null);
      if (file === null) return setLooked(null);
      const [taken, names] = await Promise.all([adminApi.previewSettings(file), namesNow()]);
      setLooked({ file, taken, names });
    });
  };
  const bringIn = () =>
    void save(async () => {
      if (!looked) return;
      setDone(await adminApi.importSettings(looked.file, looked.taken.seen ?? 0));
      setLooked(null);
    });
  return (
    <>
      <section class="card stack" aria-labelledby="out-title">
        <h2 id="out-title">{w.out}</h2>
        <p class="soft">{w.outText}</p>
        <div class="row">
          <a class="button" href="/api/settings/file" download="decroche-settings.json">
            <Icon of={Download} /> {w.take}
          </a>
        </div>
      </section>
      <form class="card stack" onSubmit={look} noValidate aria-labelledby="in-title">
        <h2 id="in-title">{w.in}</h2>
        <Field label={w.file} hint={w.inText} wrong={unread ? w.unread : null}>
          {(attributes) => (
            <input
              {...attributes}
              ref={box}
              type="file"
              accept=".json,application/json"
              onChange={() => {
                setLooked(null);
                setUnread(false);
                rest();
              }}
            />
          )}
        </Field>
        <Outcome of={saving.kind === 'sent' ? { kind: 'resting' } : saving} />
        <div class="row">
          <button type="submit" aria-disabled={saving.kind === 'sending'}>
            {w.look}
          </button>
        </div>
      </form>
      {looked && (
        <section class="stack" aria-labelledby="would-title">
          <div role="status">
            <h2 id="would-title">
              {looked.taken.differences.length === 0
                ? w.same
                : fill(w.would, { count: looked.taken.differences.length })}
            </h2>
          </div>
          {looked.taken.differences.map((one) => (
            <article class="card stack change" key={`${one.setting} ${one.key} ${one.name}`}>
              <Title of={one} />
              <BeforeAfter of={one} names={looked.names} />
            </article>
          ))}
          {looked.taken.differences.length > 0 && (
            <div class="row">
              <button type="button" class="go" aria-disabled={saving.kind === 'sending'} onClick={bringIn}>
                {w.bringIn}
              </button>
              <button type="button" onClick={() => setLooked(null)}>
                {w.leave}
              </button>
            </div>
          )}
        </section>
      )}
      {done && (
        <section class="stack">
          <p role="status">{fill(w.done, { count: done.differences.length })}</p>
          {done.newPeople.map((person) => (
            <div class="stack" key={person.login}>
              <Secret
                title={fill(w.newPerson, { login: person.login })}
                once={words.people.once}
                rows={[
                  [words.people.login, person.login],
                  [words.people.password, person.password],
                ]}
              />
              <PhoneSettings account={person.phone} further />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function readable(text: string): object | null {
  try {
    const file: unknown = JSON.parse(text);
    return typeof file === 'object' && file !== null && !Array.isArray(file) ? file : null;
  } catch {
    return null;
  }
}
