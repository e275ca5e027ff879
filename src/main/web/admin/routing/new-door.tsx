import { useState } from 'preact/hooks';
import { Field } from '../parts/field';
import { Loaded, useAsked } from '../parts/loaded';
import { Outcome } from '../parts/outcome';
import { useSaving } from '../parts/saving';
import { wrongOf } from '../parts/wrong';
import { goTo } from '../place';
import { routingApi } from '../routing-api';
import type { Team } from '../wire-routing';
import { words } from '../words';
import { NumberField } from './number-field';

/** A front door, to begin with: its number, its name, and who answers. The rest has sensible beginnings. */
export function NewDoor() {
  const teams = useAsked(routingApi.teams, '');
  return <Loaded asked={teams}>{(all) => <Form teams={all} />}</Loaded>;
}

function Form({ teams }: { teams: Team[] }) {
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [team, setTeam] = useState(teams[0] ? String(teams[0].id) : 'new');
  const [teamName, setTeamName] = useState('');
  const [saving, save] = useSaving();
  const w = words.doors;
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      const teamId = team === 'new' ? (await routingApi.addTeam(teamName.trim())).id : Number(team);
      if (team === 'new') setTeam(String(teamId));
      const door = await routingApi.addDoor({ number: number.trim(), name: name.trim(), teamId });
      goTo(`doors/${door.id}`);
    });
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <NumberField value={number} country="" wrong={wrongOf(saving, 'number')} changed={setNumber} />
      <Field label={w.name} hint={w.nameHint} wrong={wrongOf(saving, 'name')}>
        {(box) => (
          <input
            {...box}
            value={name}
            maxLength={100}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={w.team} hint={w.teamHint}>
          {(box) => (
            <select {...box} value={team} onChange={(event) => setTeam(event.currentTarget.value)}>
              {teams.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
              <option value="new">{w.newTeam}</option>
            </select>
          )}
        </Field>
        {team === 'new' && (
          <Field label={w.teamName}>
            {(box) => (
              <input
                {...box}
                value={teamName}
                maxLength={100}
                onInput={(event) => setTeamName(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
      </div>
      <Outcome of={saving} />
      <div class="row">
        <button type="submit" class="go" aria-disabled={saving.kind === 'sending'}>
          {w.add}
        </button>
        <a href="#doors">{words.back}</a>
      </div>
    </form>
  );
}
