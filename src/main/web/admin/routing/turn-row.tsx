import { ChevronDown, ChevronUp, X } from 'lucide';
import { useId } from 'preact/hooks';
import { fill } from '../../words/fill';
import { Icon } from '../parts/icon';
import type { Agent } from '../wire-routing';
import { words } from '../words';
import { dayName, shortDayName } from './day-names';
import { days } from './hours';
import { often } from './often';
import { noPerson, runsOn, time, type TypedTurn } from './rota-typed';

type Props = {
  turn: TypedTurn;
  number: number;
  isLast: boolean;
  agents: Agent[];
  /** The part that the service refused. */
  wrong: string | null;
  changed: (some: Partial<TypedTurn>) => void;
  moved: (by: 1 | -1) => void;
  removed: () => void;
};

const mostWeeks = 12;

/** One line of a rota: when, who, and its place. */
export function TurnRow({ turn, number, isLast, agents, wrong, changed, moved, removed }: Props) {
  const w = words.rota;
  const id = useId();
  const box = (part: string) => ({ 'aria-invalid': wrong === part, 'aria-describedby': `${id}-wrong` });
  const people = agents.filter(
    ({ id: one, phone, disabled }) => (phone !== null && !disabled) || one === turn.agentId,
  );
  const clock = (part: 'from' | 'to', label: string) => (
    <input
      {...box(part)}
      class="num time"
      aria-label={label}
      inputMode="numeric"
      maxLength={7}
      value={turn[part]}
      onInput={(event) => changed({ [part]: event.currentTarget.value })}
      onBlur={() => time(turn[part]) !== turn[part] && changed({ [part]: time(turn[part]) })}
    />
  );
  const day = (part: 'first' | 'last', label: string) => (
    <input
      {...box(part)}
      type="date"
      aria-label={label}
      data-part={part === 'first' ? 'begin' : undefined}
      value={turn[part]}
      onInput={(event) => changed({ [part]: event.currentTarget.value })}
    />
  );
  return (
    <li>
      <div class="turn" role="group" aria-label={fill(w.turn, { number })}>
        <span class="soft num" aria-hidden="true">
          {number}
        </span>
        <div class="when">
          {turn.kind === 'weekly' ? (
            <>
              <Days turn={turn} wrong={wrong === 'days'} changed={changed} />
              <span class="times">
                {clock('from', w.from)} – {clock('to', w.to)}{' '}
                {runsOn(turn) && <span class="soft">{w.nextDay}</span>}
              </span>
              <span class="times">
                <select
                  {...box('everyWeeks')}
                  aria-label={w.weeks}
                  value={turn.everyWeeks}
                  onChange={(event) => changed({ everyWeeks: event.currentTarget.value })}
                >
                  {Array.from({ length: mostWeeks }, (_, i) => String(i + 1)).map((weeks) => (
                    <option key={weeks} value={weeks}>
                      {often(Number(weeks))}
                    </option>
                  ))}
                </select>
                {turn.everyWeeks !== '1' && (
                  <label class="week-of">
                    <input
                      {...box('weekOf')}
                      type="date"
                      value={turn.weekOf}
                      onInput={(event) => changed({ weekOf: event.currentTarget.value })}
                    />
                    <span class="soft">{w.weekOf}</span>
                  </label>
                )}
              </span>
            </>
          ) : (
            <>
              <span class="times">
                {day('first', w.first)} {clock('from', w.fromOf)}
              </span>
              <span class="dash" aria-hidden="true">
                –
              </span>
              <span class="times">
                {day('last', w.last)} {clock('to', w.toOf)}
              </span>
            </>
          )}
        </div>
        <select
          {...box('agentId')}
          class="who"
          aria-label={w.person}
          value={turn.agentId}
          onChange={(event) => changed({ agentId: Number(event.currentTarget.value) })}
        >
          <option value={noPerson}>{w.choose}</option>
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.phone !== null && !one.disabled ? one.name : fill(w.gone, { name: one.name })}
            </option>
          ))}
        </select>
        <span class="acts">
          <button type="button" data-part="up" disabled={number === 1} onClick={() => moved(-1)}>
            <Icon of={ChevronUp} />
            <span class="unseen">{fill(w.up, { number })}</span>
          </button>
          <button type="button" data-part="down" disabled={isLast} onClick={() => moved(1)}>
            <Icon of={ChevronDown} />
            <span class="unseen">{fill(w.down, { number })}</span>
          </button>
          <button type="button" data-part="remove" onClick={removed}>
            <Icon of={X} />
            <span class="unseen">{fill(w.remove, { number })}</span>
          </button>
        </span>
        <p class="late" role="alert" id={`${id}-wrong`}>
          {wrong !== null && ((w.wrong as Record<string, string>)[wrong] ?? '')}
        </p>
      </div>
    </li>
  );
}

function Days(props: { turn: TypedTurn; wrong: boolean; changed: (some: Partial<TypedTurn>) => void }) {
  const { turn, wrong, changed } = props;
  const toggle = (day: number) =>
    changed({
      days: turn.days.includes(day)
        ? turn.days.filter((one) => one !== day)
        : [...turn.days, day].sort((one, other) => one - other),
    });
  return (
    <fieldset class="plain days" aria-invalid={wrong}>
      <legend class="unseen">{words.rota.days}</legend>
      {days.map((name, day) => (
        <label key={name} class="day">
          <input
            type="checkbox"
            aria-label={dayName(day)}
            data-part={day === 0 ? 'begin' : undefined}
            checked={turn.days.includes(day)}
            onChange={() => toggle(day)}
          />
          <span aria-hidden="true">{shortDayName(day)}</span>
        </label>
      ))}
    </fieldset>
  );
}
