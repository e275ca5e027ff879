import type { ComponentChildren } from 'preact';
import { Callee, lookOf, OutAct } from '../out/out-strip';
import { type CallOnDesk, callerOf, type DeskState, outShown } from '../state/desk-state';
import type { Judgement } from '../wire-out';
import { words } from '../words';
import { Say } from '../words/say';
import { duration } from '../words/time';
import { numberLabel, whyWords } from './call-words';
import { Clock, Left } from './clock';
import { Line } from './line';
import { Refuse } from './refuse';
import { QuietStrip } from './quiet-strip';
import { Reasons } from './reasons';
import { TheirCallers } from './theirs';

type Does = {
  handOver: () => void;
  showCall: () => void;
  finish: () => void;
  finishCallOut: () => void;
  judged: (callOut: string, judgement: Judgement | null) => void;
  readyAgain: () => void;
  tryNow: () => void;
};

/** The top of the desk: who calls and why you. Its room is kept while nobody calls, so nothing moves when somebody does. */
export function CallStrip({ desk, does }: { desk: DeskState; does: Does }) {
  const out = outShown(desk);
  // a call that is over leaves its room to the call out, and has it again after
  const call = out ? null : desk.call;
  const live = desk.link.kind === 'live';
  const wrapsUp = live && desk.activity === 'wrapping-up';
  const phase = out ? lookOf(out) : call?.phase;
  const look = !phase ? 'quiet' : live ? phase : 'stale';
  return (
    <section class={`strip ${look}`} aria-label={words.strip.label}>
      <div class="wide">
        {out ? <Callee call={out} /> : call ? <Caller call={call} /> : <QuietStrip desk={desk} />}
        <div class="act">
          <TheirCallers desk={desk} />
          {out && (
            <OutAct
              key={out.call}
              call={out}
              desk={desk}
              judged={(judgement) => does.judged(out.call, judgement)}
              finish={does.finishCallOut}
            />
          )}
          {call && <State call={call} desk={desk} />}
          {live && call?.phase === 'talking' && <Line call={call} handOver={does.handOver} />}
          {call && call.phase !== 'ended' && <Reasons why={call.pop.why} />}
          {desk.link.kind === 'lost' && (
            <button type="button" onClick={does.tryNow}>
              {words.link.tryNow}
            </button>
          )}
          {call && desk.file !== 'call' && (
            <button type="button" aria-keyshortcuts="C" onClick={does.showCall}>
              {words.strip.show} <kbd>C</kbd>
            </button>
          )}
          {live && call?.phase === 'ringing' && <Refuse key={call.pop.offer} pop={call.pop} />}
          {wrapsUp && !call && !out && <span class="tag">{words.strip.wrapUp}</span>}
          {(call?.phase === 'ended' || (wrapsUp && !call && !out)) && (
            <button type="button" aria-keyshortcuts="F" onClick={does.finish}>
              {words.strip.finish} <kbd>F</kbd>
            </button>
          )}
          {live && !call && !out && desk.availability === 'away' && desk.awayBecause && (
            <button type="button" class="go" aria-keyshortcuts="R" onClick={does.readyAgain}>
              {words.strip.readyAgain} <kbd>R</kbd>
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

function Caller({ call }: { call: CallOnDesk }) {
  const { pop } = call;
  const caller = callerOf(call);
  const why = whyWords(pop.why);
  const known = knownOf(call);
  return (
    <div class="who">
      <h1>{caller ? <bdi>{caller.name}</bdi> : <bdi class="num">{numberLabel(pop.number)}</bdi>}</h1>
      <p class="soft facts">
        {known && <span>{known}</span>}
        <span>
          {words.strip.frontDoor} <bdi>{pop.frontDoor.name}</bdi>
        </span>
        {!!pop.billedSeconds && (
          <span>
            <Say text={words.strip.billed} slots={{ seconds: pop.billedSeconds }} />
          </span>
        )}
      </p>
      <p class="why">
        <b>{words.strip.why}</b> <Say text={why.text} slots={why.slots} />
      </p>
    </div>
  );
}

/** What stands beside the name or the number: for a name the number, for a number why there is no name. */
function knownOf(call: CallOnDesk): ComponentChildren {
  const { number, customers, lookUp } = call.pop;
  if (number.kind !== 'number') return null;
  if (callerOf(call)) return <bdi class="num">{numberLabel(number)}</bdi>;
  if (customers.length > 1) return <Say text={words.strip.several} slots={{ count: customers.length }} />;
  return lookUp === 'late' ? words.strip.late : words.strip.stranger;
}

function State({ call, desk }: { call: CallOnDesk; desk: DeskState }) {
  const { pop, phase, endedAt, wrapUpUntil } = call;
  if (phase === 'ended') {
    const lasted = duration((endedAt ?? 0) - Date.parse(pop.since));
    return (
      <span class="tag">
        <span>
          {words.strip.ended} <span class="num">{lasted}</span>
          {desk.activity === 'wrapping-up' && wrapUpUntil && (
            <>
              {' · '}
              {words.strip.left} <Left until={wrapUpUntil} offset={desk.clockOffset} />
            </>
          )}
        </span>
      </span>
    );
  }
  // A clock that runs says "this is so now": without the connection nobody knows.
  if (desk.link.kind !== 'live') return <span class="tag late">{words.strip.stale}</span>;
  return (
    <span class={`tag ${phase}`}>
      <i class="dot" aria-hidden="true" />
      {phase === 'ringing' ? words.strip.ringing : words.strip.talking}{' '}
      <Clock since={pop.since} offset={desk.clockOffset} />
    </span>
  );
}
