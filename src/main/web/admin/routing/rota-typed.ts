import { whole } from '../parts/whole';
import type { Turn } from '../wire-rota';
import { clock, days, minuteOf } from './hours';

/** A turn as it stands in the form: times and numbers as they are typed, days by their place in the week. */
export type TypedTurn = {
  kind: Turn['kind'];
  days: number[];
  everyWeeks: string;
  weekOf: string;
  first: string;
  last: string;
  from: string;
  to: string;
  agentId: number;
};

export const noPerson = 0; // nobody's id
const weekdays = [0, 1, 2, 3, 4];
const empty = { days: [], everyWeeks: '1', weekOf: '', first: '', last: '', agentId: noPerson };

/** The nights of the week, as most rotas begin. */
export const newWeekly = (): TypedTurn => ({
  ...empty,
  kind: 'weekly',
  days: weekdays,
  from: '18:00',
  to: '08:00',
});

/** Whole days. */
export const newOnce = (): TypedTurn => ({ ...empty, kind: 'once', from: '00:00', to: '24:00' });

export function typedRota(rota: Turn[]): TypedTurn[] {
  return rota.map((turn) => {
    const { from, to, agentId } = turn;
    return turn.kind === 'weekly'
      ? {
          ...empty,
          kind: turn.kind,
          days: turn.days.map((day) => days.indexOf(day)),
          everyWeeks: String(turn.everyWeeks),
          weekOf: turn.weekOf ?? '',
          from,
          to,
          agentId,
        }
      : { ...empty, kind: turn.kind, first: turn.first, last: turn.last, from, to, agentId };
  });
}

/** As the service takes it, and refuses by name what is no time and no day. */
export function wantedRota(rota: TypedTurn[]): Turn[] {
  return rota.map((turn) => {
    const theirs = { from: time(turn.from), to: time(turn.to), agentId: turn.agentId };
    if (turn.kind === 'once') return { kind: turn.kind, first: turn.first, last: turn.last, ...theirs };
    const everyWeeks = whole(turn.everyWeeks);
    return {
      kind: turn.kind,
      days: days.filter((_, day) => turn.days.includes(day)),
      everyWeeks,
      ...(everyWeeks !== 1 && turn.weekOf ? { weekOf: turn.weekOf } : {}),
      ...theirs,
    };
  });
}

/** "18", "18h30" and "1830" as the clock shows them; what is no time as it was typed. */
export function time(text: string): string {
  const minute = minuteOf(text);
  return minute === null ? text.trim() : clock(minute);
}

/** Whether it goes on into the next day. */
export function runsOn({ kind, from, to }: TypedTurn): boolean {
  const [begins, ends] = [minuteOf(from), minuteOf(to)];
  return kind === 'weekly' && begins !== null && ends !== null && ends <= begins;
}

/** With this one in the place of the one before it, or after it. */
export function movedBy<One>(all: One[], index: number, by: 1 | -1): One[] {
  const moved = [...all];
  const [one] = moved.splice(index, 1);
  if (one !== undefined) moved.splice(index + by, 0, one);
  return moved;
}

/** Which turn a refusal names, and what of it. */
export function refused(field: string | null): { index: number; part: string } | null {
  const read = /\brota\[(\d+)\](?:\.(\w+))?/.exec(field ?? '');
  return read ? { index: Number(read[1]), part: read[2] ?? '' } : null;
}
