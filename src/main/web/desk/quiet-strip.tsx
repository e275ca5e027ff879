import type { ComponentChildren } from 'preact';
import type { DeskState } from '../state/desk-state';
import { words } from '../words';
import { Say } from '../words/say';
import { callLabel } from './call-words';

/** What the strip says while nobody calls: whether a call could come, and what to do when it could not. */
export function QuietStrip({ desk }: { desk: DeskState }) {
  const { title, text, warn } = quiet(desk);
  return (
    <div class="who">
      <h1 class={warn ? 'late' : ''}>
        {warn && <span aria-hidden="true">▲ </span>}
        {title}
      </h1>
      <p class="soft">{text}</p>
      {desk.gone && desk.link.kind === 'live' && (
        <p class="why">
          <Say
            text={words.gone[desk.gone.how] ?? words.gone.lost}
            slots={{ who: callLabel(desk.gone.who) }}
          />
        </p>
      )}
    </div>
  );
}

type Quiet = { title: ComponentChildren; text: string; warn?: boolean };

function quiet({ link, availability, awayReason, awayBecause, activity }: DeskState): Quiet {
  const q = words.quiet;
  if (link.kind === 'connecting') return { title: q.connecting, text: q.connectingText };
  if (link.kind === 'lost') return { title: words.link.trying, text: q.lostText, warn: true };
  if (availability === 'off') return { title: q.off, text: q.offText };
  if (availability === 'away') {
    if (awayBecause) return { title: q.awayBecause[awayBecause], text: q.awayAgain, warn: true };
    const title = awayReason ? <Say text={q.awayFor} slots={{ reason: awayReason }} /> : q.away;
    return { title, text: q.awayText };
  }
  switch (activity) {
    case 'unreachable':
      return { title: q.unreachable, text: q.unreachableText, warn: true };
    case 'talking':
    case 'ringing':
      return { title: q.busy, text: q.busyText };
    case 'wrapping-up':
      return { title: q.wrapUp, text: q.wrapUpText };
    case 'idle':
      return { title: q.ready, text: q.readyText };
  }
}
