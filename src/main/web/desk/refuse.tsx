import { api } from '../api';
import { useSending } from '../file/sending';
import type { Pop } from '../wire';
import { words } from '../words';
import { fill } from '../words/fill';

/** Leaves a call that rings to somebody else. The card goes when the service has done so; until then the phone rings on. */
export function Refuse({ pop }: { pop: Pop }) {
  const [sending, send] = useSending();
  // No longer ringing here: that was the wish, and the card says so in a moment.
  const failed = sending.kind === 'failed' && sending.problem.fault !== 'gone' ? sending.problem.fault : null;
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="D"
        disabled={sending.kind === 'sending'}
        onClick={() => void send(() => api.refuse(pop.call, pop.offer))}
      >
        {words.strip.refuse} <kbd>D</kbd>
      </button>
      {failed && (
        <span class="tag late" role="status">
          {fill(words.strip.refuseFailed, { problem: words.problem[failed] })}
        </span>
      )}
    </>
  );
}
