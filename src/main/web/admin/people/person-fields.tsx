import { Field } from '../parts/field';
import type { Saving } from '../parts/saving';
import { wrongOf } from '../parts/wrong';
import type { Agent, Role, Team } from '../wire-routing';
import { words } from '../words';
import type { Typed } from './typed';

const roles: Role[] = ['agent', 'supervisor', 'administrator'];

type Props = {
  typed: Typed;
  /** Who this is, when they are there already: nobody stands in for themselves. */
  self: number | null;
  teams: Team[];
  people: Agent[];
  saving: Saving;
  change: (some: Partial<Typed>) => void;
};

/** What may be said of a person, new or not. */
export function PersonFields({ typed, self, teams, people, saving, change }: Props) {
  const w = words.people;
  const member = (id: number, is: boolean) =>
    change({ teamIds: is ? [...typed.teamIds, id] : typed.teamIds.filter((one) => one !== id) });
  return (
    <>
      <div class="pair">
        <Field label={w.role} hint={w.roleText[typed.role]} wrong={wrongOf(saving, 'role')}>
          {(box) => (
            <select
              {...box}
              value={typed.role}
              onChange={(event) => change({ role: event.currentTarget.value as Role })}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {words.role[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={w.deputy} hint={w.deputyHint} wrong={wrongOf(saving, 'deputyId')}>
          {(box) => (
            <select
              {...box}
              value={typed.deputyId ?? ''}
              onChange={(event) => change({ deputyId: Number(event.currentTarget.value) || null })}
            >
              <option value="">{w.noDeputy}</option>
              {people
                .filter((one) => one.id !== self && (!one.disabled || one.id === typed.deputyId))
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
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
      <Field label={w.outside} hint={w.outsideHint} wrong={wrongOf(saving, 'outsideNumber')}>
        {(box) => (
          <input
            {...box}
            class="num"
            type="tel"
            autocomplete="off"
            maxLength={40}
            value={typed.outsideNumber}
            onInput={(event) => change({ outsideNumber: event.currentTarget.value })}
          />
        )}
      </Field>
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
