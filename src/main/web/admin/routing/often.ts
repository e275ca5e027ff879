import { fill } from '../../words/fill';
import { words } from '../words';

/** How often a turn comes that comes every so many weeks. */
export function often(weeks: number): string {
  const w = words.rota;
  if (weeks === 1) return w.everyWeek;
  return weeks === 2 ? w.everyOther : fill(w.everyWeeks, { number: weeks });
}
