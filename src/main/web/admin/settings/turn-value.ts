import { days } from '../routing/hours';
import type { Turn } from '../wire-rota';
import type { Names, Said } from './value';

/** A turn of a rota in one line: when, and who. */
export function turnOf(turn: Turn, names: Names, said: Said): string {
  const who = names.people.get(turn.agentId) ?? String(turn.agentId);
  if (turn.kind === 'once') return `${turn.first} ${turn.from}–${turn.last} ${turn.to} ${who}`;
  const often = turn.everyWeeks > 1 ? ` (${said.often(turn.everyWeeks)}, ${turn.weekOf})` : '';
  return `${together(turn, said)} ${turn.from}–${turn.to}${often} ${who}`;
}

/** Days that follow each other as one: "Mon–Fri, Sun". */
function together(turn: Extract<Turn, { kind: 'weekly' }>, said: Said): string {
  const theirs = days.map((_, day) => day).filter((day) => turn.days.includes(days[day] ?? 'monday'));
  const parts: number[][] = [];
  for (const day of theirs) {
    const last = parts.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else parts.push([day]);
  }
  return parts
    .map((part) => [part[0], part.at(-1)].filter((_, i) => i === 0 || part.length > 1))
    .map((ends) => ends.map((day) => said.day(day ?? 0)).join('–'))
    .join(', ');
}
