import type { Problem } from '../api';
import { words } from '../words';
import { fill } from '../words/fill';

/** Why nobody was called, in the agent's language; a reason that this page does not know by what kind of failure it is. */
export function refusedWords({ fault, reason, who }: Problem): string {
  const known: Record<string, string> = words.out.refused;
  const said = reason !== null && Object.hasOwn(known, reason) ? known[reason] : undefined;
  return said
    ? fill(said, { who: who ?? words.out.somebody })
    : fill(words.out.failed, { problem: words.problem[fault] });
}
