import { Field } from '../parts/field';
import { FormEnd } from '../parts/form-end';
import { useKept } from '../parts/kept';
import { useSending } from '../../file/sending';
import { wrongOf } from '../parts/wrong';
import { routingApi } from '../routing-api';
import type { Agent, Team } from '../wire-routing';
import { words } from '../words';
import { PersonFields } from './person-fields';
import { type Typed, typedOf, wantedOf } from './typed';

type Props = {
  person: Agent;
  people: Agent[];
  teams: Team[];
  saved: (person: Agent) => void;
  again: () => void;
};

/** What a person is here: name, role, teams, deputy, where they are rung. */
export function PersonForm({ person, people, teams, saved, again }: Props) {
  const { typed, seen, set, forget } = useKept(`person ${person.id}`, person, typedOf);
  const [saving, save, rest] = useSending();
  const w = words.people;
  const edited = JSON.stringify(wantedOf(typed)) !== JSON.stringify(wantedOf(typedOf(person)));
  const change = (some: Partial<Typed>) => {
    set({ ...typed, ...some });
    rest();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      const stands = await routingApi.changeAgent(seen, { ...wantedOf(typed), disabled: seen.disabled });
      forget();
      saved(stands);
    });
  };
  const restore = () => {
    forget();
    again();
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate aria-labelledby="person-title">
      <div class="row">
        <h2 id="person-title">
          <bdi>{person.name}</bdi>
        </h2>
        <span class="soft">
          <bdi>{person.login}</bdi>
        </span>
        <span class={`tag right ${person.disabled ? 'soft' : person.availability}`}>
          <i class="dot" aria-hidden="true" />
          {person.disabled ? w.disabled : w.availability[person.availability]}
        </span>
      </div>
      <Field label={w.name} wrong={wrongOf(saving, 'name')}>
        {(box) => (
          <input
            {...box}
            value={typed.name}
            maxLength={100}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <PersonFields
        typed={typed}
        self={person.id}
        teams={teams}
        people={people}
        saving={saving}
        change={change}
      />
      <FormEnd saving={saving} edited={edited} note={words.atOnce} restore={restore} />
    </form>
  );
}
