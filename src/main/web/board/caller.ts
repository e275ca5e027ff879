import type { CallerNumber } from '../wire';
import { words } from '../words';

/** A wall is read by whoever passes: of a number nobody has a name for, its end is enough. */
export function masked(number: CallerNumber): string {
  if (number.kind === 'withheld') return words.strip.withheld;
  if (number.kind !== 'number') return words.strip.stranger;
  const digits = number.e164 ?? number.display ?? '';
  return digits ? words.board.endingIn.replace('{digits}', digits.slice(-2)) : words.strip.stranger;
}
