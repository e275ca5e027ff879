import { Plus, X } from 'lucide';
import { fill } from '../../words/fill';
import { Icon } from '../parts/icon';
import { useRows } from '../parts/rows';
import type { Team } from '../wire-routing';
import { words } from '../words';
import type { Typed } from './routing-typed';

type Help = Typed['overflow'];
type Props = { help: Help; teams: Team[]; wrong: string | null; changed: (help: Help) => void };

const usual = '30'; // seconds after which one usually asks for help

/** The teams that help, in their order, each when the caller has rung so long. */
export function Overflow({ help, teams, wrong, changed }: Props) {
  const w = words.routing;
  const rows = useRows();
  const free = teams.filter((team) => !help.some((one) => one.teamId === team.id));
  const replace = (index: number, some: Partial<Help[number]>) =>
    changed(help.map((one, i) => (i === index ? { ...one, ...some } : one)));
  return (
    <fieldset class="plain stack" ref={rows.box}>
      <legend>{w.overflow}</legend>
      {help.length === 0 && <p class="soft">{w.noOverflow}</p>}
      {help.map((one, index) => (
        <div class="row" key={index}>
          <select
            aria-label={w.overflowTeam}
            value={one.teamId}
            onChange={(event) => replace(index, { teamId: Number(event.currentTarget.value) })}
          >
            {teams
              .filter((team) => team.id === one.teamId || free.includes(team))
              .map((team) => (
                <option key={team.id} value={team.id}>
                  {team.name}
                </option>
              ))}
          </select>
          <span class="with-unit">
            <span class="soft">{w.overflowAfter}</span>
            <input
              class="num"
              inputMode="numeric"
              maxLength={4}
              aria-label={w.overflowSeconds}
              value={one.after}
              onInput={(event) => replace(index, { after: event.currentTarget.value.trim() })}
            />
            <span class="soft">{words.unit.seconds}</span>
          </span>
          <button
            type="button"
            onClick={() => {
              rows.removed();
              changed(help.filter((_, i) => i !== index));
            }}
          >
            <Icon of={X} />
            <span class="unseen">
              {fill(words.removeNamed, { name: teams.find(({ id }) => id === one.teamId)?.name ?? '' })}
            </span>
          </button>
        </div>
      ))}
      <p class="late" role="alert">
        {wrong}
      </p>
      {free[0] && (
        <div class="row adds">
          <button
            type="button"
            onClick={() => {
              if (!free[0]) return;
              rows.added();
              changed([...help, { teamId: free[0].id, after: usual }]);
            }}
          >
            <Icon of={Plus} /> {w.addOverflow}
          </button>
        </div>
      )}
    </fieldset>
  );
}
