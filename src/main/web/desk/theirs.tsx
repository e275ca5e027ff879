import type { DeskState } from '../state/desk-state';
import type { CallerWaiting } from '../wire';
import { words } from '../words';
import { Say } from '../words/say';
import { numberLabel } from './call-words';
import { Clock } from './clock';

/** Who waits for this very agent while they are busy, or what became of them. */
export function TheirCallers({ desk }: { desk: DeskState }) {
  if (desk.link.kind !== 'live') return null; // nobody knows who still waits
  const { waiting, gone } = desk.theirs;
  const [first, ...others] = waiting;
  const w = words.theirs;
  return (
    <div class={first ? 'theirs waiting' : 'theirs'}>
      <span role="status">
        {first && <Say text={w.waits} slots={{ who: nameOf(first) }} />}
        {others.length > 0 && <Say text={w.more} slots={{ count: others.length }} />}
        {!first && gone && (
          <Say
            text={gone.by === null ? w.gaveUp : w.taken}
            slots={{ who: nameOf(gone.who), by: gone.by ?? '' }}
          />
        )}
      </span>
      {first && <Clock since={first.since} offset={desk.clockOffset} />}
    </div>
  );
}

function nameOf(caller: CallerWaiting): string {
  return caller.name ?? numberLabel(caller.number);
}
