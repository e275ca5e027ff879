import { useState } from 'preact/hooks';
import { LineBox } from '../parts/line-box';
import { Loaded, useAsked } from '../parts/loaded';
import { Outcome } from '../parts/outcome';
import { useSending } from '../../file/sending';
import { wrongOf } from '../parts/wrong';
import { routingApi } from '../routing-api';
import type { Agent, Team } from '../wire-routing';
import { words } from '../words';

/** The teams, with whom each has; people join one on their own page. */
export function Teams() {
  const asked = useAsked(() => Promise.all([routingApi.teams(), routingApi.agents()]), '');
  const w = words.teams;
  return (
    <>
      <Loaded asked={asked}>
        {([teams, people]) => (
          <ul class="stack">
            {teams.map((team) => (
              <li key={team.id} class="card">
                <TeamName team={team} changed={asked.again} />
                <Members of={people.filter((one) => !one.disabled && one.teamIds.includes(team.id))} />
              </li>
            ))}
            {teams.length === 0 && <li class="card soft">{w.none}</li>}
          </ul>
        )}
      </Loaded>
      {/* Below what is told, so not before it: nothing jumps. */}
      {asked.told > 0 && <AddTeam added={asked.again} />}
    </>
  );
}

/** A team's name, and another one for it. */
function TeamName({ team, changed }: { team: Team; changed: () => void }) {
  const [name, setName] = useState<string | null>(null);
  const [saving, save] = useSending();
  const w = words.teams;
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      await routingApi.changeTeam(team, (name ?? '').trim());
      setName(null);
      changed();
    });
  };
  return (
    <>
      <div class="row">
        <h2>
          <bdi>{team.name}</bdi>
        </h2>
        <button
          type="button"
          class="right"
          aria-expanded={name !== null}
          onClick={() => setName(name === null ? team.name : null)}
        >
          {w.rename}
          <span class="unseen"> {team.name}</span>
        </button>
      </div>
      {name !== null && (
        <form class="stack" onSubmit={submit} noValidate>
          <LineBox
            label={w.newName}
            value={name}
            most={100}
            wrong={wrongOf(saving, 'name')}
            changed={setName}
          />
          <Outcome of={saving} />
          <div class="row">
            <button type="submit" class="go" aria-disabled={saving.kind === 'sending'}>
              {words.apply}
            </button>
          </div>
        </form>
      )}
    </>
  );
}

function Members({ of }: { of: Agent[] }) {
  if (of.length === 0) return <p class="late">{words.teams.empty}</p>;
  return (
    <p class="joined">
      {of.map((person) => (
        <a key={person.id} href={`#people/${person.id}`}>
          <bdi>{person.name}</bdi>
        </a>
      ))}
    </p>
  );
}

function AddTeam({ added }: { added: () => void }) {
  const [name, setName] = useState('');
  const [saving, save] = useSending();
  const w = words.teams;
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      await routingApi.addTeam(name.trim());
      setName('');
      added();
    });
  };
  return (
    <form class="card stack noprint" onSubmit={submit} noValidate>
      <LineBox label={w.add} value={name} most={100} wrong={wrongOf(saving, 'name')} changed={setName} />
      <Outcome of={saving} />
      <div class="row">
        <button type="submit" class="go" aria-disabled={saving.kind === 'sending'}>
          {w.go}
        </button>
      </div>
    </form>
  );
}
