import { ChoiceBox, named } from '../parts/choice-box';
import { PhoneBox } from '../parts/phone-box';
import type { Sending } from '../../file/sending';
import { wrongOf } from '../parts/wrong';
import type { Agent, Role, Team } from '../wire-routing';
import { words } from '../words';
import type { Typed } from './typed';

const roles: Role[] = ['agent', 'supervisor', 'administrator'];
const nobody = 0; // no person's id

type Props = {
  typed: Typed;
  /** Who this is, when they are there already: nobody stands in for themselves. */
  self: number | null;
  teams: Team[];
  people: Agent[];
  saving: Sending;
  change: (some: Partial<Typed>) => void;
};

/** What may be said of a person, new or not. */
export function PersonFields({ typed, self, teams, people, saving, change }: Props) {
  const w = words.people;
  const deputies = people.filter((one) => one.id !== self && (!one.disabled || one.id === typed.deputyId));
  const member = (id: number, is: boolean) =>
    change({ teamIds: is ? [...typed.teamIds, id] : typed.teamIds.filter((one) => one !== id) });
  return (
    <>
      <div class="pair">
        <ChoiceBox
          label={w.role}
          hint={w.roleText[typed.role]}
          value={typed.role}
          choices={roles.map((role) => ({ value: role, text: words.role[role] }))}
          wrong={wrongOf(saving, 'role')}
          changed={(role) => change({ role })}
        />
        <ChoiceBox
          label={w.deputy}
          hint={w.deputyHint}
          value={typed.deputyId ?? nobody}
          choices={[{ value: nobody, text: w.noDeputy }, ...named(deputies)]}
          wrong={wrongOf(saving, 'deputyId')}
          changed={(id) => change({ deputyId: id === nobody ? null : id })}
        />
      </div>
      <fieldset class="plain">
        <legend>{w.teams}</legend>
        {teams.length === 0 && (
          <p class="soft">
            <a href="#teams">{w.noTeams}</a>
          </p>
        )}
        <div class="ticks">
          {teams.map((team) => (
            <label class="tick" key={team.id}>
              <input
                type="checkbox"
                checked={typed.teamIds.includes(team.id)}
                onChange={(event) => member(team.id, event.currentTarget.checked)}
              />
              <bdi>{team.name}</bdi>
            </label>
          ))}
        </div>
        <p class="late" role="alert">
          {wrongOf(saving, 'teamIds')}
        </p>
      </fieldset>
      <PhoneBox
        label={w.outside}
        hint={w.outsideHint}
        value={typed.outsideNumber}
        wrong={wrongOf(saving, 'outsideNumber')}
        changed={(outsideNumber) => change({ outsideNumber })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={typed.worksWithoutDesk}
          onChange={(event) => change({ worksWithoutDesk: event.currentTarget.checked })}
        />
        <span>
          {w.withoutDesk} <span class="soft">{w.withoutDeskHint}</span>
        </span>
      </label>
    </>
  );
}
