import { useEffect, useState } from 'preact/hooks';
import { type DeskState, outShown } from '../state/desk-state';
import { words } from '../words';
import { fill } from '../words/fill';
import { callLabel, numberLabel, whyWords } from './call-words';

/** Says each incoming call once, how far a call out is, and the loss of the connection, to screen readers; never interrupts. */
export function Announcer({ desk }: { desk: DeskState }) {
  const [said, say] = useState('');
  const ringing = desk.call?.phase === 'ringing' ? desk.call.pop : null;
  const out = outShown(desk);
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
    } else if (out) {
      const w = words.out;
      const state = out.state !== 'ended' ? w.state[out.state] : out.ending ? w.ending[out.ending] : '';
      say(fill(w.announce, { state, who: out.name ?? numberLabel(out.number) }));
    } else say('');
  }, [ringing?.offer, ringing?.lookUp, lost, out?.call, out?.state]);
  return (
    <p class="unseen" role="status" aria-live="polite">
      {said}
    </p>
  );
}
