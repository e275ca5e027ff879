import { useState } from 'preact/hooks';
import { Problem } from '../../api';
import { useSending } from '../../file/sending';
import { adminApi } from '../api';
import { ChoiceBox, named } from '../parts/choice-box';
import { Field } from '../parts/field';
import { LineBox } from '../parts/line-box';
import { Outcome } from '../parts/outcome';
import { whole } from '../parts/whole';
import { wrongOf } from '../parts/wrong';
import type { Named, Site, WantedSite } from '../wire';
import { words } from '../words';
import { lines } from './lines';

const usual = 20; // messages an hour of a form that nobody abuses

type Props = { site: Site | null; doors: Named[]; changed: () => void };

/** A new form's settings, or those of one there is. */
export function SiteForm({ site, doors, changed }: Props) {
  // what was seen when the fields were filled: the list may know a newer one, which they do not show
  const [seen, setSeen] = useState(site);
  const [name, setName] = useState(site?.name ?? '');
  const [door, setDoor] = useState(site?.frontDoorId ?? doors[0]?.id ?? 0);
  const [origins, setOrigins] = useState(site?.origins.join('\n') ?? '');
  const [perHour, setPerHour] = useState(String(site?.perHour ?? usual));
  const [enabled, setEnabled] = useState(site?.enabled ?? true);
  const [sending, send] = useSending();
  const w = words.sites;

  const submit = (event: Event) => {
    event.preventDefault();
    const wanted: WantedSite = {
      name: name.trim(),
      frontDoorId: door,
      origins: lines(origins).map((one) => one.replace(/\/$/, '').toLowerCase()),
      perHour: whole(perHour.trim()),
      enabled,
    };
    void send(async () => {
      try {
        if (seen) setSeen(await adminApi.changeSite(seen, wanted));
        else {
          await adminApi.addSite(wanted);
          setName('');
          setOrigins('');
        }
      } catch (failure) {
        // a colleague was faster: opened again, the settings begin with theirs
        if (failure instanceof Problem && failure.field === 'version') changed();
        throw failure;
      }
      changed();
    });
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <div class="pair">
        <LineBox
          label={w.name}
          hint={w.nameHint}
          value={name}
          most={100}
          wrong={wrongOf(sending, 'name')}
          changed={setName}
        />
        <ChoiceBox
          label={w.door}
          hint={w.doorHint}
          value={door}
          choices={named(doors)}
          wrong={wrongOf(sending, 'frontDoorId')}
          changed={setDoor}
        />
      </div>
      <div class="pair">
        <Field label={w.origins} hint={w.originsHint} wrong={wrongOf(sending, 'origins')}>
          {(box) => (
            <textarea
              {...box}
              rows={2}
              value={origins}
              spellcheck={false}
              placeholder="https://www.example.org"
              onInput={(event) => setOrigins(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={w.perHour} hint={w.perHourHint} wrong={wrongOf(sending, 'perHour')}>
          {(box) => (
            <input
              {...box}
              class="num short"
              inputMode="numeric"
              value={perHour}
              maxLength={5}
              onInput={(event) => setPerHour(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
        {w.enabled}
      </label>
      <Outcome of={sending} />
      <div class="row">
        <button type="submit" class="go" aria-disabled={sending.kind === 'sending'}>
          {seen ? words.save : w.go}
        </button>
      </div>
    </form>
  );
}
