import { useState } from 'preact/hooks';
import { Field } from '../parts/field';
import { useKept } from '../parts/kept';
import { Loaded, useAsked } from '../parts/loaded';
import { Outcome } from '../parts/outcome';
import { useSending } from '../../file/sending';
import { wrongOf } from '../parts/wrong';
import { routingApi } from '../routing-api';
import type { Agent, PhoneAccount, Team } from '../wire-routing';
import { words } from '../words';
import { PersonFields } from './person-fields';
import { PhoneSettings } from './phone-settings';
import { Secret } from './secret';
import { loginFor, newcomer, type Typed, wantedOf } from './typed';

type Added = { agent: Agent; password: string; phone: PhoneAccount };

/** Somebody who begins to work here. Their passwords are shown once, right after. */
export function NewPerson() {
  const asked = useAsked(() => Promise.all([routingApi.teams(), routingApi.agents()]), '');
  return <Loaded asked={asked}>{([teams, people]) => <Form teams={teams} people={people} />}</Loaded>;
}

/** The login is null until it is typed: till then the name suggests one. */
type New = Typed & { login: string | null };

const begin = (teams: Team[]): New => ({
  ...newcomer,
  login: null,
  teamIds: teams.length === 1 ? teams.map(({ id }) => id) : [],
});

function Form({ teams, people }: { teams: Team[]; people: Agent[] }) {
  const { typed, set, forget } = useKept('person new', teams, begin);
  const [added, setAdded] = useState<Added | null>(null);
  const [saving, save] = useSending();
  const w = words.people;
  const suggested = typed.login ?? loginFor(typed.name);
  if (added) return <Welcome added={added} another={() => setAdded(null)} />;
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      setAdded(await routingApi.addAgent({ ...wantedOf(typed), login: suggested.trim() }));
      forget();
    });
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <div class="pair">
        <Field label={w.name} wrong={wrongOf(saving, 'name')}>
          {(box) => (
            <input
              {...box}
              value={typed.name}
              maxLength={100}
              autocomplete="off"
              onInput={(event) => set({ ...typed, name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={w.login} hint={w.loginHint} wrong={wrongOf(saving, 'login')}>
          {(box) => (
            <input
              {...box}
              value={suggested}
              maxLength={32}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              onInput={(event) => set({ ...typed, login: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <PersonFields
        typed={typed}
        self={null}
        teams={teams}
        people={people}
        saving={saving}
        change={(some) => set({ ...typed, ...some })}
      />
      <Outcome of={saving} />
      <div class="row">
        <button type="submit" class="go" aria-disabled={saving.kind === 'sending'}>
          {w.add}
        </button>
        <a href="#people">{words.back}</a>
      </div>
    </form>
  );
}

/** What to hand to somebody new: how they sign in, and what to type into their phone. */
function Welcome({ added, another }: { added: Added; another: () => void }) {
  const w = words.people;
  return (
    <>
      <Secret
        title={w.added}
        once={w.once}
        rows={[
          [w.login, added.agent.login],
          [w.password, added.password],
        ]}
      />
      <PhoneSettings account={added.phone} further />
      <div class="row">
        <button type="button" onClick={another}>
          {w.another}
        </button>
        <a class="button" href={`#people/${added.agent.id}`}>
          {w.toPerson}
        </a>
        <a class="button" href="#people">
          {w.everybody}
        </a>
      </div>
    </>
  );
}
