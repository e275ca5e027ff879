import { type CallOnDesk, callerOf, type DeskState } from '../state/desk-state';
import { words } from '../words';
import { Say } from '../words/say';
import { duration } from '../words/time';
import { numberLabel, whyWords } from './call-words';
import { Clock } from './clock';
import { QuietStrip } from './quiet-strip';

type Does = { showCall: () => void; finish: () => void };

/** The top of the desk: who calls and why you. Its room is kept while nobody calls, so nothing moves when somebody does. */
export function CallStrip({ desk, does }: { desk: DeskState; does: Does }) {
  const { call } = desk;
  const live = desk.link.kind === 'live';
  const look = !call ? 'quiet' : live ? call.phase : 'stale';
  return (
    <section class={`strip ${look}`} aria-label={words.strip.label}>
      <div class="wide">
        {call ? <Caller call={call} desk={desk} does={does} /> : <QuietStrip desk={desk} />}
      </div>
    </section>
  );
}

function Caller({ call, desk, does }: { call: CallOnDesk; desk: DeskState; does: Does }) {
  const { pop, phase } = call;
  const why = whyWords(pop.why);
  return (
    <>
      <div class="who">
        <h1>
          <CallerName call={call} />
        </h1>
        <p class="soft facts">
          {callerOf(call) && pop.number.kind === 'number' && <bdi class="num">{pop.number.display}</bdi>}
          <span>
            {words.strip.frontDoor} <bdi>{pop.frontDoor.name}</bdi>
          </span>
        </p>
        <p class="why">
          <b>{words.strip.why}</b> <Say text={why.text} slots={why.slots} />
        </p>
      </div>
      <div class="act">
        <State call={call} desk={desk} />
        {desk.file !== 'call' && (
          <button type="button" aria-keyshortcuts="C" onClick={does.showCall}>
            {words.strip.show} <kbd>C</kbd>
          </button>
        )}
        {phase === 'ended' && (
          <button type="button" aria-keyshortcuts="F" onClick={does.finish}>
            {words.strip.finish} <kbd>F</kbd>
          </button>
        )}
      </div>
    </>
  );
}

function CallerName({ call }: { call: CallOnDesk }) {
  const { pop } = call;
  const caller = callerOf(call);
  if (caller) return <bdi>{caller.name}</bdi>;
  const number = <bdi class="num">{numberLabel(pop.number)}</bdi>;
  if (pop.number.kind !== 'number') return number;
  const hint =
    pop.customers.length > 1 ? (
      <Say text={words.strip.several} slots={{ count: pop.customers.length }} />
    ) : pop.lookUp === 'late' ? (
      words.strip.late
    ) : (
      words.strip.stranger
    );
  return (
    <>
      {number} <small>{hint}</small>
    </>
  );
}

function State({ call, desk }: { call: CallOnDesk; desk: DeskState }) {
  const { pop, phase, endedAt } = call;
  if (phase === 'ended') {
    const lasted = duration((endedAt ?? 0) - Date.parse(pop.since));
    return (
      <span class="tag">
        {words.strip.ended} <span class="num">{lasted}</span>
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
