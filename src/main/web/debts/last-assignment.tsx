import { words } from '../words';
import { Say } from '../words/say';
import { when } from '../words/time';
import type { Debt } from '../wire-debts';

/** Who made it whose it is, where that was done by hand: nobody shall wonder why it is on their desk. */
export function LastAssignment({ of }: { of: Debt }) {
  const last = of.assignments.at(-1);
  if (!last) return null;
  const { given, taken } = words.debts;
  return (
    <p class="soft">
      <Say
        text={last.by.id === last.to.id ? taken : given}
        slots={{ to: last.to.name, by: last.by.name, when: when(last.at) }}
      />
    </p>
  );
}
