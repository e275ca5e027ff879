import { useEffect, useState } from 'preact/hooks';
import type { DeskState } from '../state/desk-state';
import { words } from '../words';
import { fill } from '../words/fill';
import { callLabel, whyWords } from './call-words';

/** Says each incoming call once, and the loss of the connection, to screen readers; never interrupts. */
export function Announcer({ desk }: { desk: DeskState }) {
  const [said, say] = useState('');
  const ringing = desk.call?.phase === 'ringing' ? desk.call.pop : null;
  const lost = desk.link.kind === 'lost';
  // once per offer, however often its pop is re-sent; again when a late look-up has brought the name
  useEffect(() => {
    if (lost) say(`${words.link.trying}. ${words.link.lostText}`);
    else if (ringing) {
      const why = whyWords(ringing.why);
      say(
        fill(words.strip.announce, {
          who: callLabel(ringing),
          why: `${words.strip.why} ${fill(why.text, why.slots)}`,
        }),
      );
    } else say('');
  }, [ringing?.offer, ringing?.lookUp, lost]);
  return (
    <p class="unseen" role="status" aria-live="polite">
      {said}
    </p>
  );
}
