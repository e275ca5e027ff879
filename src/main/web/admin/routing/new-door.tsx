import { useState } from 'preact/hooks';
import { ChoiceBox } from '../parts/choice-box';
import { LineBox } from '../parts/line-box';
import { Loaded, useAsked } from '../parts/loaded';
import { Outcome } from '../parts/outcome';
import { useSending } from '../../file/sending';
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
  // made here, for a door that was refused afterwards
  const [made, setMade] = useState<Team[]>([]);
  const [saving, save, rest] = useSending();
  const w = words.doors;
  // The team is made first, and chosen once it is there: until then a refused name is the team's.
  const theTeams = team === 'new';
  const wrongName = wrongOf(saving, 'name');
  const submit = (event: Event) => {
    event.preventDefault();
    void save(async () => {
      let teamId = Number(team);
      if (theTeams) {
        const added = await routingApi.addTeam(teamName.trim());
        teamId = added.id;
        setMade([...made, added]);
        setTeam(String(teamId));
      }
      const door = await routingApi.addDoor({ number: number.trim(), name: name.trim(), teamId });
      goTo(`doors/${door.id}`);
    });
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <NumberField value={number} country="" wrong={wrongOf(saving, 'number')} changed={setNumber} />
      <LineBox
        label={w.name}
        hint={w.nameHint}
        value={name}
        most={100}
        wrong={theTeams ? null : wrongName}
        changed={setName}
      />
      <div class="pair">
        <ChoiceBox
          label={w.team}
          hint={w.teamHint}
          value={team}
          choices={[
            ...[...teams, ...made].map((one) => ({ value: String(one.id), text: one.name })),
            { value: 'new', text: w.newTeam },
          ]}
          wrong={wrongOf(saving, 'teamId')}
          changed={(chosen) => {
            setTeam(chosen);
            rest();
          }}
        />
        {theTeams && (
          <LineBox label={w.teamName} value={teamName} most={100} wrong={wrongName} changed={setTeamName} />
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
